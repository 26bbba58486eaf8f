/** Makes tables in known datums, whose places are displaced at random within the errors the record has them with. */
import { localPlane } from '../../../../geo/base/ellipsoid'
import type { LonLat } from '../../../../geo/base/position'
import type { KnownDatum } from '../../../../src/model/own-data/own-layer'
import type { OwnTable } from '../../../../src/model/own-data/own-table'
import type { RecordPlace } from '../../../../src/model/own-data/record-places'
import { positionFromWgs84 } from '../../../../src/model/own-data/to-wgs84'
import { seeded } from '../../../fixtures/seeded'

type Placed = RecordPlace & { position: LonLat }

/** The datums that the files are in. */
type FileDatum = Exclude<KnownDatum, { kind: 'utm' | 'webMercator' }>

/** A made table, and what must be found. */
export interface DatumFile {
  table: OwnTable
  datum: FileDatum
  /** Whether the names suffice to tell: see `suffices`. */
  suffices: boolean
  impreciseOnly: boolean
}

const kruger = (meridian: number, zoneWidth: 3 | 6, prefixed: boolean): FileDatum => ({
  kind: 'gaussKruger',
  meridian,
  zoneWidth,
  prefixed,
})
const datums: readonly FileDatum[] = [
  { kind: 'wgs84' },
  { kind: 'gcj02' },
  { kind: 'bd09' },
  { kind: 'wgs84' },
  { kind: 'gcj02' },
  { kind: 'bd09' },
  kruger(105, 3, true),
  kruger(108, 3, true),
  kruger(105, 6, true),
  kruger(108, 3, false),
  kruger(105, 3, false),
]
/** Metres between a datum and the next likely one (measured in the region). */
const nextMeters = { wgs84: 490, gcj02: 490, bd09: 915 } as const

/**
 * The likelihoods of two datums differ by the square of what lies between them in units of the error, halved, with the
 * root of it as spread. From 40 on, two spreads below the middle are still far beyond what is needed.
 */
function suffices(datum: FileDatum, places: readonly Placed[]): boolean {
  if (datum.kind === 'gaussKruger') return datum.prefixed || places.length > 0
  const information = places.reduce(
    (sum, { errorMeters }) => sum + (nextMeters[datum.kind] / (errorMeters / 2)) ** 2,
    0,
  )
  return places.length > 1 && information >= 40
}

/** Returns `count` files; of every four one has imprecise places only. */
export function datumFiles(places: readonly RecordPlace[], count: number, seed: number): DatumFile[] {
  const random = seeded(seed)
  const placed = places.filter((place): place is Placed => place.position !== null && place.errorMeters > 0)
  const imprecise = placed.filter(({ errorMeters }) => errorMeters >= 2500)
  return Array.from({ length: count }, (_, at) => {
    const impreciseOnly = at % 4 === 3
    const pool = impreciseOnly ? imprecise : placed
    const wanted = Math.floor(random() ** 2 * (impreciseOnly ? 12 : 60))
    const chosen = [...pool].sort(() => random() - 0.5).slice(0, wanted)
    const datum = datums[Math.floor(random() * datums.length)] ?? { kind: 'wgs84' }
    return { table: tableOf(chosen, datum, random), datum, suffices: suffices(datum, chosen), impreciseOnly }
  })
}

function tableOf(places: readonly Placed[], datum: KnownDatum, random: () => number): OwnTable {
  const named = places.map((place) => ({ name: place.names[0] ?? '', at: displaced(place, random) }))
  // Names that are not the record's, and one of the record's that lies elsewhere.
  const strangers = Array.from({ length: 5 + Math.floor(random() * 20) }, (_, at) => ({
    name: `第${at + 1}号地块`,
    at: [106.3 + random() * 0.6, 29.3 + random() * 0.6] as LonLat,
  }))
  const rows = [...named, ...strangers].map(({ name, at }, index) => ({
    row: index + 2,
    values: [name],
    geometry: { type: 'Point' as const, coordinates: positionFromWgs84(at, datum) },
  }))
  return {
    name: 'a.geojson',
    format: 'geojson',
    columns: [{ name: '名称', type: 'text' }],
    rows,
    problems: [],
    placed: { by: 'geometry' },
  }
}

/** Anywhere in the disc of its error. */
function displaced({ position, errorMeters }: Placed, random: () => number): LonLat {
  const [turn, meters] = [random() * 2 * Math.PI, Math.sqrt(random()) * errorMeters]
  return localPlane(position).toLonLat([meters * Math.cos(turn), meters * Math.sin(turn)])
}
