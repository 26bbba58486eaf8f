/** Zoom buttons, the way home, a north arrow while the map is turned, and a metric scale. */
import { message } from '../model/messages'
import type { Actions } from '../state/actions'
import type { Language } from '../state/store'
import type { EngineMap } from './engine'
import type { Followers } from './follow'
import { scaleOf } from './scale'

/** Adds the buttons and the scale of the map to `container`. Returns a function that removes them. */
export function startControls(
  map: EngineMap,
  { store, follow }: Followers,
  actions: Actions,
  container: HTMLElement,
): () => void {
  const element = document.createElement('div')
  element.className = 'map-controls'
  const zoomIn = button('map-control-in', 'M8 2v12M2 8h12', () => map.zoomIn())
  const zoomOut = button('map-control-out', 'M2 8h12', () => map.zoomOut())
  const home = button('map-control-home', 'M2 8l6-5.500 6 5.500M3.500 7v6.500h9V7', () => actions.lookFrom(undefined))
  const north = button('map-control-north', 'M8 1.500l4 12.500-4-3-4 3z', () => map.easeTo({ bearing: 0, pitch: 0 }))
  element.append(zoomIn, zoomOut, home, north)
  const scale = document.createElement('div')
  scale.className = 'map-scale'
  container.append(element, scale)

  const label = ({ language }: { language: Language }) => {
    const names = [
      [zoomIn, 'map.zoomIn'],
      [zoomOut, 'map.zoomOut'],
      [home, 'map.home'],
      [north, 'map.northUp'],
    ] as const
    for (const [control, key] of names) {
      control.setAttribute('aria-label', message(language, key))
      control.title = message(language, key)
    }
    map.getCanvas().setAttribute('aria-label', message(language, 'map.canvas'))
  }
  const measure = () => {
    const { pixels, number, unit } = scaleOf(map.getZoom(), map.getCenter().lat)
    scale.textContent = message(store.getState().session.language, `map.scale.${unit}`, { number })
    scale.style.width = `${pixels}px`
  }
  const turn = () => {
    north.hidden = Math.abs(map.getBearing()) < 0.5 && map.getPitch() < 0.5
    const arrow = north.querySelector('svg')
    if (arrow) arrow.style.transform = `rotate(${-map.getBearing()}deg)`
  }
  const update = () => {
    label(store.getState().session)
    measure()
    turn()
  }
  map.on('move', measure)
  map.on('rotate', turn)
  map.on('pitch', turn)
  const unfollow = follow(({ session }) => session.language, update)
  return () => {
    unfollow()
    map.off('move', measure)
    map.off('rotate', turn)
    map.off('pitch', turn)
    element.remove()
    scale.remove()
  }
}

function button(name: string, path: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = `map-control ${name}`
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  drawing.setAttribute('viewBox', '0 0 16 16')
  drawing.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', path)
  drawing.append(line)
  element.append(drawing)
  element.addEventListener('click', act)
  return element
}
