/** Finds the columns of a table that hold coordinates, and reads points from them. Pure. */
import type { Bbox } from '../../../geo/base/position'
import { cellText, type RawCell, type RawRow } from './raw-table'
import { plainText, readCoordinate, readCoordinatePair } from './read-number'

/** The columns of a table's coordinates; both the same for one that holds pairs, whose first number is told by `swapped`. */
export interface CoordinateColumns {
  longitude: number
  latitude: number
  /** Whether a pair begins with the latitude. */
  swapped: boolean
}

const longitudeNames =
  /^(?:wgs84|gcj02|bd09)?(?:东?经度?|东经|lng|lon|long|longitude|x|x坐标|横坐标|e|east|easting|coordx|pointx|poix|经度坐标)$/
const latitudeNames =
  /^(?:wgs84|gcj02|bd09)?(?:北?纬度?|北纬|lat|latitude|y|y坐标|纵坐标|n|north|northing|coordy|pointy|poiy|纬度坐标)$/
const pairNames =
  /^(?:坐标|经纬度|位置坐标|坐标点|中心点坐标|中心坐标|中心点|location|lnglat|lonlat|latlng|latlon|coordinates?|coords?|point|wkt|geom|geometry)$/

/** A name without what does not tell: brackets and what stands in them, datums, units, blanks, signs. */
const bareName = (name: string) =>
  plainText(name.slice(0, 120))
    .toLowerCase()
    .replace(/[([（【].*?[)\]）】]/g, '')
    .replace(/[\s_.:°-]/g, '')
    .replace(/(?:wgs84|gcj02|bd09|cgcs2000|2000|degrees?|deg|米|度数)$/g, '')

/** Returns whether a column's name tells that it holds a longitude or latitude. */
export const isCoordinateName = (name: string): boolean => {
  const bare = bareName(name)
  return longitudeNames.test(bare) || latitudeNames.test(bare)
}

const probedRows = 400

/**
 * Returns the columns of coordinates by their names and what is in them; which is which is told by the values where the
 * region's box tells longitudes from latitudes. Undefined if there are none.
 */
export function coordinateColumns(
  names: readonly string[],
  rows: readonly RawRow[],
  bounds: Bbox,
): CoordinateColumns | undefined {
  const bare = names.map(bareName)
  const probe = probed(rows)
  const first = bare.findIndex((name, at) => longitudeNames.test(name) && holdsNumbers(probe, at))
  const second = bare.findIndex((name, at) => latitudeNames.test(name) && at !== first && holdsNumbers(probe, at))
  if (first >= 0 && second >= 0) {
    const swapped = isSwapped(medianOf(probe, first), medianOf(probe, second), bounds)
    return swapped
      ? { longitude: second, latitude: first, swapped: false }
      : { longitude: first, latitude: second, swapped: false }
  }
  const pair = bare.findIndex((name, at) => pairNames.test(name) && holdsPairs(probe, at))
  if (pair >= 0) return pairColumn(probe, pair, bounds)
  return unnamedColumns(names, probe, bounds)
}

function pairColumn(probe: readonly RawRow[], pair: number, bounds: Bbox): CoordinateColumns {
  const pairs = probe.flatMap(({ cells }) => readCoordinatePair(cellText(cells[pair])) ?? [])
  const firsts = median(pairs.filter((_, at) => at % 2 === 0))
  const seconds = median(pairs.filter((_, at) => at % 2 === 1))
  return { longitude: pair, latitude: pair, swapped: isSwapped(firsts, seconds, bounds) }
}

/** Two neighbouring columns of numbers of which one lies in the region's longitudes and the other in its latitudes. */
function unnamedColumns(
  names: readonly string[],
  probe: readonly RawRow[],
  bounds: Bbox,
): CoordinateColumns | undefined {
  for (let at = 0; at + 1 < names.length; at++) {
    if (!allNumbers(probe, at) || !allNumbers(probe, at + 1)) continue
    const [one, other] = [medianOf(probe, at), medianOf(probe, at + 1)]
    if (inDegrees(one, other, bounds)) return { longitude: at, latitude: at + 1, swapped: false }
    if (inDegrees(other, one, bounds)) return { longitude: at + 1, latitude: at, swapped: false }
  }
  return undefined
}

