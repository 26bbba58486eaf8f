import { describe, expect, test } from 'vitest'
import { localPlane } from '../../../../geo/base/ellipsoid'
import type { LonLat } from '../../../../geo/base/position'
import { declaredCrs } from '../../../../src/model/own-data/declared-crs'
import type { KnownDatum, OwnDatum } from '../../../../src/model/own-data/own-layer'
import type { OwnTable } from '../../../../src/model/own-data/own-table'
import { proposeDatum } from '../../../../src/model/own-data/propose-datum'
import { ownContextOf } from '../../../../src/model/own-data/record-places'
import { positionFromWgs84, positionToWgs84, toWgs84 } from '../../../../src/model/own-data/to-wgs84'
import { builtRecord } from '../built-record'
import { datumFiles } from './datum-files'

/** Zones of both widths with one meridian are one projection. */
const sameDatum = (one: OwnDatum, other: OwnDatum) =>
  one.kind === other.kind &&
  (one.kind !== 'gaussKruger' ||
    other.kind !== 'gaussKruger' ||
    (one.meridian === other.meridian && one.prefixed === other.prefixed))

test('of 200 files the datum is told where names suffice, seldom wrongly, and else not', async () => {
  const context = ownContextOf((await builtRecord()).record)
  const files = datumFiles(context.places, 200, 20261130)
  const told = files.map((file) => {
    const { datum, evidence } = proposeDatum(file.table, context)
    return { file, datum, right: datum !== undefined && sameDatum(datum, file.datum), evidence }
  })
  const count = (test: (one: (typeof told)[number]) => boolean) => told.filter(test).length
  const enough = count(({ file }) => file.suffices)
  const figures = {
    imprecise: count(({ file }) => file.impreciseOnly),
    enough,
    rightWhereEnough: count(({ file, right }) => file.suffices && right),
    wrong: count(({ datum, right }) => datum !== undefined && !right),
    cannotTell: count(({ datum }) => datum === undefined),
    toldWhereNotEnough: count(({ file, datum }) => !file.suffices && datum !== undefined),
  }
  expect(figures.imprecise).toBe(50)
  expect(enough).toBeGreaterThan(60)
  expect(figures.cannotTell).toBeGreaterThan(40)
  expect(figures.rightWhereEnough / enough).toBeGreaterThanOrEqual(0.95)
  expect(figures.wrong / files.length).toBeLessThanOrEqual(0.01)
  // Nothing is applied: the table that was looked at still has its own coordinates.
  expect(files).toEqual(datumFiles(context.places, 200, 20261130))
}, 120_000)

const table = (points: readonly (readonly [name: string, ...LonLat])[], more: Partial<OwnTable> = {}): OwnTable => ({
  name: 'a.csv',
  format: 'csv',
  columns: [{ name: '名称', type: 'text' }],
  rows: points.map(([name, x, y], at) => ({
    row: at + 2,
    values: [name],
    geometry: { type: 'Point', coordinates: [x, y] },
  })),
  problems: [],
  placed: { by: 'geometry' },
  ...more,
})
const bounds = [105, 28, 111, 33] as const
const noPlaces = { places: [], bounds, prefixes: [] }

test('without names degrees tell nothing, unless the file itself does', () => {
  const points = [['甲', 106.5, 29.5]] as const
  expect(proposeDatum(table(points), noPlaces).datum).toBeUndefined()
  expect(proposeDatum(table(points, { declaredCrs: 'EPSG:4490' }), noPlaces).datum).toEqual({ kind: 'wgs84' })
})

test('metres that no zone puts into the region are a local system', () => {
  expect(proposeDatum(table([['甲', 62_000, 81_000]]), noPlaces).datum).toEqual({ kind: 'unknownLocal' })
  const zone = { kind: 'gaussKruger', meridian: 108, zoneWidth: 3, prefixed: true }
  expect(proposeDatum(table([['甲', 36_360_000, 3_270_000]]), noPlaces).datum).toEqual(zone)
})

test('a shift that is none of the known datums is not taken for one', () => {
  const places = Array.from({ length: 12 }, (_, at) => ({
    id: `p${at}`,
    names: [`第${at}中学`],
    how: 'place' as const,
    position: [106.4 + at / 50, 29.5] as LonLat,
    errorMeters: 300,
    districts: [],
  }))
  const shifted = places.map(({ names, position }) => {
    const at = localPlane(position).toLonLat([-1500, 900])
    return [names[0] ?? '', ...at] as const
  })
  const { datum, evidence } = proposeDatum(table(shifted), { places, bounds, prefixes: [] })
  expect(datum).toBeUndefined()
  expect(evidence.matchedNames).toBe(12)
})

