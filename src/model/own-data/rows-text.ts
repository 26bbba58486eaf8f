/** The rows of an own layer as files; every row says that it is unchecked own data. Pure. */
import type { Feature } from 'geojson'
import { toCsv } from '../../../data/csv'
import { fileGeometry } from '../../../geo/base/rfc7946'
import { type Language, message } from '../messages'
import { ownReadingMessage } from '../messages/own-data-reading'
import { shownRows, valueText } from './filter'
import type { OwnLayer } from './own-layer'
import type { OwnTable } from './own-table'

/** Returns the rows a layer shows as CSV, places of points as longitude and latitude in WGS 84. */
export function rowsCsv(layer: OwnLayer, language: Language): string {
  const { columns, rows } = layer.table
  const mark = message(language, 'own-data.mark')
  const header = [...columns.map(({ name }) => name), 'WGS84_longitude', 'WGS84_latitude', mark]
  const lines = [...shownRows(layer)].map((index) => {
    const row = rows[index]
    const [longitude = '', latitude = ''] = row?.geometry?.type === 'Point' ? row.geometry.coordinates : []
    return [...columns.map((_, at) => valueText(row?.values[at])), String(longitude), String(latitude), mark]
  })
  return toCsv(header, lines)
}

/** Returns the rows a layer shows as GeoJSON, WGS 84. */
export function rowsGeoJson(layer: OwnLayer, language: Language): string {
  const { columns, rows, name } = layer.table
  const mark = message(language, 'own-data.mark')
  const features = [...shownRows(layer)].map((index): Feature<Feature['geometry'] | null> => {
    const row = rows[index]
    const values = columns.map(({ name: column }, at) => [column, row?.values[at] ?? null])
    return {
      type: 'Feature',
      geometry: fileGeometry(row?.geometry ?? null),
      properties: { ...Object.fromEntries(values), mark },
    }
  })
  return JSON.stringify({ type: 'FeatureCollection', name, mark, features })
}

/** Returns what was not read of a table as CSV: row, letter of the column, what stood there, and why. */
export function problemsCsv({ problems }: OwnTable, language: Language): string {
  const header = (['row', 'column', 'value', 'reason'] as const).map((each) =>
    ownReadingMessage(language, `own-data.problems.${each}`),
  )
  const lines = problems.map(({ row, column = '', value, reason }) => [
    ...[String(row), column, value],
    ownReadingMessage(language, `own-data.reason.${reason}`),
  ])
  return toCsv(header, lines)
}
