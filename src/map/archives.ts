/**
 * Tile archives for the engine. The embedded ones come in parts, each a whole file, so they need no byte ranges of host or
 * service worker; an owner's large one is read by ranges, and a host without them is told apart from a missing file.
 */
import { FetchSource, PMTiles, type Protocol, type RangeResponse, type Source } from 'pmtiles'
import type { ArchivePart } from './archive-parts'

/** Why an archive cannot be read: not found, a host without byte ranges, or another kind of file. */
export type ArchiveFault = 'missing' | 'noRanges' | 'notAnArchive'

/**
 * An error of an archive; its message holds the fault and the address, because the engine passes on only the message.
 */
export class ArchiveError extends Error {
  constructor(
    readonly fault: ArchiveFault,
    readonly address: string,
  ) {
    super(`${fault}: ${address}`)
  }
}

/** Parts of one archive, each fetched whole, once, with the first tile asked of it. */
export class PartsSource implements Source {
  readonly #coming = new Map<ArchivePart, Promise<ArrayBuffer>>()
  constructor(readonly parts: readonly ArchivePart[]) {
    // Under way before its first tile is asked for.
    if (parts[0]) this.#part(parts[0]).catch(() => undefined)
  }
  getKey = () => this.parts[0]?.address ?? ''
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const part = this.parts.findLast((each) => each.offset <= offset)
    if (!part) throw new RangeError(`no part holds byte ${offset}`)
    const from = offset - part.offset
    return { data: (await this.#part(part)).slice(from, from + length) }
  }
  /** Fetches the parts no tile has been asked of yet. Rejects with the first that does not come. */
  async fetchRest(): Promise<void> {
    for (const part of this.parts) await this.#part(part)
  }
  #part(part: ArchivePart): Promise<ArrayBuffer> {
    const coming = this.#coming.get(part) ?? fetchPart(part)
    this.#coming.set(part, coming)
    // One that did not come is asked for again with the next tile.
    coming.catch(() => this.#coming.delete(part))
    return coming
  }
}

/** The embedded parts are compressed as files, so that every host sends them compressed, and none does it twice. */
async function fetchPart({ offset, address }: ArchivePart): Promise<ArrayBuffer> {
  const response = await fetch(address).catch(() => undefined)
  if (!response?.ok) throw new ArchiveError('missing', address)
  const part = await unpacked(response).catch(() => undefined)
  if (!part || (offset === 0 && !isArchive(part))) throw new ArchiveError('notAnArchive', address)
  return part
}

const unpacked = async ({ body }: Response) =>
  body ? new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer() : undefined

/** By ranges, with the library's own words turned into what went wrong. */
export class RangeSource implements Source {
  readonly #inner: FetchSource
  constructor(readonly address: string) {
    this.#inner = new FetchSource(address)
  }
  getKey = () => this.address
  async getBytes(offset: number, length: number, signal?: AbortSignal, etag?: string): Promise<RangeResponse> {
    try {
      const answer = await this.#inner.getBytes(offset, length, signal, etag)
      if (offset === 0 && !isArchive(answer.data)) throw new ArchiveError('notAnArchive', this.address)
      return answer
    } catch (error) {
      if (signal?.aborted || error instanceof ArchiveError) throw error
      if (/byte serving/i.test(String(error)))
        throw new ArchiveError((await this.#startsLikeAnArchive()) ? 'noRanges' : 'notAnArchive', this.address)
      if (/bad response code|failed to fetch|network/i.test(String(error)))
        throw new ArchiveError('missing', this.address)
      throw error
    }
  }
  /** A server that answers a missing file with a page does not heed ranges either: the first bytes tell. */
  async #startsLikeAnArchive(): Promise<boolean> {
    const reader = (await fetch(this.address)).body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    await reader?.cancel()
    return isArchive(value)
  }
}

const isArchive = (bytes: Uint8Array | ArrayBuffer | undefined) =>
  bytes !== undefined && new TextDecoder().decode(bytes.slice(0, 7)) === 'PMTiles'

/** Adds an archive to the protocol, in place of one of the same address. Returns its address as a source of the style. */
export function openArchive(protocol: Protocol, source: Source): string {
  protocol.add(new PMTiles(source))
  return `pmtiles://${source.getKey()}`
}

/** Returns the fault and address in the message of an `ArchiveError`; undefined for any other message. */
export function archiveFaultIn(text: string): { fault: ArchiveFault; address: string } | undefined {
  const [, fault, address] = /(missing|noRanges|notAnArchive): (\S+)/.exec(text) ?? []
  return fault && address ? { fault: fault as ArchiveFault, address } : undefined
}

/** Returns the message of an error event of the engine. */
export const faultText = ({ error }: { error?: { message?: string } }): string => String(error?.message ?? error)
