/** The name of what is hovered, beside the pointer or the keyboard's cursor; spoken, because it is a live region. */
import type { EngineMap } from './engine'
import type { Followers } from './follow'

/** The tip beside the pointer or the keyboard's cursor. */
export interface Tip {
  /** The pointer's place on the map, CSS pixels. */
  at(place: { x: number; y: number }): void
  /** Says more than the name of what is hovered, line by line. */
  say(lines: readonly string[]): void
  end(): void
}

/** Returns the tip of a map; it shows the name of what is hovered. */
export function startTip(map: EngineMap, { store, follow }: Followers): Tip {
  const element = document.createElement('div')
  element.className = 'map-tip'
  element.setAttribute('aria-live', 'polite')
  element.hidden = true
  map.getContainer().append(element)
  const stand = ({ x, y }: { x: number; y: number }) => {
    element.style.transform = `translate(${Math.round(x + 14)}px, ${Math.round(y + 14)}px)`
  }
  const show = () => {
    const { session, view } = store.getState()
    const { hovered, record, language } = session
    const found = hovered && record.status === 'ready' ? record.value.featureById.get(hovered) : undefined
    element.hidden = !found || hovered === view.feature
    const box = hovered && session.boundsOf?.(hovered)
    // The pointer says afterwards where it is; the keyboard's cursor is where the feature is.
    if (box) stand(map.project([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]))
    if (found) element.textContent = language === 'en' ? found.properties.nameEn : found.properties.name
  }
  const unfollow = follow(({ session: { hovered }, view: { feature } }) => [hovered, feature], show)
  return {
    at: stand,
    say: (lines) => {
      element.textContent = lines.join('\n')
      element.hidden = lines.length === 0
    },
    end() {
      unfollow()
      element.remove()
    },
  }
}
