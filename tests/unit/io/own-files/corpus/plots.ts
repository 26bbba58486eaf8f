/** The rows that every file of the corpus holds, and how files are described. */
import type { FeatureCollection, Geometry } from 'geojson'
import { mapPositions } from '../../../../../geo/base/datum'
import type { LonLat } from '../../../../../geo/base/position'
import type { KnownDatum } from '../../../../../src/model/own-data/own-layer'
import { positionFromWgs84 } from '../../../../../src/model/own-data/to-wgs84'

/** A made-up plot of land. */
export interface Plot {
  code: string
  name: string
  at: LonLat
  area: number
  day: string
}

/** The plots: a code with leading zeros, one that looks like a power of ten, signs that formats use themselves. */
export const plots: readonly Plot[] = [
  { code: '001', name: '甲地块', at: [106.5125, 29.6025], area: 12.5, day: '2024-03-05' },
  { code: '891e3', name: '乙,"二期"', at: [106.53, 29.61], area: 8, day: '2024-12-31' },
  { code: '003', name: '丙&丁<东>', at: [106.55, 29.62], area: 1234.25, day: '2025-01-01' },
  { code: '0042', name: '𠮷田㙍', at: [106.57, 29.63], area: 3, day: '2025-06-30' },
  { code: '005', name: 'Plot 5', at: [106.59, 29.64], area: 99, day: '2026-02-28' },
]

/** A row as it must be read; `at` is its first position in the file's own coordinates, or null. */
export interface ExpectedRow {
  row: number
  name: string
  at: readonly [number, number] | null
  match?: string
}

/** A problem as it must be told. */
export type ExpectedProblem = readonly [row: number, column: string | undefined, reason: string]

/** A file of the corpus. */
export interface CorpusFile {
  /** What is told apart: format, encoding, datum, quirk. */
  id: string
  name: string
  bytes: Uint8Array
  parts?: readonly { name: string; bytes: Uint8Array }[]
  rows: readonly ExpectedRow[]
  problems?: readonly ExpectedProblem[]
  declaredCrs?: string
  /** The datum in which the coordinates are; they must come back to the plots'. */
  datum?: KnownDatum
  /** Values of the first row by column. */
  values?: { readonly [column: string]: string | number | boolean | null }
}

/** The datums that files are written in. */
export const datums = {
  wgs84: { kind: 'wgs84' },
  gcj02: { kind: 'gcj02' },
  bd09: { kind: 'bd09' },
  zone36: { kind: 'gaussKruger', meridian: 108, zoneWidth: 3, prefixed: true },
  zone18: { kind: 'gaussKruger', meridian: 105, zoneWidth: 6, prefixed: true },
  meridian105: { kind: 'gaussKruger', meridian: 105, zoneWidth: 3, prefixed: false },
} as const satisfies { readonly [name: string]: KnownDatum }

/** Returns the plots' positions in a datum, as files state them: degrees to 7 decimals, metres to 3. */
export const positionsIn = (datum: KnownDatum): [number, number][] =>
  plots.map(({ at }) => {
    const [x, y] = positionFromWgs84(at, datum)
    const digits = datum.kind === 'gaussKruger' ? 3 : 7
    return [Number(x.toFixed(digits)), Number(y.toFixed(digits))]
  })

/** Returns the rows expected where every plot is read, the first of which stands in `first`. */
export const allRows = (first: number, datum: KnownDatum = datums.wgs84): ExpectedRow[] =>
  positionsIn(datum).map((at, index) => ({ row: first + index, name: plots[index]?.name ?? '', at }))

const half = 0.001

/** The shapes in which a plot can come: all begin at its position. */
export const shapes = {
  point: (at: LonLat): Geometry => ({ type: 'Point', coordinates: at }),
  line: ([x, y]: LonLat): Geometry => ({
    type: 'LineString',
    coordinates: [
      [x, y],
      [x + half, y],
      [x + half, y + half],
    ],
  }),
  polygon: (at: LonLat): Geometry => ({ type: 'Polygon', coordinates: [square(at, half)] }),
  hole: ([x, y]: LonLat): Geometry => ({
    type: 'Polygon',
    coordinates: [square([x, y], half), [...square([x + half / 4, y + half / 4], half / 2)].reverse()],
  }),
  multi: ([x, y]: LonLat): Geometry => ({
    type: 'MultiPolygon',
    coordinates: [[square([x, y], half)], [square([x + 2 * half, y], half)]],
  }),
} as const

/** Clockwise, as shapefiles want outer rings. */
const square = ([x, y]: LonLat, side: number): LonLat[] => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
]

/** Returns the plots' shapes in a datum. */
export const shapesIn = (shape: keyof typeof shapes, datum: KnownDatum): Geometry[] =>
  plots.map(({ at }) =>
    mapPositions(shapes[shape](at), (position) => positionFromWgs84([position[0] ?? 0, position[1] ?? 0], datum)),
  )

/** The name of a shape. */
export type Shape = keyof typeof shapes

/** Every name of a shape. */
export const shapeNames = Object.keys(shapes) as Shape[]

/** The datums whose coordinates are degrees. */
export const degreeDatums = { wgs84: datums.wgs84, gcj02: datums.gcj02, bd09: datums.bd09 }

/** The first row's values in formats that keep names and types. */
export const firstValues = { 编号: '001', 名称: '甲地块', 面积: 12.5, 日期: '2024-03-05' }

/** Returns the plots as GeoJSON in a datum. */
export const collection = (shape: Shape, datum: KnownDatum): FeatureCollection => {
  const geometries = shapesIn(shape, datum)
  return {
    type: 'FeatureCollection',
    features: plots.map(({ code, name, area, day }, at) => ({
      type: 'Feature',
      properties: { 编号: code, 名称: name, 面积: area, 日期: day },
      geometry: geometries[at] ?? { type: 'Point', coordinates: [] },
    })),
  }
}