const inDegrees = (longitude: number, latitude: number, [west, south, east, north]: Bbox) =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north

/** Degrees: by the box. Metres: the northing is what is near the region's way from the equator. */
function isSwapped(first: number, second: number, bounds: Bbox): boolean {
  if (Math.abs(first) <= 180 && Math.abs(second) <= 180)
    return inDegrees(second, first, bounds) || (Math.abs(second) > 90 && Math.abs(first) <= 90)
  const northing = ((bounds[1] + bounds[3]) / 2) * metersOfDegree
  return Math.abs(first - northing) < Math.abs(second - northing)
}

const metersOfDegree = 111_000
const probed = (rows: readonly RawRow[]) => rows.slice(0, probedRows)

const numbersOf = (probe: readonly RawRow[], column: number) =>
  probe.flatMap(({ cells }) => readCoordinate(cellText(cells[column])) ?? [])
const filledOf = (probe: readonly RawRow[], column: number) =>
  probe.filter(({ cells }) => cellText(cells[column]).trim()).length
const holdsNumbers = (probe: readonly RawRow[], column: number) => {
  const count = numbersOf(probe, column).length
  return count > 0 && count * 2 >= filledOf(probe, column)
}
const allNumbers = (probe: readonly RawRow[], column: number) => {
  const count = numbersOf(probe, column).length
  return count > 0 && count * 10 >= probe.length * 9
}
const holdsPairs = (probe: readonly RawRow[], column: number) => {
  const count = probe.filter(({ cells }) => readCoordinatePair(cellText(cells[column]))).length
  return count > 0 && count * 2 >= filledOf(probe, column)
}
const medianOf = (probe: readonly RawRow[], column: number) => median(numbersOf(probe, column))

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The point of a row, or why it has none: the column that is to blame and what stands there. */
export type PointRead =
  | { ok: true; position: [number, number] }
  | {
      ok: false
      reason: 'no-coordinates' | 'bad-coordinate' | 'outside-range' | 'swapped-coordinates'
      column: number
      value: string
    }

/** Returns the point of a row's coordinates, in the file's own system. */
export function pointOf(cells: readonly RawCell[], columns: CoordinateColumns, bounds: Bbox): PointRead {
  const { longitude, latitude, swapped } = columns
  const texts = [cellText(cells[longitude]).trim(), cellText(cells[latitude]).trim()] as const
  if (!texts[0] && !texts[1]) return { ok: false, reason: 'no-coordinates', column: longitude, value: '' }
  if (longitude === latitude) return pairPoint(texts[0], longitude, swapped, bounds)
  const [x, y] = texts.map(readCoordinate)
  const bad = x === undefined ? 0 : 1
  if (x === undefined || y === undefined) {
    const reason = texts[bad] ? 'bad-coordinate' : 'no-coordinates'
    return { ok: false, reason, column: bad ? latitude : longitude, value: texts[bad] ?? '' }
  }
  return checked(x, y, columns, texts, bounds)
}

function pairPoint(text: string, column: number, swapped: boolean, bounds: Bbox): PointRead {
  const pair = readCoordinatePair(text)
  if (!pair) return { ok: false, reason: 'bad-coordinate', column, value: text }
  const [x, y] = swapped ? [pair[1], pair[0]] : pair
  return checked(x, y, { longitude: column, latitude: column, swapped }, [text, text], bounds)
}

function checked(
  x: number,
  y: number,
  { longitude, latitude }: CoordinateColumns,
  texts: readonly [string, string],
  bounds: Bbox,
): PointRead {
  const wrong = (reason: 'outside-range' | 'swapped-coordinates', at: 0 | 1): PointRead => ({
    ok: false,
    reason,
    column: at ? latitude : longitude,
    value: texts[at],
  })
  if (Math.abs(x) > 360 && Math.abs(y) > 360) return { ok: true, position: [x, y] }
  if (inDegrees(y, x, bounds)) return wrong('swapped-coordinates', 0)
  if (x === 0 && y === 0) return wrong('outside-range', 0)
  if (Math.abs(x) > 180) return wrong('outside-range', 0)
  return Math.abs(y) > 90 ? wrong('outside-range', 1) : { ok: true, position: [x, y] }
}
