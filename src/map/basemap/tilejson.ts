/** What a source's own description says, read here because its tile templates are relative to it and not to the page. */
import type { SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import { absoluteTo } from './style'

const described = ['tiles', 'minzoom', 'maxzoom', 'attribution', 'bounds', 'scheme', 'encoding'] as const

/**
 * Returns a source with what its description says in place of the description's address; what the style itself says goes
 * first. Returns the source as it is if the description names no tiles. Pure.
 */
export function withDescription(
  source: SourceSpecification,
  description: unknown,
  address: string,
): SourceSpecification {
  const said = description as { tiles?: unknown } | null | undefined
  if (!Array.isArray(said?.tiles)) return source
  const { url: _, ...own } = source as SourceSpecification & { url?: string }
  const taken = Object.fromEntries(described.flatMap((key) => (key in said ? [[key, said[key as 'tiles']]] : [])))
  const tiles = said.tiles.map((template) => absoluteTo(address, String(template)))
  return { ...taken, tiles, ...own } as SourceSpecification
}

/** Returns the source described; as it is if it has no description on the web, or that cannot be had: the engine then says why. */
export async function describedSource(
  source: SourceSpecification,
  patienceMilliseconds: number,
): Promise<SourceSpecification> {
  const { url } = source as { url?: string }
  if (!url || !/^https?:/i.test(url)) return source
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMilliseconds) })
    return response.ok ? withDescription(source, await response.json(), response.url || url) : source
  } catch {
    return source
  }
}
