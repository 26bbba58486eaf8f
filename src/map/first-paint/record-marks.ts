/**
 * The record on the static map, where it stays for good: dots, lines, selection, tint and the districts' bars, drawn as
 * parts of its SVG. Comes after the first paint. What is drawn here is also in the list, so it is hidden from readers of
 * the page aloud.
 */
import { type Camera, latitudeOf, longitudeOf, worldWindow, worldX, worldY } from '../../../geo/screen/camera'
import type { PlanRecord } from '../../model/record'
import type { Actions } from '../../state/actions'
import type { State, Store } from '../../state/store'
import { districtLabels } from '../counts/labels'
import { districtTints, tintOpacities } from '../counts/tint'
import { districtHitAreas } from '../district-hit-area'
import { createFollowers, pageSurface } from '../follow'
import { extentMarks } from './extent-marks'
import { recordMarks } from './marks'
import type { StaticMap } from './static-map'
import { elementOf, group } from './svg'
import '../../styles/static-record.css'

/** Draws the state's record on the static map and keeps it in step; `cameraOf` says where the map looks. */
export function startRecordMarks(
  staticMap: StaticMap,
  store: Store,
  actions: Actions,
  cameraOf: (state: State) => Camera,
): () => void {
  const extents = group('static-map-extents')
  const lines = group('static-map-lines')
  const bars = group('static-map-bars')
  const dots = group('static-map-dots')
  const names = staticMap.element.querySelector('.static-map-names')
  staticMap.element.insertBefore(extents, names)
  staticMap.element.insertBefore(lines, names)
  staticMap.element.append(bars, dots)
  const draw = () => {
    const state = store.getState()
    const { zoom } = cameraOf(state)
    const pixel = staticMap.units.viewBox(cameraOf(state), staticMap.size()).unitsPerPixel
    const { record } = state.session
    const frame = { units: staticMap.units, size: staticMap.size(), zoom, pixel }
    const marks = recordMarks(state, frame)
    extents.replaceChildren(...extentMarks(state, frame).map(elementOf))
    lines.replaceChildren(...marks.lines.map(elementOf))
    dots.replaceChildren(...marks.dots.map(elementOf))
    bars.replaceChildren(...marks.bars.map(elementOf))
    if (record.status === 'ready') placeNames(staticMap, record.value, zoom, pixel)
    tint(staticMap, state)
  }
  const marked = ({ target }: MouseEvent) =>
    target instanceof Element ? target.closest<SVGElement>('[data-feature]')?.dataset.feature : undefined
  const hitAreaAt = districtHitAreas(projectionOf(staticMap, () => cameraOf(store.getState())))
  const onDot = (event: MouseEvent) => {
    const id = marked(event)
    if (id) actions.select(id)
  }
  // As on the engine's map, a district's middle comes before an edge that crosses it.
  const onExtent = (event: MouseEvent) => {
    const { record } = store.getState().session
    const { left, top } = staticMap.element.getBoundingClientRect()
    const at = { x: event.clientX - left, y: event.clientY - top }
    const id = (record.status === 'ready' ? hitAreaAt(record.value, at) : undefined) ?? marked(event)
    if (id) actions.select(id)
  }
  dots.addEventListener('click', onDot)
  extents.addEventListener('click', onExtent)
  const followers = createFollowers(store, pageSurface)
  followers.follow(
    (state) => [
      ...[state.view.themes, state.view.filters, state.view.years, state.view.layers, state.view.districts],
      ...[state.view.feature, state.session.record, state.session.language, state.session.palette],
      cameraOf(state).zoom,
    ],
    draw,
  )
  return () => {
    followers.end()
    for (const element of [extents, lines, bars, dots]) element.remove()
  }
}

/** The names move to where the bars expect them, and take the size they have on the other map. */
function placeNames({ element: map, units }: StaticMap, record: PlanRecord, zoom: number, pixel: number) {
  const labels = new Map(districtLabels(record, 'zh-CN').map((label) => [label.text, label]))
  for (const name of map.querySelectorAll<SVGTextElement>('.static-map-names text')) {
    const label = labels.get(name.textContent ?? '')
    if (!label) continue
    name.setAttribute('x', String(units.x(label.position[0])))
    name.setAttribute('y', String(units.y(label.position[1])))
    name.setAttribute('font-size', String(label.sizeAt(zoom).height * pixel))
  }
}

function tint({ element: map }: StaticMap, state: State) {
  const tints = districtTints(state)
  const [theme] = state.view.themes
  for (const link of map.querySelectorAll<SVGAElement>('a[data-district]')) {
    const tinted = tints.get(link.dataset.district ?? '')
    const share = Math.round((tintOpacities[tinted?.tintClass ?? 0] ?? 0) * 100)
    const path = link.querySelector('path')
    if (path) path.style.fill = tinted ? `color-mix(in srgb, var(--theme-${theme}) ${share}%, var(--map-land))` : ''
  }
}

/** Where positions, WGS 84 in degrees, stand on the static map in CSS pixels, and back. */
function projectionOf(staticMap: StaticMap, cameraNow: () => Camera) {
  const seen = () => ({ seen: worldWindow(cameraNow(), staticMap.size()), size: staticMap.size() })
  return {
    getZoom: () => cameraNow().zoom,
    project: ([longitude, latitude]: [number, number]) => {
      const { seen: window, size } = seen()
      return {
        x: ((worldX(longitude) - window.x) / window.width) * size.width,
        y: ((worldY(latitude) - window.y) / window.height) * size.height,
      }
    },
    unproject: ([x, y]: [number, number]) => {
      const { seen: window, size } = seen()
      return {
        lng: longitudeOf(window.x + (x / size.width) * window.width),
        lat: latitudeOf(window.y + (y / size.height) * window.height),
      }
    },
  }
}
