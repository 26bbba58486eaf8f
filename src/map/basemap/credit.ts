/** Who made the basemap, at the map's edge, as its licence asks for. */
import { message } from '../../model/messages'
import type { Followers } from '../follow'

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
    /** Sources give their author as HTML; only its text is shown. */
    show: (html: string | undefined) => {
      shown = html && (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim()
      write()
    },
    end: () => {
      unfollow()
      element.remove()
    },
  }
}
