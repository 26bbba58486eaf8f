import { readdirSync, readFileSync } from 'node:fs'
import type { Feature, Geometry, Position } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ShippedFeature } from '../../../data/steps/resolve'
import { nearestPointOnLine } from '../../../geo/base/along'
import { distanceKm } from '../../../geo/base/measure'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { linesOf, pointsOf } from '../../../geo/base/position'
import { builtRecord } from '../../fixtures/built-record'

interface Drawn {
  file: string
  name: string
  geometry: Geometry
}

const folder = 'geo/shapes'
const basemapFile = /^(base-.+|airport|places|tributaries)\.geojson$/
const allowedMeters = 50

/** What the basemap draws under another name than the record's. */
const otherNames: { [id: string]: RegExp } = {
  disanpaodao: /^03\/21$/,
  t3ahangzhanlou: /^T3A$/,
  cqjbgjjc: /^江北国际机场$/,
  gdyhx: /^1号线/,
  gdjt3hx: /^3号线/,
  gdjt6hx: /^6号线/,
  gdjt10hx: /^10号线/,
  cytlzxcqzjjd: /^成渝铁路$/,
}
/** Stations stand on the lines that call at them. */
const stationsOn: { [id: string]: RegExp } = {
  cqbz: /^渝万高铁$/,
  cygtbsz: /^成渝高铁$/,
  gdyhxbsz: /^1号线$/,
}

const drawn = readdirSync(folder)
  .filter((file) => basemapFile.test(file))
  .flatMap((file) => {
    const { features } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { features: Feature[] }
    return features.flatMap(({ geometry, properties }): Drawn[] =>
      properties?.name ? [{ file, name: String(properties.name), geometry }] : [],
    )
  })

function metersTo(geometry: Geometry, at: Position): number {
  if (geometry.type.endsWith('Polygon') && pointInPolygon(at, geometry)) return 0
  const toPoints = pointsOf(geometry).map((point) => distanceKm(at, point))
  const toLines = linesOf(geometry).map((line) => nearestPointOnLine(at, line).distanceKm)
  return 1000 * Math.min(...toPoints, ...toLines)
}

/** 洛碛镇 and 洛碛, 邻水县 and 邻水 are one name. */
const plain = (name: string) => name.replace(/(.)(街道|[镇市县])$/, '$1')

function sharedWith({ id, properties }: ShippedFeature): Drawn[] {
  const pattern = otherNames[id] ?? stationsOn[id]
  if (pattern) return drawn.filter(({ name }) => pattern.test(name))
  return drawn.filter(({ name }) => name === plain(properties.name))
}

let features: ShippedFeature[] = []
beforeAll(async () => {
  features = (await builtRecord()).resolved.features
}, 60_000)

describe('what record and basemap both draw', () => {
  test(`stands in one place, within ${allowedMeters} m`, () => {
    let compared = 0
    const apart: string[] = []
    for (const feature of features) {
      const shared = sharedWith(feature)
      if (!feature.geometry || feature.properties.kind === 'district' || shared.length === 0) continue
      compared++
      const vertices = [...pointsOf(feature.geometry), ...linesOf(feature.geometry).flat()]
      const worst = Math.max(...vertices.map((at) => Math.min(...shared.map(({ geometry }) => metersTo(geometry, at)))))
      if (worst > allowedMeters) apart.push(`${feature.id} ${feature.properties.name}: ${Math.round(worst)} m`)
    }
    expect(apart).toEqual([])
    expect(compared).toBeGreaterThan(40)
  })

  test('every object named here is drawn and recorded', () => {
    for (const [id, pattern] of Object.entries({ ...otherNames, ...stationsOn })) {
      expect(features.some((feature) => feature.id === id && feature.geometry)).toBe(true)
      expect(drawn.some(({ name }) => pattern.test(name))).toBe(true)
    }
  })
})
