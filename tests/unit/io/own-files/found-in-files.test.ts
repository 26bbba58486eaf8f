/** What files of other programs had, and was read wrongly. */
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { expect, test } from 'vitest'
import { readOwnFile } from '../../../../src/io/own-files/read-file'
import { ownContext } from '../../../fixtures/own-context'
import { shp } from './corpus/shape-writer'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** Geometries of the rows, and the problems' reasons. */
async function read(name: string, bytes: Uint8Array) {
  const reading = await readOwnFile({ name, bytes }, ownContext)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.tables.flatMap(({ rows, problems }) => [
    ...rows.map(({ geometry }) => geometry?.type ?? null),
    ...problems.map(({ reason }) => reason),
  ])
}

test('a FlatGeobuf of one feature has a root above it in its index', async () => {
  const point = { type: 'Point' as const, coordinates: [106.5, 29.5] }
  const bytes = serialize({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { a: 1 }, geometry: point }],
  })
  expect(await read('a.fgb', bytes)).toEqual(['Point'])
})

test('a shape without positions is a row without a place', async () => {
  const empty = ['Point', 'LineString', 'MultiPolygon'].map((type) => ({
    type: 'Feature',
    properties: {},
    geometry: { type, coordinates: [] },
  }))
  expect(await read('a.json', utf8(JSON.stringify({ type: 'FeatureCollection', features: empty })))).toEqual([
    null,
    null,
    null,
  ])
  expect(await read('a.kml', utf8('<kml><Placemark><name>x</name><Point/></Placemark></kml>'))).toEqual([null])
})

test('records of a shapefile may have gaps between them', async () => {
  const whole = shp([
    { type: 'Point', coordinates: [1, 2] },
    { type: 'Point', coordinates: [3, 4] },
  ])
  const gap = Uint8Array.from({ length: 40 }, (_, at) => (at * 37) % 251)
  const bytes = new Uint8Array([...whole.subarray(0, 128), ...gap, ...whole.subarray(128)])
  expect(await read('a.shp', bytes)).toEqual(['Point', 'Point'])
})

test('a track of one position is a point', async () => {
  const track = (...coords: string[]) =>
    `<gx:Track>${coords.map((coord) => `<gx:coord>${coord}</gx:coord>`).join('')}</gx:Track>`
  const kml = `<kml xmlns:gx="http://www.google.com/kml/ext/2.2"><Placemark>${track('106.5 29.5 0')}</Placemark><Placemark>${track('106.5 29.5 0', '106.6 29.5 0')}</Placemark></kml>`
  expect(await read('a.kml', utf8(kml))).toEqual(['Point', 'LineString'])
})

test('an older FlatGeobuf is refused as such', async () => {
  const bytes = Uint8Array.of(0x66, 0x67, 0x62, 2, 0x66, 0x67, 0x62, 0, 1, 0, 0, 0)
  await expect(read('a.fgb', bytes)).rejects.toThrow('old-version')
})
