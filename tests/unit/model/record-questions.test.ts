/** Every placed feature of the record can be asked every spatial question. */
import { booleanIntersects, feature } from '@turf/turf'
import { beforeAll, describe, expect, test } from 'vitest'
import { bounds, boundsOverlap, distanceKm, lengthKm } from '../../../geo/base/measure'
import { representativePoint } from '../../../geo/query/between'
import { closestPair } from '../../../geo/query/closest'
import { prepareGeometry } from '../../../geo/query/prepared'
import { geometryProblem } from '../../../geo/query/validity'
import { type AskedFeature, worldOf } from '../../../src/model/analysis/analysis'
import { answerAtOnce } from '../../../src/model/analysis/answer'
import { isArea, type PreparedWorld, prepareWorld } from '../../../src/model/analysis/world'
import { builtRecord } from './built-record'

let world: PreparedWorld
let placed: (AskedFeature & { geometry: NonNullable<AskedFeature['geometry']> })[]

beforeAll(async () => {
  const { record } = await builtRecord()
  const asked = worldOf(record)
  world = prepareWorld(asked)
  placed = asked.features.flatMap(({ geometry, ...rest }) => (geometry === null ? [] : [{ ...rest, geometry }]))
})

describe('every placed feature', () => {
  test('is many, and some lie beyond the region', () => {
    expect(placed.length).toBeGreaterThan(400)
    const { region } = world
    expect(placed.some(({ geometry }) => representativePoint(geometry)[1] < region[1])).toBe(true)
  })

  test('answers a buffer with a valid area that is at least a circle', () => {
    const radiusMeters = 1000
    for (const { id } of placed) {
      const answer = answerAtOnce(world, { kind: 'buffer', subject: { feature: id }, radiusMeters })
      if (!answer.ok || answer.value.kind !== 'buffer') throw new Error(`${id}: ${JSON.stringify(answer)}`)
      expect(geometryProblem(answer.value.shape), id).toBeUndefined()
      expect(answer.value.areaKm2, id).toBeGreaterThan(Math.PI * 0.997)
    }
  })

  test('answers what it crosses, lines with passages as long as they are', () => {
    for (const { id, kind, hasExtent, geometry } of placed) {
      const answer = answerAtOnce(world, { kind: 'crossing', feature: id, radiusMeters: 1000 })
      if ((kind === 'district' || hasExtent) && isArea(geometry))
        expect(answer, id).toMatchObject({ value: { kind: 'through' } })
      else if (!geometry.type.endsWith('LineString')) expect(answer, id).toEqual({ ok: false, reason: 'not-a-line' })
      else {
        if (!answer.ok || answer.value.kind !== 'corridor') throw new Error(`${id}: ${JSON.stringify(answer)}`)
        const total = answer.value.passages.reduce((sum, { km }) => sum + km, 0)
        expect(Math.abs(total / lengthKm(geometry) - 1), id).toBeLessThan(1e-4)
      }
    }
  })

  test('answers its distance from another', () => {
    const [from, other] = ['gyport', 'changjiang']
    for (const { id, geometry } of placed) {
      const to = id === from ? other : from
      const answer = answerAtOnce(world, { kind: 'between', from: id, to })
      if (!answer.ok || answer.value.kind !== 'between') throw new Error(`${id}: ${JSON.stringify(answer)}`)
      const end = world.byId.get(to)?.geometry
      const centerKm = end ? distanceKm(representativePoint(geometry), representativePoint(end)) : Number.NaN
      expect(answer.value.centerKm, id).toBeCloseTo(centerKm, 6)
      expect(answer.value.gapKm, id).toBeLessThanOrEqual(answer.value.centerKm + 1e-6)
    }
  })

  test('touches or crosses another exactly where Turf says so', () => {
    const shapes = placed.filter(({ geometry }) => geometry.type !== 'Point').map(({ geometry }) => geometry)
    const pairs = shapes.flatMap((one, index) =>
      shapes
        .slice(index + 1)
        .flatMap((other, next) => ((index * 31 + next * 17) % 11 === 0 ? [[one, other] as const] : [])),
    )
    const near = pairs.filter(([one, other]) => boundsOverlap(bounds(one), bounds(other)))
    const meeting = near.filter(([one, other]) => closestPair(prepareGeometry(one), other, 0.001)?.km === 0)
    const byTurf = near.filter(([one, other]) => booleanIntersects(feature(one), feature(other)))
    expect(near.length - meeting.length).toBeGreaterThan(20)
    expect(meeting.length).toBeGreaterThan(20)
    expect(meeting).toEqual(byTurf)
  })
})
