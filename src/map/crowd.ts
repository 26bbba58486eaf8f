/** Where several places lie on one another: what is under the pointer or the keyboard's cursor, and a list to choose from. */
import { message } from '../model/messages'
import type { Actions } from '../state/actions'
import type { Store } from '../state/store'
import type { EngineMap } from './engine'

/** The most names in a tip; the list has all of them. */
export const mostInTip = 6

/** Returns the ids of the dots and signs within `reachPixels` of a point of the screen, topmost first, each once. */
export function crowdAt(map: EngineMap, { x, y }: { x: number; y: number }, reachPixels: number): string[] {
  if (!map.getLayer('points')) return []
  const box: [[number, number], [number, number]] = [
    [x - reachPixels, y - reachPixels],
    [x + reachPixels, y + reachPixels],
  ]
  const found = map.queryRenderedFeatures(box, { layers: ['points'] }).map(({ properties }) => String(properties.id))
  return [...new Set(found)]
}

/** The list of features that lie on one another. */
export interface CrowdList {
  /** Opens the list beside a point of the screen and puts the focus on its first name; a choice selects. */
  open: (ids: readonly string[], at: { x: number; y: number }) => void
  end: () => void
}

/** Returns the list of a map, closed at first. A choice in it selects the feature. */
export function startCrowdList(map: EngineMap, store: Store, actions: Actions): CrowdList {
  let box: HTMLElement | undefined
  const close = () => {
    if (!box) return
    const closing = box
    // Taken away, it loses the focus and would be closed once more.
    box = undefined
    const hadFocus = closing.contains(document.activeElement)
    closing.remove()
    actions.hover(undefined)
    if (hadFocus) map.getCanvas().focus()
  }
  const open: CrowdList['open'] = (ids, at) => {
    close()
    const { record, language } = store.getState().session
    if (record.status !== 'ready') return
    const rows = ids.flatMap((id) => {
      const feature = record.value.featureById.get(id)
      return feature ? [{ id, name: language === 'en' ? feature.properties.nameEn : feature.properties.name }] : []
    })
    box = listOf(rows, message(language, 'map.crowd', { count: rows.length }), (id) => {
      close()
      actions.select(id)
    })
    for (const button of box.querySelectorAll('button'))
      button.addEventListener('focus', () => actions.hover(button.dataset.id))
    box.addEventListener('keydown', (event) => moveIn(event, close))
    box.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && box?.contains(relatedTarget))) close()
    })
    map.getContainer().append(box)
    stand(map, box, at)
    box.querySelector('button')?.focus()
  }
  map.on('movestart', close)
  return {
    open,
    end: () => {
      map.off('movestart', close)
      close()
    },
  }
}

function listOf(rows: readonly { id: string; name: string }[], title: string, choose: (id: string) => void) {
  const box = document.createElement('div')
  box.className = 'map-crowd'
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', title)
  const heading = document.createElement('p')
  heading.textContent = title
  const list = document.createElement('ul')
  for (const { id, name } of rows) {
    const item = document.createElement('li')
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset.id = id
    button.textContent = name
    button.addEventListener('click', () => choose(id))
    button.addEventListener('pointerenter', () => button.focus())
    item.append(button)
    list.append(item)
  }
  box.append(heading, list)
  return box
}

const steps: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1 }

function moveIn(event: KeyboardEvent, close: () => void) {
  const step = steps[event.key]
  if (event.key !== 'Escape' && step === undefined) return
  event.preventDefault()
  event.stopPropagation()
  if (step === undefined) return close()
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}

/** Beside the point, inside the map. */
function stand(map: EngineMap, box: HTMLElement, { x, y }: { x: number; y: number }) {
  const { clientWidth, clientHeight } = map.getContainer()
  const left = Math.max(4, Math.min(x + 12, clientWidth - box.offsetWidth - 4))
  const top = Math.max(4, Math.min(y + 12, clientHeight - box.offsetHeight - 4))
  box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
}
