/** Which panels an embedded view shows, and the HTML that embeds it. Pure. */
import type { View } from './view'

/** The parts of the page around the map that are shown. */
export interface Chrome {
  themes: boolean
  detail: boolean
  time: boolean
}

/** Returns which panels a view shows: all of them unless it is embedded, then those its flags name; none in a show. */
export function chromeOf({ embed, scene, ownBriefing }: Pick<View, 'embed' | 'scene' | 'ownBriefing'>): Chrome {
  if (scene || ownBriefing) return { themes: false, detail: false, time: false }
  if (embed.length === 0) return { themes: true, detail: true, time: true }
  if (embed.includes('bare')) return { themes: false, detail: false, time: false }
  const themes = embed.includes('themes') || embed.includes('list')
  return { themes, detail: embed.includes('detail') || themes, time: false }
}

/** Returns an `<iframe>` for an address; assistive technology announces it by `title`. */
export function embedCode(address: string, title: string): string {
  const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="480" loading="lazy" allow="fullscreen; clipboard-write" referrerpolicy="no-referrer"></iframe>`
}
