/**
 * `data/v1/embed.json`: what another site needs to show a named link or a page of a briefing, in the words of oEmbed: who
 * provides it, which addresses there are, how large a frame should be, and a picture for chat cards. Pure.
 */
import { z } from 'zod'
import type { NamedLink } from '../schema'
import type { ShippedBriefing } from '../schema-briefing'
import { schemaText } from './ship'

/** Pixels. */
const picture = { thumbnail_width: 1200, thumbnail_height: 630 } as const
const frame = { width: 800, height: 500, minWidth: 320, minHeight: 240 } as const

const address = z.string().describe('Absolute if the site knows its own address, else from its root.')
const shown = {
  title: z.string(),
  url: address.describe('The page for readers.'),
  iframe: address.describe('What a frame shows: the live map.'),
  thumbnail_url: address.describe('PNG; SVG only where the build draws none.'),
  thumbnail_width: z.number(),
  thumbnail_height: z.number(),
}
/** The form of `embed.json`. */
export const embedSchema = z.object({
  schema: z.literal(1),
  release: z.string(),
  version: z.literal('1.0'),
  type: z.literal('rich'),
  provider_name: z.string(),
  provider_url: z.string(),
  patterns: z.array(z.string()).describe('Addresses that can be framed, from the root; * stands for anything.'),
  frame: z.object({ width: z.number(), height: z.number(), minWidth: z.number(), minHeight: z.number() }),
  links: z.array(z.object({ slug: z.string(), ...shown })),
  briefings: z.array(z.object({ slug: z.string(), ...shown, scenes: z.array(z.object({ no: z.number(), ...shown })) })),
})

/** What `embed.json` is made from. */
export interface EmbedInput {
  release: string
  /** Ending in `/`; undefined if it is not set. */
  siteUrl?: string
  links: readonly NamedLink[]
  briefings: readonly ShippedBriefing[]
  /** The value of `m` that plays a scene, by slug and number. */
  playValue: (slug: string, no: number) => string
  /** The paths of the site's pages and pictures. */
  paths: ReadonlySet<string>
}

/** Returns `embed.json` and its schema by name. */
export function embedFiles(input: EmbedInput): ReadonlyMap<string, string> {
  const { release, siteUrl, links, briefings, playValue, paths } = input
  const at = (path: string) => (siteUrl ? new URL(path, siteUrl).href : path)
  /** A PNG where one was drawn: chat programs show no SVG. */
  const drawn = (stem: string) => ({
    thumbnail_url: at(paths.has(`${stem}.png`) ? `${stem}.png` : `${stem}.svg`),
    ...picture,
  })
  const embed: z.infer<typeof embedSchema> = {
    ...{ schema: 1, release, version: '1.0', type: 'rich' },
    ...{ provider_name: '渝览', provider_url: siteUrl ?? '' },
    patterns: ['?m=*', 's/*/', 'b/*/'],
    frame,
    links: links.map(({ slug, title, view }) => ({
      ...{ slug, title, url: at(`s/${slug}/`), iframe: at(`?m=${view}`) },
      ...drawn(`s/${slug}/preview`),
    })),
    briefings: briefings.map(({ slug, title, scenes }) => ({
      ...{ slug, title, url: at(`b/${slug}/`), iframe: at(`?m=${playValue(slug, scenes[0]?.no ?? 1)}`) },
      ...drawn(`b/${slug}/preview`),
      scenes: scenes.map((scene) => ({
        ...{ no: scene.no, title: scene.title, url: at(`b/${slug}/#s${scene.no}`) },
        iframe: at(`?m=${playValue(slug, scene.no)}`),
        ...drawn(`b/${slug}/card-${scene.no}`),
      })),
    })),
  }
  return new Map([
    ['embed.json', JSON.stringify(embed, undefined, 1)],
    ['embed.schema.json', schemaText(embedSchema)],
  ])
}
