/** The shapes of plans as a drawing for designers: what a view shows, by kind and theme, in page units. Pure. */
import type { Geometry, Position } from 'geojson'
import type { FeatureKind, ThemeId } from '../../../data/schema'
import type { DotShape } from '../../../data/theme-shapes'
import { themeShapes } from '../../../data/theme-shapes'
import { worldX, worldY } from '../../../geo/screen/camera'
import { visibleFeatures } from '../filters/visible'
import { message } from '../messages'
import type { Language } from '../messages/text'
import { featureTallies } from '../plans/feature-tally'
import type { PlanRecord, RecordFeature } from '../record'
import type { View } from '../view'

/** A part of the world in Web Mercator's units, 0…1 from west to east and from north to south. */
export interface WorldWindow {
  x: number
  y: number
  width: number
  height: number
}

/** A shape: points, lines and rings of areas in page units. */
export interface PlanShape {
  /** The record's. */
  id: string
  name: string
  points: readonly (readonly [x: number, y: number])[]
  lines: readonly (readonly (readonly [x: number, y: number])[])[]
  areas: readonly (readonly (readonly [x: number, y: number])[])[]
}

/** Shapes that look alike. */
export interface ShapeGroup {
  /** `district`, or a kind and a theme: `corridor-tr`. */
  id: string
  title: string
  theme?: ThemeId
  /** Of its points. */
  shape: DotShape
  shapes: readonly PlanShape[]
}

/** Kinds from the bottom of the drawing to its top. */
const kindOrder = [
  'district',
  'mountain',
  'water',
  'zone',
  'platform',
  'park',
  'scenic',
  'corridor',
  'town',
  'facility',
  'city',
] as const satisfies readonly FeatureKind[]

/** Returns the shapes that a view shows inside a window, `widthUnits` page units across, in groups by kind and theme. */
export function planShapes(
  { record, view, language }: { record: PlanRecord; view: View; language: Language },
  window: WorldWindow,
  widthUnits: number,
): ShapeGroup[] {
  const place = placer(window, widthUnits)
  const tallies = featureTallies(record, view)
  const groups = new Map<string, { theme?: ThemeId; kind: FeatureKind; shapes: PlanShape[] }>()
  for (const feature of visibleFeatures(record, view)) {
    const shape = shapeOf(feature, record, language, place)
    if (!shape || !isInside(shape, widthUnits, (widthUnits * window.height) / window.width)) continue
    const { kind, themes, id } = feature.properties
    const theme = kind === 'district' ? undefined : (tallies.get(id)?.theme ?? themes[0])
    const key = theme ? `${kind}-${theme}` : kind
    const group = groups.get(key) ?? { kind, ...(theme ? { theme } : {}), shapes: [] }
    group.shapes.push(shape)
    groups.set(key, group)
  }
  return kindOrder.flatMap((kind) =>
    [...groups]
      .filter(([, group]) => group.kind === kind)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, { theme, shapes }]) => ({
        ...{ id, shapes, shape: theme ? themeShapes[theme] : 'disc' },
        title: titleOf(kind, theme, record, language),
        ...(theme ? { theme } : {}),
      })),
  )
}

function titleOf(kind: FeatureKind, theme: ThemeId | undefined, record: PlanRecord, language: Language): string {
  const found = theme && record.themeById.get(theme)
  const kindName = message(language, `kind.${kind}`)
  return found ? `${kindName} · ${language === 'en' ? found.nameEn : found.name}` : kindName
}

type Place = (position: Position) => readonly [x: number, y: number]

/** A tenth of a unit is finer than any pen. */
function placer({ x, y, width }: WorldWindow, widthUnits: number): Place {
  const scale = widthUnits / width
  const rounded = (value: number) => Math.round(value * 10) / 10
  return ([longitude = 0, latitude = 0]) => [
    rounded((worldX(longitude) - x) * scale),
    rounded((worldY(latitude) - y) * scale),
  ]
}

function shapeOf(
  { properties, geometry }: RecordFeature,
  record: PlanRecord,
  language: Language,
  place: Place,
): PlanShape | undefined {
  const { id } = properties
  const extent = record.extentById.get(id)?.geometry
  if (!geometry && !extent) return undefined
  const drawn = { points: [], lines: [], areas: [] } as Drawn
  for (const one of [extent, geometry]) if (one) draw(one, drawn, place)
  return { id, name: language === 'en' ? properties.nameEn : properties.name, ...drawn }
}

type Line = (readonly [number, number])[]
interface Drawn {
  points: Line
  lines: Line[]
  areas: Line[]
}

function draw(geometry: Geometry, drawn: Drawn, place: Place): void {
  switch (geometry.type) {
    case 'Point':
      drawn.points.push(place(geometry.coordinates))
      return
    case 'LineString':
      drawn.lines.push(geometry.coordinates.map(place))
      return
    case 'MultiLineString':
      drawn.lines.push(...geometry.coordinates.map((line) => line.map(place)))
      return
    case 'Polygon':
      drawn.areas.push(...geometry.coordinates.map((ring) => ring.map(place)))
      return
    case 'MultiPolygon':
      drawn.areas.push(...geometry.coordinates.flat().map((ring) => ring.map(place)))
      return
    default:
      throw new RangeError(`the record has no ${geometry.type}`)
  }
}

/** Whether its box and the page have a point in common. */
function isInside({ points, lines, areas }: PlanShape, width: number, height: number): boolean {
  const all = [...points, ...lines.flat(), ...areas.flat()]
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)]
  return Math.min(...xs) <= width && Math.max(...xs) >= 0 && Math.min(...ys) <= height && Math.max(...ys) >= 0
}
