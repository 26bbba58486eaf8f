import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { type BuiltRecord, buildRecord, RecordError } from '../../../data/build'
import { pageRegion } from '../../../data/schema-region'
import { mapAssets } from '../../../data/steps/map-assets'
import { neighboursOf } from '../../../geo/base/neighbours'
import { linesOf } from '../../../geo/base/position'
import { worldOf } from '../../../src/model/analysis/analysis'
import { answerAtOnce } from '../../../src/model/analysis/answer'
import { prepareWorld } from '../../../src/model/analysis/world'
import { indexRecord, type PlanRecord } from '../../../src/model/record'

/** An invented city of three districts and one river. */
const settings = { regionFolder: 'tests/fixtures/second-city' }

let built: BuiltRecord
let record: PlanRecord

beforeAll(async () => {
  built = await buildRecord(process.cwd(), settings)
  const { features } = JSON.parse(built.shipped.files.get('features.geojson') ?? '')
  record = indexRecord({ ...JSON.parse(built.shipped.core), features }, pageRegion(built.region))
})

test('its three districts adjoin one another, two pairs across the river', () => {
  expect(neighboursOf(built.adjacency, '990101')).toEqual(['990102', '990103'])
  expect(built.adjacency.map(({ a, b, alongRiver, riverName }) => [a, b, alongRiver && riverName])).toEqual([
    ['990101', '990102', '云带河'],
    ['990101', '990103', false],
    ['990102', '990103', '云带河'],
  ])
})

test('its river is one line from the borders to the drawn reach beyond them', () => {
  const river = record.featureById.get('yundai')
  const lines = linesOf(river?.geometry ?? { type: 'Point', coordinates: [] })
  expect(lines).toHaveLength(2)
  expect(lines[0]?.at(-1)).toEqual(lines[1]?.[0])
  expect(lines[1]?.at(-1)?.[0]).toBeGreaterThan(118.7)
})

test('its map has tiles, and nothing of another city in them', () => {
  const assets = mapAssets(process.cwd(), built)
  for (const archive of ['basemap', 'districts']) {
    const parts = assets.filter(({ name }) => name.startsWith(archive))
    expect(parts[0]?.name).toBe(`${archive}.pmtiles`)
    expect(parts.reduce((sum, { content }) => sum + gunzipSync(content).length, 0)).toBeGreaterThan(5000)
  }
  expect(built.shipped.core).not.toMatch(/500\d{3}|重庆|长江/)
  expect(built.shipped.files.get('projects.csv')).toContain('2023,2024,2025')
})

test('every placed feature can be asked a buffer, and a drawn point only inside its box', () => {
  const world = prepareWorld(worldOf(record))
  const placed = record.features.filter(({ geometry }) => geometry !== null)
  expect(placed).toHaveLength(8)
  for (const { properties } of placed) {
    const answer = answerAtOnce(world, { kind: 'buffer', radiusMeters: 5000, subject: { feature: properties.id } })
    expect(answer.ok, properties.id).toBe(true)
  }
  const ask = (longitude: number, latitude: number) =>
    answerAtOnce(world, {
      kind: 'buffer',
      radiusMeters: 5000,
      subject: { drawn: 'point', positions: [[longitude, latitude]] },
    })
  expect(ask(118.3, 36.2).ok).toBe(true)
  expect(ask(106.55, 29.56)).toEqual({ ok: false, reason: 'outside-region' })
})

test('a boundary file of another city is refused, and its codes are named', async () => {
  const elsewhere = {
    regionFolder: 'tests/fixtures/second-city',
    boundaryFile: 'node_modules/echarts/map/json/province/chongqing.json',
  }
  const building = buildRecord(process.cwd(), elsewhere)
  await expect(building).rejects.toThrow(RecordError)
  await expect(building).rejects.toThrow(/chongqing\.json:1 .*districtCodes.*500101/)
})

test.each<[string, string, string]>([
  ['enters: [118.27, 36]', 'enters: [118.1, 36]', 'enters 离第一段边界'],
  [
    "      - ['990101', '990102']\n      - ['990102', '990103']\n",
    "      - ['990101', '990104']\n",
    '990101 与 990104',
  ],
  ["    course:\n      - ['990101', '990102']\n      - ['990102', '990103']\n", '', '云带河'],
])('a river that cannot be drawn is a problem of region.yaml: %s', async (piece, replacement, word) => {
  const copy = mkdtempSync(join(tmpdir(), 'yulan-city-'))
  try {
    cpSync(settings.regionFolder, copy, { recursive: true })
    const file = join(copy, 'region.yaml')
    const content = readFileSync(file, 'utf8')
    expect(content).toContain(piece)
    writeFileSync(file, content.replace(piece, replacement))
    if (word === '云带河') rmSync(join(copy, 'shapes/rivers-reaches.geojson'))
    const building = buildRecord(process.cwd(), { regionFolder: copy })
    await expect(building).rejects.toThrow(RecordError)
    await expect(building).rejects.toThrow(new RegExp(`region\\.yaml:\\d+ .*${word}`))
  } finally {
    rmSync(copy, { recursive: true })
  }
})
