/** What a view embedded in another page shows of the page's own chrome, and the lines that embed it. Pure. */
import type { View } from './view'

export interface Chrome {
  themes: boolean
  detail: boolean
  time: boolean
}

/** Everything where the view is not embedded; there only what its flags name. */
export function chromeOf({ embed }: Pick<View, 'embed'>): Chrome {
  if (embed.length === 0) return { themes: true, detail: true, time: true }
  if (embed.includes('bare')) return { themes: false, detail: false, time: false }
  const themes = embed.includes('themes') || embed.includes('list')
  return { themes, detail: embed.includes('detail') || themes, time: false }
}

/** An `<iframe>`; its title is what a screen reader says of it. */
export function embedCode(address: string, title: string): string {
  const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="480" loading="lazy" allow="fullscreen; clipboard-write" referrerpolicy="no-referrer"></iframe>`
}
