/** A reader's own table as a layer of the map. Pure. */
import type { OwnTable } from './own-table'

/** The datums own coordinates can be in; each has a message `own-data.datum.…`. */
export const ownDatums = ['wgs84', 'gcj02', 'bd09', 'gaussKruger', 'utm', 'webMercator', 'unknownLocal'] as const

/** The kind of a datum. */
export type OwnDatumKind = (typeof ownDatums)[number]

/** Degrees of longitude that a zone of a Gauss-Krüger projection is wide. */
export type ZoneWidth = 3 | 6

/** A datum that can be turned into WGS 84. */
export type KnownDatum =
  | { kind: 'wgs84' }
  | { kind: 'gcj02' }
  | { kind: 'bd09' }
  | { kind: 'webMercator' }
  | {
      kind: 'utm'
      /** 1…60. */
      zone: number
      south: boolean
    }
  | {
      kind: 'gaussKruger'
      /** The central meridian in degrees. */
      meridian: number
      zoneWidth: ZoneWidth
      /** Whether eastings begin with the number of the zone. */
      prefixed: boolean
    }

/** A datum; a local one whose parameters are not public is refused in words. */
export type OwnDatum = KnownDatum | { kind: 'unknownLocal' }

/** A layer of own data on the map. */
export interface OwnLayer {
  /** `own1`, `own2` … in the order of opening. */
  id: string
  /** The table with its places in WGS 84. */
  table: OwnTable
  /** The datum the reader decided on. */
  datum: KnownDatum
  /** The number of the column, from 0, whose values colour the layer. */
  colourBy?: number
  filter?: OwnFilter
  visible: boolean
  /** Whether it is kept on this device. */
  keep: boolean
  /** The key it is kept under. */
  keptAs?: string
  /** Whether it came in a file of ours, which still has it when the page is left. */
  carried?: boolean
}

/** How a layer is looked at, which changes more often than its rows. */
export type OwnLook = Pick<OwnLayer, 'filter' | 'colourBy' | 'visible'>

/** Which rows are shown: those that hold the text and pass every column's filter and the question. */
export interface OwnFilter {
  /** A text that any value holds, ignoring case; empty for any row. */
  text: string
  /** At most one a column. */
  columns: readonly OwnColumnFilter[]
  /** The rows a question about places has found. */
  found?: OwnFound
}

/** What is asked of one column, by its number from 0. */
export type OwnColumnFilter =
  | { kind: 'holds'; column: number; text: string }
  /** The values as text; `null` is written as the empty text. */
  | { kind: 'values'; column: number; values: readonly string[] }
  /** Inclusive; either end may be open. Dates compare as text. */
  | { kind: 'range'; column: number; from?: number | string; to?: number | string }

/** The answer to "which of my rows lie in, near, across …", as a filter. */
export interface OwnFound {
  question: OwnQuestion
  /** Indices of rows of the table. */
  rows: ReadonlySet<number>
}

/** How rows are asked to lie to a feature of the record. */
export const ownRelations = ['in', 'near', 'across'] as const

/** A question about a layer's rows and a feature of the record. */
export interface OwnQuestion {
  relation: (typeof ownRelations)[number]
  /** The id of a feature of the record. */
  feature: string
  /** How near, for `near`. */
  radiusMeters: number
}
