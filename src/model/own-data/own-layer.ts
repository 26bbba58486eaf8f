/** A reader's own table as a layer of the map. Pure. */
import type { OwnTable } from './own-table'

/** The datums own coordinates can be in; each has a message `own-data.datum.…`. */
export const ownDatums = ['wgs84', 'gcj02', 'bd09', 'gaussKruger', 'unknownLocal'] as const

/** The kind of a datum. */
export type OwnDatumKind = (typeof ownDatums)[number]

/** Degrees of longitude that a zone of a Gauss-Krüger projection is wide. */
export type ZoneWidth = 3 | 6

/** A datum that can be turned into WGS 84. */
export type KnownDatum =
  | { kind: 'wgs84' }
  | { kind: 'gcj02' }
  | { kind: 'bd09' }
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
}

/** Rows kept by the text of one column, or of any. */
export interface OwnFilter {
  /** The number of the column, from 0; any column if absent. */
  column?: number
  /** A text that the value holds, ignoring case. */
  text: string
}
