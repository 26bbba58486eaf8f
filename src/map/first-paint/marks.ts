/**
 * What the static map shows of the record, as plain parts of an SVG: the page draws them where there is no engine, the
 * build writes them into the still pictures of scenes. Pure.
 */
import type { Position } from 'geojson'
import type { ThemeId } from '../../../data/schema-ids'
import { themeShapes } from '../../../data/theme-shapes'
import { lonLat } from '../../../geo/base/position'
import type { Size } from '../../../geo/screen/camera'
import type { StaticMapUnits } from '../../../geo/screen/static-map-units'
import { opacityOf } from '../../model/layers'
import { barHeight, sharedOpacity } from '../../model/plans/bar-segments'
import type { State } from '../../state/store'
import { countsNow } from '../counts/follower'
import { dotScale, signScale } from '../displace'
import { groupOfClass } from '../feature-class'
import { isDotted, type MapFeature } from '../features'
import { shownFeatures } from '../shown-features'
import { shapePath } from './shapes'

/** CSS pixels. */
const dotSide = 12
const signSide = 16
const numberPixels = 11.5
const selectedPixels = 15

/** One element of an SVG, in the units of the static map. */
export interface Mark {
  element: 'path' | 'rect' | 'text'
  attributes: { readonly [name: string]: string }
  /** Its style sheet gives it the colour of this theme. */
  theme?: ThemeId
  /** What a press on it selects. */
  feature?: string
  isSelected?: boolean
  /** The middle of a dot. */
  middle?: readonly [x: number, y: number]
  title?: string
  text?: string
}

/** The record on the static map, from the bottom to the top; names stand between lines and bars. */
export interface RecordMarks {
  lines: Mark[]
  bars: Mark[]
  dots: Mark[]
}

/** Where the static map looks. */
export interface MarksFrame {
  units: StaticMapUnits
  size: Size
  zoom: number
  /** Units of the static map a CSS pixel is wide. */
  pixel: number
}

/** Returns what a state shows of the record; nothing until the record is there. */
export function recordMarks(state: State, frame: MarksFrame): RecordMarks {
  const { record } = state.session
  if (record.status !== 'ready') return { lines: [], bars: [], dots: [] }
  const features = shownFeatures(record.value, state.view, state.view.districts).features.filter((one) =>
    isOn(one, state),
  )
  return {
    lines: features
      .filter(({ properties }) => properties.from <= Math.max(frame.zoom, 7))
      .flatMap((feature) => lineOf(feature, frame, state)),
    dots: [...features]
      .sort((one, other) => other.properties.sort - one.properties.sort)
      .flatMap((feature) => dotOf(feature, frame, state)),
    bars: barsOf(frame, state),
  }
}

/** Returns a text around a point, with a halo. */
export const textMark = (text: string, x: number, y: number, size: number, kind: string): Mark => ({
  element: 'text',
  attributes: { x: String(x), y: String(y), 'font-size': String(size), class: kind, 'stroke-width': String(size / 5) },
  text,
})

function isOn({ properties }: MapFeature, { view }: State): boolean {
  const layer = groupOfClass[properties.class]
  return !layer || opacityOf(view.layers, layer) > 0
}

/** Returns lines as the course of a path. */
export const courseOf = (lines: readonly (readonly Position[])[], units: StaticMapUnits) =>
  lines
    .flatMap((line) =>
      line.map((position, at) => {
        const [longitude, latitude] = lonLat(position)
        return `${at === 0 ? 'M' : 'L'}${units.x(longitude).toFixed(1)} ${units.y(latitude).toFixed(1)}`
      }),
    )
    .join('')

function lineOf({ geometry, properties }: MapFeature, { units }: MarksFrame, { view }: State): Mark[] {
  const parts =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : []
  if (parts.length === 0 || properties.class === 'river' || properties.class === 'range') return []
  const course = properties.schematic ? 'schematic' : properties.status
  const lit = properties.lit ? ' static-map-line-lit' : ''
  return [
    {
      element: 'path',
      attributes: { d: courseOf(parts, units), class: `static-map-line static-map-line-${course}${lit}` },
      ...(properties.theme ? { theme: properties.theme } : {}),
      isSelected: properties.id === view.feature,
    },
  ]
}

function dotOf(feature: MapFeature, { units, zoom, pixel }: MarksFrame, state: State): Mark[] {
  if (!isDotted(feature) || (zoom < 7 && !feature.properties.own)) return []
  const { id, theme, size, signFrom, own, name, nameEn } = feature.properties
  const isSign = signFrom <= zoom
  const scale = isSign ? signScale(zoom) : dotScale(zoom) * size
  const [right, down] = feature.properties[`offset${Math.floor(zoom)}`] ?? [0, 0]
  const [longitude, latitude] = lonLat(feature.geometry.coordinates)
  const side = (isSign ? signSide : dotSide * scale) * pixel
  const isSelected = id === state.view.feature
  const [x, y] = [units.x(longitude) + right * scale * pixel, units.y(latitude) + down * scale * pixel]
  const title = state.session.language === 'en' ? nameEn : name
  const dot: Mark = {
    element: 'path',
    attributes: {
      d: shapePath(theme ? themeShapes[theme] : 'disc', x, y, side),
      ...(own === false ? { opacity: '0.3' } : {}),
    },
    ...(theme ? { theme } : {}),
    feature: id,
    isSelected,
    middle: [x, y],
    title,
  }
  return isSelected
    ? [dot, textMark(title, x, y - side, selectedPixels * pixel, 'static-map-text static-map-selected')]
    : [dot]
}

function barsOf({ units, size, zoom, pixel }: MarksFrame, state: State): Mark[] {
  const counts = countsNow(size, zoom, state)
  return (counts?.bars ?? []).flatMap(({ position, left, top, segments, leader, district }) => {
    const [x, y] = [units.x(position[0]), units.y(position[1])]
    const properties = counts?.data.features.find((each) => each.properties.district === district)?.properties
    const rectangles = segments.map(
      ({ theme, sort, x: along, width }): Mark => ({
        element: 'rect',
        attributes: {
          x: String(x + (left + along) * pixel),
          y: String(y + top * pixel),
          width: String(width * pixel),
          height: String(barHeight * pixel),
          opacity: String(sort === 'solid' ? 1 : sharedOpacity),
        },
        theme,
      }),
    )
    const line = leader
      ? `M${x + leader.from[0] * pixel} ${y + leader.from[1] * pixel}L${x + leader.to[0] * pixel} ${y + leader.to[1] * pixel}`
      : undefined
    const leads: Mark[] = line ? [{ element: 'path', attributes: { class: 'static-map-leader', d: line } }] : []
    if (!properties) return [...leads, ...rectangles]
    const { solid, shared, textOffset, textSize, theme } = properties
    const [textX, textY] = [x + textOffset[0] * textSize * pixel, y + textOffset[1] * textSize * pixel]
    const pixels = (theme ? textSize : numberPixels) * pixel
    return [
      ...leads,
      ...rectangles,
      textMark(solid + shared, textX, textY, pixels, 'static-map-text static-map-number'),
    ]
  })
}
