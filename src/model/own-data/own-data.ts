/** What the reader has opened of own data in this tab: plain state, of which no link and no scene holds more than a number. */
import type { Geometry } from 'geojson'
import type { LonLat } from '../../../geo/base/position'
import type { KnownDatum, OwnLayer } from './own-layer'
import type { OwnFileRefusal, OwnTable } from './own-table'

/** A table whose datum the reader has still to decide on. */
export interface UndecidedTable {
  /** The id its layer will have. */
  id: string
  table: OwnTable
}

/** The way a row with a known name would be moved by a datum: WGS 84, as read and as moved. */
export interface MovedRow {
  name: string
  from: LonLat
  to: LonLat
}

/** What lies around the row that was pressed: the area, and what of the record was found in it, by id. */
export interface OwnSurroundings {
  shape: Geometry
  found: readonly string[]
}

/** A file that was not read. */
export interface OwnRefusal {
  name: string
  reason: OwnFileRefusal
  /** What fills the places of the reason's message. */
  values: { readonly [name: string]: string | number }
}

/** The state of own data. */
export interface OwnData {
  /** Topmost first. */
  layers: readonly OwnLayer[]
  undecided: readonly UndecidedTable[]
  /** Whether 我的数据 is open. */
  open: boolean
  /** The files that are being read, and how far that is, 0…1. */
  reading?: { names: readonly string[]; done: number }
  /** Files that were not read, and why. */
  refused: readonly OwnRefusal[]
  /** The row that was pressed: a layer's id and the index of the row in its table. */
  row?: { layer: string; index: number }
  /** What is shown around that row. */
  near?: OwnSurroundings
  /** What the proposed datum would move, on the map while the reader decides. */
  arrows?: readonly MovedRow[]
}

/** No own data. */
export const noOwnData: OwnData = { layers: [], undecided: [], refused: [], open: false }

/** Returns how many layers are on the map: all that a link or a scene tells of them. */
export const shownOwnLayers = (own: OwnData | undefined): number =>
  own?.layers.filter(({ visible }) => visible).length ?? 0

/** Returns an id that no layer or table has. */
export function nextOwnId({ layers, undecided }: OwnData): string {
  const numbers = [...layers, ...undecided].map(({ id }) => Number(id.slice(3)))
  return `own${Math.max(0, ...numbers) + 1}`
}

/** Returns the datum of places that are the record's own, or of none. */
export const recordDatum: KnownDatum = { kind: 'wgs84' }

/** Returns whether a table's coordinates are its own, so that their datum must be decided on. */
export const needsDatum = ({ placed }: OwnTable): boolean => placed.by === 'geometry' || placed.by === 'coordinates'
