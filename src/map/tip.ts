/** The name of what is hovered, beside the pointer or the keyboard's cursor; spoken, because it is a live region. */
import type { Store } from '../state/store'
import type { EngineMap } from './engine'

export interface Tip {
  /** The pointer's place on the map, CSS pixels. */
  at(place: { x: number; y: number }): void
  end(): void
}

export function startTip(map: EngineMap, store: Store): Tip {
  const element = document.createElement('div')
  element.className = 'map-tip'
  element.setAttribute('aria-live', 'polite')
  element.hidden = true
  map.getContainer().append(element)
  const show = () => {
    const { hovered, record, language } = store.getState().session
    const found = hovered && record.status === 'ready' ? record.value.featureById.get(hovered) : undefined
    element.hidden = !found
    if (found) element.textContent = language === 'en' ? found.properties.nameEn : found.properties.name
  }
  const unsubscribe = store.subscribe((state, before) => {
    if (state.session.hovered !== before.session.hovered) show()
  })
  return {
    at({ x, y }) {
      element.style.transform = `translate(${Math.round(x + 14)}px, ${Math.round(y + 14)}px)`
    },
    end() {
      unsubscribe()
      element.remove()
    },
  }
}