test('codes and texts of projections are read by their numbers', () => {
  expect(declaredCrs('EPSG:4545')).toEqual({
    known: true,
    datum: { kind: 'gaussKruger', meridian: 108, zoneWidth: 3, prefixed: false },
    isOld: false,
  })
  expect(declaredCrs('EPSG:4524')).toMatchObject({ datum: { meridian: 108, prefixed: true } })
  expect(declaredCrs('EPSG:2360')).toMatchObject({ datum: { meridian: 108, prefixed: true }, isOld: true })
  expect(declaredCrs('EPSG:27700')).toEqual({ known: false })
  const esri =
    'PROJCS["CGCS2000_3_Degree_GK_Zone_36",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",36500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",108.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
  expect(declaredCrs(esri)).toMatchObject({ datum: { meridian: 108, zoneWidth: 3, prefixed: true }, isOld: false })
  expect(declaredCrs('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]')).toMatchObject({ datum: { kind: 'wgs84' } })
})

test('coordinates are turned, and a row that cannot be is a problem', () => {
  const read = table([
    ['甲', 36_360_000, 3_270_000],
    ['乙', 36_360_000, 99_270_000],
  ])
  const made = toWgs84(read, { kind: 'gaussKruger', meridian: 108, zoneWidth: 3, prefixed: true })
  const [first] = made.rows
  expect(first?.geometry?.type === 'Point' && first.geometry.coordinates.map((degrees) => degrees.toFixed(3))).toEqual([
    '106.556',
    '29.540',
  ])
  expect([...made.rows, ...made.problems].map(({ row }) => row)).toEqual([2, 3])
})

describe('projections of other countries', () => {
  const utm = { kind: 'utm', zone: 48, south: false } as const
  const known = [
    [utm, 'EPSG:32648'],
    [{ kind: 'webMercator' }, 'EPSG:3857'],
  ] as const
  const [longitude, latitude] = [106.55, 29.56] as const

  test.each(known)('%j is read from its code, its text and its members', (datum, code) => {
    expect(declaredCrs(code)).toEqual({ known: true, datum, isOld: false })
  })

  test('a .prj tells them by its numbers', () => {
    const text = (projection: string, numbers: string) =>
      `PROJCS["x",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]],PROJECTION["${projection}"],${numbers}]`
    const zone =
      'PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",0.9996]'
    expect(declaredCrs(text('Transverse_Mercator', zone))).toEqual({ known: true, datum: utm, isOld: false })
    const south = `${zone},PARAMETER["False_Northing",10000000.0]`
    expect(declaredCrs(text('Transverse_Mercator', south))).toMatchObject({ datum: { zone: 48, south: true } })
    const sphere = text('Mercator_Auxiliary_Sphere', 'PARAMETER["Central_Meridian",0.0]')
    expect(declaredCrs(sphere)).toMatchObject({ datum: { kind: 'webMercator' } })
    const offCentre = zone.replace('105.0', '106.0')
    expect(declaredCrs(text('Transverse_Mercator', offCentre))).toEqual({ known: false })
  })

  test('there and back is the same place, and the equator and a zone’s meridian lie where they are defined', () => {
    for (const datum of [utm, { ...utm, south: true }, { kind: 'webMercator' }] as const) {
      const [x, y] = positionFromWgs84([longitude, latitude], datum)
      const [east, north] = positionToWgs84([x, y], datum)
      expect(Math.hypot(east - longitude, north - latitude)).toBeLessThan(1e-9)
    }
    expect(positionFromWgs84([105, 0], utm)).toEqual([500_000, 0])
    // The half of the equator in Web Mercator, and the length of a quadrant's half at UTM's scale.
    expect(positionFromWgs84([180, 0], { kind: 'webMercator' })[0]).toBeCloseTo(20_037_508.342789, 5)
    expect(positionFromWgs84([105, 45], utm)[1]).toBeCloseTo(4_984_944.378 * 0.9996, 2)
  })

  test('eight digits in the region are Web Mercator; six are a zone of China unless names speak for UTM', () => {
    const at = (datum: KnownDatum) => positionFromWgs84([longitude, latitude], datum)
    expect(proposeDatum(table([['甲', ...at({ kind: 'webMercator' })]]), noPlaces).datum).toEqual({
      kind: 'webMercator',
    })
    const zone = { kind: 'gaussKruger', meridian: 105, zoneWidth: 3, prefixed: false } as const
    const here = { ...noPlaces, bounds: [106, 29, 107.5, 30.5] as const }
    expect(proposeDatum(table([['甲', ...at(zone)]]), here).datum).toEqual(zone)
    const places = Array.from({ length: 6 }, (_, number) => ({
      id: `p${number}`,
      names: [`第${number}中学`],
      how: 'place' as const,
      position: [106.4 + number / 50, 29.5] as LonLat,
      errorMeters: 100,
      districts: [],
    }))
    const points = places.map(
      ({ names: [name = ''], position }) => [name, ...positionFromWgs84(position, utm)] as const,
    )
    const { datum, evidence } = proposeDatum(table(points), { ...here, places })
    expect(datum).toEqual(utm)
    expect(evidence.medianMetersAfter).toBeLessThan(1)
  })
})
