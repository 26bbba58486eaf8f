import { beforeAll, describe, expect, test } from 'vitest'
import { distanceKm, lengthKm, signedRingAreaKm2 } from '../../../geo/base/measure'
import { lonLat } from '../../../geo/base/position'
import {
  type AnalysisAnswer,
  type AnalysisOutcome,
  type AskedFeature,
  worldOf,
} from '../../../src/model/analysis/analysis'
import { answerAtOnce } from '../../../src/model/analysis/answer'
import { answerCsv, answerGeoJson } from '../../../src/model/analysis/export'
import { adjacencyClaims, countedIds, foundByKind, knownOf, rowsAbout } from '../../../src/model/analysis/rows'
import { type PreparedWorld, prepareWorld } from '../../../src/model/analysis/world'
import type { DetailFiles, PlanRecord } from '../../../src/model/record'
import type { Analysis } from '../../../src/model/view'
import { syntheticFeatures } from '../../bench/synthetic'
import { builtRecord } from './built-record'

let record: PlanRecord
let details: DetailFiles
let world: PreparedWorld
let features: AskedFeature[]

beforeAll(async () => {
  const built = await builtRecord()
  record = built.record
  details = built.details
  const asked = worldOf(record)
  features = asked.features
  world = prepareWorld(asked)
})

const ask = (question: Analysis): AnalysisOutcome => answerAtOnce(world, question)

function answer<K extends AnalysisAnswer['kind']>(kind: K, question: Analysis): Extract<AnalysisAnswer, { kind: K }> {
  const outcome = ask(question)
  if (!outcome.ok) throw new Error(outcome.reason)
  if (outcome.value.kind !== kind) throw new Error(outcome.value.kind)
  return outcome.value as Extract<AnalysisAnswer, { kind: K }>
}

const around = (feature: string, radiusMeters: number): Analysis => ({
  kind: 'buffer',
  radiusMeters,
  subject: { feature },
})

describe('buffer', () => {
  test('果园港 by 5 km: a circle, in 江北 and its neighbours, the river within', () => {
    const found = answer('buffer', around('gyport', 5000))
    expect(found.areaKm2).toBeGreaterThan(78.3)
    expect(found.areaKm2).toBeLessThan(78.6)
    expect(found.covered[0]?.id).toBe('500105')
    expect(found.covered.reduce((sum, { km2 }) => sum + km2, 0)).toBeCloseTo(found.areaKm2, 1)
    expect(found.found.find(({ id }) => id === 'changjiang')?.inside).toBe(true)
    expect(found.found.some(({ id }) => id === 'gyport')).toBe(false)
    expect(found.nearest.find(({ kind }) => kind === 'district')).toMatchObject({ id: '500105', km: 0 })
  })

  test('a bigger radius never loses a feature', () => {
    const radii = [500, 1000, 2000, 5000, 10_000, 20_000]
    for (const id of ['gyport', '500103', 'gdjt18hx', 'jialingjiang']) {
      const sets = radii.map((radius) => {
        const { found } = answer('buffer', around(id, radius))
        return new Set(found.filter(({ inside }) => inside).map((one) => one.id))
      })
      for (const [index, less] of sets.slice(0, -1).entries())
        expect([...less].filter((one) => !sets[index + 1]?.has(one))).toEqual([])
    }
  })

  test('marks as 临界 what errors of position could change', () => {
    const { found } = answer('buffer', around('gyport', 5000))
    const subjectError = world.byId.get('gyport')?.errorMeters ?? 0
    for (const { id, km, borderline } of found) {
      const error = subjectError + (world.byId.get(id)?.errorMeters ?? 0) + 2.5
      expect(borderline).toBe(Math.abs(km * 1000 - 5000) <= error)
    }
    expect(found.some(({ borderline }) => borderline)).toBe(true)
  })

  test('plans and projects are those of what is inside, whole districts left out', () => {
    const { found } = answer('buffer', around('500112', 500))
    const ids = countedIds(record, found)
    expect(ids.some((id) => /^\d{6}$/.test(id))).toBe(false)
    const rows = rowsAbout(record, details, ids)
    expect(rows.plans.length).toBeGreaterThan(20)
    expect(rows.plans.every((plan) => plan.features.some((id) => ids.includes(id)))).toBe(true)
    const money = rows.projects?.reduce((sum, { investmentWan }) => sum + (investmentWan ?? 0), 0)
    expect(rows.investmentWan).toBe(money)
    expect(foundByKind(record, found).flatMap(({ rows: some }) => some)).toHaveLength(found.length)
  })

  test('asks of drawn points, lines and areas', () => {
    const point: Analysis = {
      kind: 'buffer',
      radiusMeters: 1000,
      subject: { drawn: 'point', positions: [[106.55, 29.56]] },
    }
    const line: Analysis = {
      kind: 'buffer',
      radiusMeters: 1000,
      subject: {
        drawn: 'line',
        positions: [
          [106.5, 29.5],
          [106.6, 29.6],
        ],
      },
    }
    const area: Analysis = {
      kind: 'buffer',
      radiusMeters: 1000,
      subject: {
        drawn: 'area',
        positions: [
          [106.5, 29.5],
          [106.6, 29.5],
          [106.6, 29.6],
        ],
      },
    }
    const [a, b, c] = [point, line, area].map((question) => answer('buffer', question).areaKm2)
    expect(a).toBeCloseTo(3.14, 1)
    expect(b).toBeGreaterThan(a ?? Infinity)
    expect(c).toBeGreaterThan(b ?? Infinity)
  })
})

