/** Who made the basemap, at the map's edge, as its licence asks for. */
import { message } from '../../model/messages'
import type { Store } from '../../state/store'

export function startCredit(store: Store, container: HTMLElement) {
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
  const unsubscribe = store.subscribe(({ session }, before) => {
    if (session.language !== before.session.language) write()
  })
  return {
    /** Sources give their author as HTML; only its text is shown. */
    show: (html: string | undefined) => {
      shown = html && (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim()
      write()
    },
    end: () => {
      unsubscribe()
      element.remove()
    },
  }
}
