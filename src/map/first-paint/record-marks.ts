/**
 * The record on the static map, where it stays for good: dots, lines, selection, tint and the districts' bars, drawn as
 * parts of its SVG. Comes after the first paint. What is drawn here is also in the list, so it is hidden from readers of
 * the page aloud.
 */
import type { Position } from 'geojson'
import { themeShapes } from '../../../data/theme-shapes'
import { lonLat } from '../../../geo/base/position'
import type { Camera } from '../../../geo/screen/camera'
import { opacityOf } from '../../model/layers'
import { barHeight, sharedOpacity } from '../../model/plans/bar-segments'
import type { PlanRecord } from '../../model/record'
import type { Actions } from '../../state/actions'
import type { State, Store } from '../../state/store'
import { countsNow } from '../counts/follower'
import { districtLabels } from '../counts/labels'
import { districtTints, tintOpacities } from '../counts/tint'
import { dotScale, signScale } from '../displace'
import { groupOfClass } from '../feature-class'
import { isDotted, type MapFeature } from '../features'
import { createFollowers, pageSurface } from '../follow'
import { shownFeatures } from '../shown-features'
import type { StaticMap } from './static-map'
import { element, group, shapePath, textOf } from './svg'
import '../../styles/static-record.css'

/** CSS pixels. */
const dotSide = 12
const signSide = 16
const numberPixels = 11.5

/** Draws the state's record on the static map and keeps it in step; `cameraOf` says where the map looks. */
export function startRecordMarks(
  staticMap: StaticMap,
  store: Store,
  actions: Actions,
  cameraOf: (state: State) => Camera,
): () => void {
  const lines = group('static-map-lines')
  const bars = group('static-map-bars')
  const dots = group('static-map-dots')
  const names = staticMap.element.querySelector('.static-map-names')
  staticMap.element.insertBefore(lines, names)
  staticMap.element.append(bars, dots)
  const draw = () => {
    const state = store.getState()
    const { zoom } = cameraOf(state)
    const pixel = staticMap.units.viewBox(cameraOf(state), staticMap.size()).unitsPerPixel
    const { record } = state.session
    const features =
      record.status === 'ready' ? shownFeatures(record.value, state.view, state.view.districts).features : []
    const shown = features.filter((feature) => isOn(feature, state) && feature.properties.from <= Math.max(zoom, 7))
    lines.replaceChildren(...shown.flatMap((feature) => lineOf(feature, staticMap, state)))
    dots.replaceChildren(
      ...features
        .filter((feature) => isOn(feature, state))
        .sort((one, other) => other.properties.sort - one.properties.sort)
        .flatMap((feature) => dotOf(feature, staticMap, zoom, pixel, state)),
    )
    bars.replaceChildren(...barsOf(staticMap, state, zoom, pixel))
    if (record.status === 'ready') placeNames(staticMap, record.value, zoom, pixel)
    tint(staticMap, state)
  }
  const onClick = ({ target }: MouseEvent) => {
    const id = target instanceof Element && target.closest<SVGElement>('[data-feature]')?.dataset.feature
    if (id) actions.select(id)
  }
  dots.addEventListener('click', onClick)
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
    for (const element of [lines, bars, dots]) element.remove()
  }
}

function isOn({ properties }: MapFeature, { view }: State): boolean {
  const layer = groupOfClass[properties.class]
  return !layer || opacityOf(view.layers, layer) > 0
}

function lineOf(feature: MapFeature, { units }: StaticMap, { view }: State): SVGElement[] {
  const { geometry, properties } = feature
  const parts =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : []
  if (parts.length === 0 || properties.class === 'river' || properties.class === 'range') return []
  const along = (line: Position[]) =>
    line.map((position, at) => {
      const [longitude, latitude] = lonLat(position)
      return `${at === 0 ? 'M' : 'L'}${units.x(longitude).toFixed(1)} ${units.y(latitude).toFixed(1)}`
    })
  const course = properties.schematic ? 'schematic' : properties.status
  const path = element('path', { d: parts.flatMap(along).join(''), class: `static-map-line static-map-line-${course}` })
  if (properties.lit) path.classList.add('static-map-line-lit')
  if (properties.theme) path.dataset.theme = properties.theme
  if (properties.id === view.feature) path.setAttribute('aria-current', 'true')
  return [path]
}

function dotOf(feature: MapFeature, { units }: StaticMap, zoom: number, pixel: number, state: State): SVGElement[] {
  if (!isDotted(feature) || (zoom < 7 && !feature.properties.own)) return []
  const { id, theme, size, signFrom, own, name, nameEn } = feature.properties
  const isSign = signFrom <= zoom
  const scale = isSign ? signScale(zoom) : dotScale(zoom) * size
  const [right, down] = feature.properties[`offset${Math.floor(zoom)}`] ?? [0, 0]
  const [longitude, latitude] = lonLat(feature.geometry.coordinates)
  const side = (isSign ? signSide : dotSide * scale) * pixel
  const isSelected = id === state.view.feature
  const [x, y] = [units.x(longitude) + right * scale * pixel, units.y(latitude) + down * scale * pixel]
  const path = element('path', { d: shapePath(theme ? themeShapes[theme] : 'disc', x, y, side), 'data-feature': id })
  if (theme) path.dataset.theme = theme
  if (own === false) path.setAttribute('opacity', '0.3')
  if (isSelected) path.setAttribute('aria-current', 'true')
  const text = state.session.language === 'en' ? nameEn : name
  const title = element('title', {})
  title.textContent = text
  path.append(title)
  if (!isSelected) return [path]
  const size16 = String(15 * pixel)
  return [path, textOf(text, x, y - side, size16, 'static-map-text static-map-selected')]
}

function barsOf({ units, size }: StaticMap, state: State, zoom: number, pixel: number): SVGElement[] {
  const counts = countsNow(size(), zoom, state)
  return (counts?.bars ?? []).flatMap(({ position, left, top, segments, leader, district }) => {
    const [x, y] = [units.x(position[0]), units.y(position[1])]
    const properties = counts?.data.features.find((each) => each.properties.district === district)?.properties
    const rectangles = segments.map(({ theme, sort, x: along, width }) => {
      const part = element('rect', {
        x: String(x + (left + along) * pixel),
        y: String(y + top * pixel),
        width: String(width * pixel),
        height: String(barHeight * pixel),
        opacity: String(sort === 'solid' ? 1 : sharedOpacity),
      })
      part.dataset.theme = theme
      return part
    })
    const line = leader
      ? [
          element('path', {
            class: 'static-map-leader',
            d: `M${x + leader.from[0] * pixel} ${y + leader.from[1] * pixel}L${x + leader.to[0] * pixel} ${y + leader.to[1] * pixel}`,
          }),
        ]
      : []
    const number = properties
      ? [
          textOf(
            properties.solid + properties.shared,
            x + properties.textOffset[0] * properties.textSize * pixel,
            y + properties.textOffset[1] * properties.textSize * pixel,
            String((properties.theme ? properties.textSize : numberPixels) * pixel),
            'static-map-text static-map-number',
          ),
        ]
      : []
    return [...line, ...rectangles, ...number]
  })
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
