/** Who made the basemap, as its licence asks for: as text, and at the edge of the page's map. */
import { message } from '../../model/messages'
import type { Followers } from '../follow'

/** Returns the text of a credit: sources give their author as HTML. Returns undefined if it has none. */
export function creditText(html: string | undefined): string | undefined {
  if (!html) return undefined
  const { textContent } = new DOMParser().parseFromString(html, 'text/html').body
  return textContent?.trim() || undefined
}

/** Writes the credit on the page, in its language. */
export function startCredit({ store, follow }: Followers, container: HTMLElement) {
  const element = document.createElement('p')
  element.className = 'map-credit'
  element.hidden = true
  container.append(element)
  let shown: string | undefined
  const write = () => {
    element.hidden = !shown
    const { language } = store.getState().session
    element.textContent = shown ? message(language, 'basemap.credit', { credit: shown }) : ''
  }
  const unfollow = follow(({ session }) => session.language, write)
  return {
    show: (credit: string | undefined) => {
      shown = credit
      write()
    },
    end: () => {
      unfollow()
      element.remove()
    },
  }
}