describe('adjacency', () => {
  test('巴南 has ten neighbours, as its article says', () => {
    const found = answer('adjacency', { kind: 'adjacency', feature: '500113', order: 1 })
    expect(found.neighbours).toHaveLength(10)
    const claims = adjacencyClaims(details.relations, '500113', found)
    expect(claims.map(({ held, stated }) => [held, stated])).toContainEqual([10, 10])
  })

  test('渝北’s neighbours in its plan are held against the borders', () => {
    const found = answer('adjacency', { kind: 'adjacency', feature: '500112', order: 1 })
    const claims = adjacencyClaims(details.relations, '500112', found)
    expect(claims.length).toBeGreaterThan(3)
    for (const { held, stated, missing } of claims) expect(held).toBe(stated - missing.length)
    const across = claims.find(({ relation }) => relation.text.includes('隔江'))
    // 江北's eastern strip lies between: 南岸 is seen across the river, but shares no border.
    expect(across?.missing).toEqual(['500108'])
    expect(answer('between', { kind: 'between', from: '500112', to: '500108' }).gapKm).toBeGreaterThan(0.2)
  })

  test('is symmetric, and second neighbours are no neighbours', () => {
    const districts = features.filter(({ kind }) => kind === 'district').map(({ id }) => id)
    for (const id of districts) {
      const { neighbours, second } = answer('adjacency', { kind: 'adjacency', feature: id, order: 2 })
      for (const { id: other } of neighbours) {
        const back = answer('adjacency', { kind: 'adjacency', feature: other, order: 1 })
        expect(back.neighbours.map((one) => one.id)).toContain(id)
        expect(second).not.toContain(other)
      }
      expect(second).not.toContain(id)
    }
  })
})

describe('crossing', () => {
  test('the districts’ shares of every corridor add up to its length', () => {
    for (const { id, kind, geometry } of features) {
      if (kind !== 'corridor' || !geometry?.type.endsWith('LineString')) continue
      const outcome = ask({ kind: 'crossing', feature: id, radiusMeters: 1000 })
      if (!outcome.ok || outcome.value.kind !== 'corridor') continue
      const total = outcome.value.passages.reduce((sum, { km }) => sum + km, 0)
      expect(Math.abs(total / lengthKm(geometry) - 1), id).toBeLessThan(1e-6)
    }
  })

  test('18号线 has a bridge on it and passes the districts its article names', () => {
    const found = answer('corridor', { kind: 'crossing', feature: 'gdjt18hx', radiusMeters: 1000 })
    const passed = new Set(found.passages.map(({ id }) => id))
    for (const id of record.featureById.get('gdjt18hx')?.properties.districts ?? []) expect(passed).toContain(id)
    const along = found.onIt.map(({ alongKm }) => alongKm)
    expect(along).toEqual([...along].sort((a, b) => a - b))
    expect(found.onIt.length).toBeGreaterThan(0)
  })

  test('what crosses a district is what passes it', () => {
    const { corridors } = answer('through', { kind: 'crossing', feature: '500104', radiusMeters: 1000 })
    const line = corridors.find(({ id }) => id === 'gdjt18hx')
    const { passages } = answer('corridor', { kind: 'crossing', feature: 'gdjt18hx', radiusMeters: 1000 })
    const inside = passages.reduce((sum, { id, km }) => (id === '500104' ? sum + km : sum), 0)
    expect(line?.km).toBeCloseTo(inside, 6)
  })
})

describe('between', () => {
  test('is as far back as forth, and along corridors no shorter than straight by more than both lie beside them', () => {
    const there = answer('between', { kind: 'between', from: 'gyport', to: '500103' })
    const back = answer('between', { kind: 'between', from: '500103', to: 'gyport' })
    expect(there.centerKm).toBeCloseTo(back.centerKm, 9)
    expect(Math.abs(there.bearingDegrees - back.bearingDegrees)).toBeCloseTo(180, 6)
    const stations = features.filter(
      ({ id, geometry, kind }) => kind === 'facility' && geometry?.type === 'Point' && ask(around(id, 100)).ok,
    )
    for (const [index, one] of stations.slice(0, 30).entries()) {
      const other = stations[(index * 7 + 3) % stations.length]
      if (!other || other.id === one.id) continue
      const way = answer('between', { kind: 'between', from: one.id, to: other.id })
      for (const { km, offKm } of way.along) expect(km + offKm[0] + offKm[1]).toBeGreaterThan(way.centerKm * 0.999)
    }
  })
})

