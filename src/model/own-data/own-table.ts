/** A reader's own file as a table: rows with their places, and what could not be read. Pure. */
import type { Geometry } from 'geojson'

/** The formats of own files: how people call each, and the ends of file names that the dialog offers. */
export const ownFormats = {
  geojson: { name: 'GeoJSON', ends: ['.geojson', '.json'] },
  csv: { name: 'CSV', ends: ['.csv', '.tsv', '.txt'] },
  xlsx: { name: 'Excel', ends: ['.xlsx', '.xlsm'] },
  kml: { name: 'KML', ends: ['.kml'] },
  kmz: { name: 'KMZ', ends: ['.kmz'] },
  gpx: { name: 'GPX', ends: ['.gpx'] },
  shapefile: { name: 'Shapefile', ends: ['.zip', '.shp', '.dbf', '.prj', '.cpg'] },
  topojson: { name: 'TopoJSON', ends: ['.topojson'] },
  flatgeobuf: { name: 'FlatGeobuf', ends: ['.fgb'] },
  geoparquet: { name: 'GeoParquet', ends: ['.parquet', '.geoparquet'] },
} as const satisfies { readonly [format: string]: { name: string; ends: readonly `.${string}`[] } }

/** A format of own files. */
export type OwnFormat = keyof typeof ownFormats

/** What the values of a column are. */
export type OwnColumnType = 'text' | 'number' | 'date' | 'boolean'

/** A column of an own file; names are told apart within a table. */
export interface OwnColumn {
  name: string
  type: OwnColumnType
}

/** A value of a row: text, number, yes or no, or nothing. A date is text, `YYYY-MM-DD` where a day is known. */
export type OwnValue = string | number | boolean | null

/** The item of the record that a row's address names, and how: by the name of a place, of a town, or of a district. */
export interface OwnMatch {
  /** The id of the feature. */
  id: string
  how: 'place' | 'town' | 'district'
  /** How well the names agree, above 0 and at most 1, which is the same name. */
  score: number
}

/** A row that was read. */
export interface OwnRow {
  /** The line of the text file or row of the sheet, from 1; of other files the number of the feature, from 1. */
  row: number
  /** One value a column. */
  values: readonly OwnValue[]
  /** Where it lies, in the file's own coordinates until a datum is chosen; null if it has no place, or only a district. */
  geometry: Geometry | null
  match?: OwnMatch
}

/** How a row's value failed to be read; each has a message `own-data.reason.…`. */
export const ownProblemReasons = {
  'no-coordinates': 'place',
  'bad-coordinate': 'place',
  'outside-range': 'place',
  'swapped-coordinates': 'place',
  'unknown-address': 'place',
  'ambiguous-address': 'place',
  'bad-geometry': 'place',
  'bad-number': 'value',
  'bad-text': 'value',
  'too-few-cells': 'row',
  'too-many-cells': 'row',
  'open-quote': 'row',
  'bad-feature': 'row',
  'formula-error': 'value',
} as const satisfies { readonly [reason: string]: 'place' | 'value' | 'row' }

/** A reason why a row, or a value of one, was not read. */
export type OwnProblemReason = keyof typeof ownProblemReasons

/** A row, or a value of one, that was not read. */
export interface OwnProblem {
  /** As `OwnRow.row`. */
  row: number
  /** The letter of the column in a spreadsheet, `A` the first; absent if the whole row is meant. */
  column?: string
  /** What stood there, cut to a length that can be shown. */
  value: string
  reason: OwnProblemReason
}

/** From what the rows of a table have their places, and the numbers of the columns, from 0, that were used. */
export type OwnPlaced =
  | { by: 'geometry' }
  | { by: 'coordinates'; longitude: number; latitude: number }
  | { by: 'addresses'; address: number }
  | { by: 'none' }

/** A table of an own file: a sheet, a layer, or the whole file. */
export interface OwnTable {
  /** The file's name, with the sheet's or layer's name where a file has several. */
  name: string
  /** The sheet of a workbook. */
  sheet?: string
  format: OwnFormat
  columns: readonly OwnColumn[]
  rows: readonly OwnRow[]
  problems: readonly OwnProblem[]
  placed: OwnPlaced
  /** What the file itself says of its coordinates: a code such as `EPSG:4545`, or the text of a `.prj`. */
  declaredCrs?: string
}

/** Why a whole file was not read; each has a message `own-data.refused.…`. */
export const ownFileRefusals = [
  'empty',
  'unknown-format',
  'damaged',
  'too-large',
  'too-many-rows',
  'too-many-columns',
  'too-many-points',
  'inflates-too-much',
  'no-progress',
  'too-deep',
  'external-reference',
  'encrypted',
  'old-workbook',
  'old-version',
  'no-shapes',
  'unsupported-compression',
  'no-rows',
] as const

/** A reason why a whole file was not read. */
export type OwnFileRefusal = (typeof ownFileRefusals)[number]
