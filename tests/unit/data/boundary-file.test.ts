import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feature, Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRegion } from '../../../data/steps/read'
import { readBoundaryFile } from '../../../data/steps/read-boundaries'
import { readGeometrySources } from '../../../data/steps/read-geometry'
import { soundBoundaries } from '../../../data/steps/sound-boundaries'
import { type Datum, fromWgs84Position, mapPositions, toWgs84Position } from '../../../geo/base/datum'
import type { LonLat } from '../../../geo/base/position'
import type { DistrictFeature } from '../../../geo/boundaries/topology'
import { builtRecord } from '../../fixtures/built-record'

const { region } = readRegion(process.cwd())
let ours: DistrictFeature[]
let folder: string

beforeAll(async () => {
  ours = (await builtRecord()).boundaries.districts.features
  folder = mkdtempSync(join(tmpdir(), 'yulan-borders-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the build says of a boundary file with this content; nothing where it takes it. */
async function said(content: string | Uint8Array, boundaryDatum?: Datum): Promise<string[]> {
  const boundaryFile = join(folder, 'mine.geojson')
  writeFileSync(boundaryFile, content)
  if (!region) throw new Error('no region')
  const settings = { regionFolder: 'data', boundaryFile, boundaryDatum }
  const read = await soundBoundaries(region, readGeometrySources(process.cwd(), region.row, settings))
  return read.ok ? [] : read.problems.map(({ file, line, message }) => `${file}:${line}  ${message}`)
}

const geojson = (features: readonly Feature[]) => JSON.stringify({ type: 'FeatureCollection', features })
const moved = (change: (position: LonLat) => Position) =>
  geojson(ours.map((each) => ({ ...each, geometry: mapPositions(each.geometry, (at) => change(at as LonLat)) })))
const renamed = (change: (properties: { adcode: string; name: string }) => { [key: string]: unknown }) =>
  geojson(ours.map((each) => ({ ...each, properties: change(each.properties) })))

describe('the datum of a boundary file', () => {
  test('our own borders are taken', async () => {
    expect(await said(geojson(ours))).toEqual([])
  })

  test('in GCJ-02 it is named, with how that is known and what to do', async () => {
    const [sentence, ...rest] = await said(moved((at) => fromWgs84Position(at, 'GCJ02')))
    expect(rest).toEqual([])
    expect(sentence).toMatch(/mine\.geojson:1 {2}似为 GCJ-02/)
    expect(sentence).toMatch(/38 个区县整体偏东 4\d\d 米、偏南 3\d\d 米/)
    expect(sentence).toContain('YULAN_BOUNDARIES_DATUM=gcj02')
  })

  test('in BD-09 as well', async () => {
    const [sentence] = await said(moved((at) => fromWgs84Position(at, 'BD09')))
    expect(sentence).toMatch(/似为 BD-09.*偏东 \d+ 米、偏北 \d+ 米.*YULAN_BOUNDARIES_DATUM=bd09/)
  })

  test('a WGS 84 file that was converted all the same is told from one that was not', async () => {
    const [sentence] = await said(moved((at) => toWgs84Position(at, 'GCJ02')))
    expect(sentence).toMatch(/多转了一次.*偏西 4\d\d 米、偏北 3\d\d 米/)
  })

  test('a shift of another kind is not called by a name', async () => {
    const [sentence] = await said(moved(([longitude, latitude]) => [longitude - 0.005, latitude]))
    expect(sentence).toMatch(/偏西 4\d\d 米.*不像任何已知的坐标系/)
  })

  test('a stated datum is converted, and a wrongly stated one noticed', async () => {
    expect(
      await said(
        moved((at) => fromWgs84Position(at, 'GCJ02')),
        'GCJ02',
      ),
    ).toEqual([])
    expect((await said(geojson(ours), 'GCJ02'))[0]).toMatch(/多转了一次/)
  })

  test('borders digitised otherwise, some ten metres off, are no other datum', async () => {
    const wobbly = moved(([longitude, latitude]) => [
      Number((longitude + 0.0003).toFixed(5)),
      Number((latitude - 0.0002).toFixed(5)),
    ])
    expect(await said(wobbly)).toEqual([])
  })
})

describe('what does no harm is taken', () => {
  const text = () => geojson(ours)

  test.each<[string, () => string | Uint8Array]>([
    ['a byte-order mark', () => `\uFEFF${text()}`],
    ['UTF-16, as Windows saves it', () => Buffer.from(`\uFEFF${text()}`, 'utf16le')],
    [
      'codes as numbers under code, names under NAME',
      () => renamed(({ adcode, name }) => ({ code: Number(adcode), NAME: name })),
    ],
    ['Chinese keys', () => renamed(({ adcode, name }) => ({ 区划码: adcode, 名称: name }))],
    [
      'keys of the land survey and twelve digits',
      () => renamed(({ adcode, name }) => ({ XZQDM: `${adcode}000000`, XZQMC: name })),
    ],
    ['the country’s prefix', () => renamed(({ adcode, name }) => ({ gb: `156${adcode}`, name }))],
    ['codes without names', () => renamed(({ adcode }) => ({ adcode }))],
    ['names without codes', () => renamed(({ name }) => ({ name }))],
    ['heights', () => moved(([longitude, latitude]) => [longitude, latitude, 300])],
    [
      'a district of another city beside them',
      () => {
        const [first] = ours
        return first ? geojson([...ours, { ...first, properties: { adcode: '510107', name: '武侯区' } }]) : ''
      },
    ],
    [
      'a district in several features',
      () =>
        geojson(
          ours.flatMap(({ geometry, ...rest }): Feature[] =>
            geometry.type === 'Polygon'
              ? [{ ...rest, geometry }]
              : geometry.coordinates.map((coordinates) => ({ ...rest, geometry: { type: 'Polygon', coordinates } })),
          ),
        ),
    ],
  ])('%s', async (_, content) => {
    expect(await said(content())).toEqual([])
  })

  test('GB 18030, as Chinese programs save it, keeps its names', () => {
    const path = join(folder, 'gbk.json')
    writeFileSync(path, Buffer.from([0x7b, 0x22, 0x6e, 0x22, 0x3a, 0x22, 0xd3, 0xe5, 0x22, 0x7d]))
    expect(readBoundaryFile(folder, path)).toEqual({ ok: true, value: { n: '渝' } })
  })
})

describe('what is wrong is named by file and district, with what to do', () => {
  test.each<[string, () => string | Uint8Array, RegExp]>([
    [
      'projected coordinates',
      () => moved(([longitude, latitude]) => [longitude * 111_320, latitude * 132_000]),
      /mine\.geojson:1 {2}万州区（500101）的坐标 \[.*投影.*EPSG:4326/,
    ],
    ['latitude first', () => moved(([longitude, latitude]) => [latitude, longitude]), /万州区.*写反了：应先经度后纬度/],
    ['no key for code or name', () => renamed(({ name }) => ({ label: name })), /第 1 个要素.*label.*adcode/],
    [
      'a line',
      () =>
        geojson(
          ours.map((each) => ({
            ...each,
            geometry: {
              type: 'LineString',
              coordinates: [
                [106, 29],
                [107, 30],
              ],
            },
          })),
        ),
      /万州区（500101）不是面，而是 LineString/,
    ],
    [
      'nothing drawn',
      () => geojson(ours.map((each) => ({ ...each, geometry: { type: 'Polygon', coordinates: [] } }))),
      /万州区（500101）没有坐标/,
    ],
    [
      'coordinates as text',
      () => geojson(ours).replace(/\[(\d+\.\d+),(\d+\.\d+)\]/, '["$1","$2"]'),
      /万州区（500101）的坐标 \[".*不是两个数/,
    ],
    [
      'other districts',
      () => renamed(({ adcode, name }) => ({ adcode: adcode.replace('50', '51'), name })),
      /districtCodes.*510101/,
    ],
    ['TopoJSON', () => '{"type":"Topology","objects":{},"arcs":[]}', /Topology.*GeoJSON/],
    ['a zip file', () => Buffer.from('PK\u0003\u0004'), /压缩包.*GeoJSON/],
    ['a shapefile', () => Buffer.from([0, 0, 0x27, 0x0a, 0, 0]), /Shapefile/],
    ['KML', () => '<?xml version="1.0"?><kml/>', /KML/],
    ['JSON cut short', () => geojson(ours).slice(0, 2000), /mine\.geojson:1 {2}JSON 语法错误/],
    [
      'a central district left out',
      () => geojson(ours.filter(({ properties }) => properties.adcode !== '500103')),
      /没有渝中区（500103）/,
    ],
  ])('%s', async (_, content, sentence) => {
    expect((await said(content())).join('\n')).toMatch(sentence)
  })

  test('a file that is not there, with the setting that names it', () => {
    const read = readBoundaryFile(folder, join(folder, 'nowhere.geojson'), 'YULAN_BOUNDARIES=nowhere.geojson')
    expect(read).toMatchObject({
      ok: false,
      problem: { file: 'nowhere.geojson', message: expect.stringContaining('YULAN_BOUNDARIES=nowhere') },
    })
  })
})