describe('extents', () => {
  test('a circle tells how much it covers of each, and its own share is that of the common area', () => {
    const found = answer('buffer', around('gyport', 5000))
    const valley = found.coveredExtents.find(({ id }) => id === 'dongbucaogu')
    expect(valley?.share).toBeGreaterThan(0.02)
    expect(valley?.km2).toBeLessThan(found.areaKm2)
    const extent = record.extentById.get('dongbucaogu')
    expect((valley?.share ?? 0) * (extent?.properties.areaKm2 ?? 0)).toBeCloseTo(valley?.km2 ?? 0, 1)
    expect(found.coveredExtents.find(({ id }) => id === 'zxcq')?.km2).toBeCloseTo(found.areaKm2, 1)
  })

  test('the nearest of a kind is not the zone one stands in', () => {
    const found = answer('buffer', around('gyport', 5000))
    const zone = found.nearest.find(({ kind }) => kind === 'zone')
    expect(zone?.km).toBeGreaterThan(0)
    expect(found.found.find(({ id }) => id === 'zxcq')).toMatchObject({ km: 0, inside: true })
  })

  test('the nearest of a kind is the one that stands nearest, whatever disc is drawn round another', () => {
    const { features } = worldOf(record)
    const discs = features.filter(({ id }) => record.extentById.get(id)?.properties.method === 'stated-area')
    expect(discs.length).toBeGreaterThan(5)
    for (const { id, kind } of discs) {
      const { geometry, properties } = record.featureById.get(id) ?? {}
      if (geometry?.type !== 'Point') throw new Error(`${id} stands at no point`)
      const radiusKm = Math.sqrt((record.extentById.get(id)?.properties.areaKm2 ?? 0) / Math.PI)
      // Just outside its disc.
      const [longitude, latitude] = lonLat(geometry.coordinates)
      const at: [number, number] = [longitude, latitude + (radiusKm + 0.1) / 110.9]
      const question: Analysis = { kind: 'buffer', radiusMeters: 500, subject: { drawn: 'point', positions: [at] } }
      const nearest = answer('buffer', question).nearest.find((one) => one.kind === kind)
      const found = record.featureById.get(nearest?.id ?? '')
      const ofExtent = record.extentById.get(nearest?.id ?? '')?.properties.errorMeters
      expect(nearest?.errorMeters, id).toBe(found?.properties.precision?.errorMeters ?? ofExtent)
      expect(nearest?.km, `${id} ${properties?.name}`).toBeLessThanOrEqual(
        distanceKm(at, [longitude, latitude]) + 0.001,
      )
      if (found?.geometry?.type === 'Point')
        expect(nearest?.km, id).toBeCloseTo(distanceKm(at, lonLat(found.geometry.coordinates)), 2)
    }
  })

  test('asked about, it is its area and not its position that counts', () => {
    const found = answer('buffer', around('xibucaogu', 500))
    expect(found.areaKm2).toBeGreaterThan(record.extentById.get('xibucaogu')?.properties.areaKm2 ?? Infinity)
    expect(found.coveredExtents.map(({ id }) => id)).not.toContain('xibucaogu')
    expect(found.found.map(({ id }) => id)).toContain('gjwlc')
  })

  test('corridors tell how far they run in each, and each what runs through it', () => {
    const { corridors } = answer('through', { kind: 'crossing', feature: 'xibucaogu', radiusMeters: 1000 })
    expect(corridors.length).toBeGreaterThan(3)
    for (const { id, km } of corridors.filter(({ km: length }) => length > 0)) {
      const found = answer('corridor', { kind: 'crossing', feature: id, radiusMeters: 1000 })
      expect(found.extents.find((extent) => extent.id === 'xibucaogu')?.km, id).toBeCloseTo(km, 6)
      for (const extent of found.extents) expect(extent.km, id).toBeLessThanOrEqual(found.lengthKm + 1e-6)
    }
  })
})

