import { beforeAll, expect, test } from 'vitest'
import { atlasDocument } from '../../../../src/model/handout/atlas'
import type { HandoutContext } from '../../../../src/model/handout/context'
import { fieldOf, gridOf } from '../../../../src/model/handout/map-grid'
import { type PaperDocument, withoutMaps } from '../../../../src/model/handout/paper-document'
import { allDistrictPlans } from '../../../../src/model/plans/district-plans'
import { builtRecord } from '../built-record'

let context: HandoutContext
let atlas: PaperDocument

beforeAll(async () => {
  const { record, details } = await builtRecord()
  context = {
    ...{ record, details, language: 'zh-CN', today: '2026-11-30' },
    addressOf: ({ districts }) => `https://example.test/?d=${districts.join('.')}`,
    answerTo: () => undefined,
  }
  atlas = atlasDocument(context)
}, 60_000)

test('it has an overview, the nine districts, networks, an index and sources, in this order', () => {
  const codes = context.record.region.centralDistricts.map((code) => `district:${code}`)
  expect(atlas.sections.map(({ id }) => id)).toEqual(['overview', ...codes, 'networks', 'index', 'sources'])
  expect(atlas.sections[0]?.contents.map(({ section }) => section)).toEqual([...codes, 'networks', 'index', 'sources'])
  for (const { id, map, points, link, title } of atlas.sections.slice(1, 1 + codes.length)) {
    expect(map?.gridded, title).toBe(true)
    expect(points.length, title).toBeGreaterThan(5)
    expect(link).toContain('?d=')
    // What has no room on the page is counted there, so all of them must be given.
    const { own, within, shared } = allDistrictPlans(context.record, id.replace('district:', ''))
    expect(points.length, title).toBe(new Set([...own, ...within, ...shared]).size)
    for (const { sources } of points) for (const at of sources) expect(atlas.sources[at]).toBeTruthy()
  }
})

test('every placed feature but districts stands once in the index, in the order of its spelling', () => {
  const placed = context.record.features.filter(
    ({ geometry, properties }) => geometry && properties.kind !== 'district',
  )
  const index = atlas.sections.find(({ id }) => id === 'index')
  expect(index?.places.map(({ name }) => name).sort()).toEqual(placed.map(({ properties }) => properties.name).sort())
  const pinyin = new Map(placed.map(({ properties }) => [properties.name, properties.pinyin]))
  const spelled = index?.places.map(({ name }) => pinyin.get(name) ?? '') ?? []
  expect(spelled).toEqual([...spelled].sort((one, other) => one.localeCompare(other, 'en')))
  for (const { sections } of index?.places ?? []) expect(sections.at(-1)).toBe('overview')
})

test('where no map can be drawn, nothing points into one', () => {
  const bare = withoutMaps(atlas)
  expect(bare.sections.some(({ map, cards, places }) => map || cards.length + places.length > 0)).toBe(false)
  expect(bare.sections.map(({ id }) => id)).not.toContain('index')
  expect(bare.sections[0]?.contents.map(({ section }) => section)).not.toContain('index')
  expect(bare.sections.at(-1)?.sources).toBe(true)
})

test('a network of the atlas has no place of its own and members that have', () => {
  const cards = atlas.sections.find(({ id }) => id === 'networks')?.cards ?? []
  expect(cards.length).toBeGreaterThan(5)
  for (const { id, view } of cards) {
    expect(view.feature).toBe(id)
    expect(context.record.featureById.get(id)?.geometry).toBeNull()
  }
})

test('a field is where Web Mercator puts it, and there is none outside', () => {
  const size = { width: 800, height: 600 }
  const camera = { longitude: 106.5, latitude: 29.6, zoom: 10, bearing: 0, pitch: 0 }
  const map = { camera, size, grid: gridOf(size, 100) }
  expect(map.grid).toEqual({ columns: 8, rows: 6 })
  const perDegree = (512 * 2 ** camera.zoom) / 360
  const east = (pixels: number) => camera.longitude + pixels / perDegree
  expect(fieldOf([east(1), camera.latitude - 0.0001], map)).toBe('E4')
  expect(fieldOf([east(-399), camera.latitude + 0.0001], map)).toBe('A3')
  expect(fieldOf([east(401), camera.latitude], map)).toBeUndefined()
})