describe('odd questions have a reason', () => {
  const drawn = (shape: 'point' | 'line' | 'area', ...positions: [number, number][]): Analysis => ({
    kind: 'buffer',
    radiusMeters: 1000,
    subject: { drawn: shape, positions },
  })

  test.each([
    ['no radius', around('gyport', 0), 'radius-too-small'],
    ['a negative radius', around('gyport', -5), 'radius-too-small'],
    ['an absurd radius', around('gyport', 999_999), 'radius-too-large'],
    ['a radius that is no number', around('gyport', Number.NaN), 'radius-not-a-number'],
    ['a point abroad', drawn('point', [29.5, 106.5]), 'outside-region'],
    ['a line of one place', drawn('line', [106.5, 29.5], [106.5, 29.5]), 'degenerate-line'],
    ['an area without area', drawn('area', [106.5, 29.5], [106.6, 29.6], [106.5, 29.5]), 'degenerate-area'],
    [
      'an area that crosses itself',
      drawn('area', [106.5, 29.5], [106.6, 29.6], [106.6, 29.5], [106.5, 29.6]),
      'self-crossing',
    ],
    ['a feature nobody knows', around('nosuchid', 1000), 'no-geometry'],
    ['the neighbours of a port', { kind: 'adjacency', feature: 'gyport', order: 1 } as Analysis, 'not-a-district'],
    ['what a port crosses', { kind: 'crossing', feature: 'gyport', radiusMeters: 1000 } as Analysis, 'not-a-line'],
    ['the way to itself', { kind: 'between', from: 'gyport', to: 'gyport' } as Analysis, 'same-feature'],
  ])('%s', (_name, question, reason) => {
    expect(ask(question)).toEqual({ ok: false, reason })
  })

  test('a feature without a place: its reason, and what is known of it instead', () => {
    const unplaced = record.features.find(
      ({ geometry, properties: { id, plans } }) => !geometry && plans > 0 && !record.extentById.has(id),
    )
    const id = unplaced?.properties.id ?? ''
    expect(ask(around(id, 1000))).toEqual({ ok: false, reason: 'no-geometry' })
    expect(knownOf(record, id).plans).toBeGreaterThan(0)
  })
})

describe('taken along', () => {
  test('CSV has a row and GeoJSON a feature for each thing found, the shape first', () => {
    const found = answer('buffer', around('gyport', 5000))
    const rows = answerCsv(found, record).trim().split('\r\n')
    expect(rows).toHaveLength(
      1 + found.found.length + found.covered.length + found.coveredExtents.length + found.nearest.length,
    )
    expect(rows[1]).toMatch(/^要素,/)
    const collection = answerGeoJson(found, record, around('gyport', 5000))
    expect(collection.features[0]?.geometry?.type).toBe(found.shape.type)
    expect(collection.features.length).toBeGreaterThan(found.found.length)
  })

  test.each([
    ['buffer', around('gyport', 5000), { radiusMeters: 5000 }],
    ['corridor', { kind: 'crossing', feature: 'gdjt18hx', radiusMeters: 2000 }, { radiusMeters: 2000 }],
    ['between', { kind: 'between', from: '500112', to: '500113' }, {}],
  ] as const)(
    'GeoJSON of %s is RFC 7946: an id once, six decimals, what was asked and of which release',
    (kind, question, said) => {
      const collection = answerGeoJson(answer(kind, question), record, question)
      expect(collection).toMatchObject({ release: record.release, question })
      expect(collection.features[0]?.properties).toMatchObject(said)
      const ids = collection.features.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).not.toContain(undefined)
      const text = JSON.stringify(collection.features.map(({ geometry }) => geometry))
      expect(text).not.toMatch(/\.\d{7}/)
      for (const { geometry } of collection.features)
        if (geometry?.type === 'Polygon') expect(signedRingAreaKm2(geometry.coordinates[0] ?? [])).toBeGreaterThan(0)
    },
  )

  test('a feature that is found, covered and nearest says all of it at once', () => {
    const question = around('gyport', 5000)
    const found = answer('buffer', question)
    const { features } = answerGeoJson(found, record, question)
    const [nearest] = found.nearest.filter(({ id }) => found.found.some((one) => one.id === id))
    const written = features.find(({ id }) => id === nearest?.id)
    expect(written?.properties?.parts).toEqual(expect.arrayContaining(['要素', '各类最近']))
    const [covered] = found.covered
    expect(features.find(({ id }) => id === covered?.id)?.properties?.km2).toBeCloseTo(covered?.km2 ?? 0, 3)
  })
})

describe('a hundred times the features', () => {
  test('leave the answer about the record’s own as it is', () => {
    const many = prepareWorld({
      region: world.region,
      features: [...features, ...syntheticFeatures(features.length * 20, 3)],
      adjacency: [],
    })
    const question = around('gyport', 5000)
    const outcome = answerAtOnce(many, question)
    if (!outcome.ok || outcome.value.kind !== 'buffer') throw new Error('no answer')
    const own = outcome.value.found.filter(({ id }) => world.byId.has(id))
    expect(own).toEqual(answer('buffer', question).found)
  })
})
