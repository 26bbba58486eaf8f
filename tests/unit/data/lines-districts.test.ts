import type { Geometry, Position } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ShippedFeature } from '../../../data/steps/resolve'
import { nearestPointOnLine, sampleAlong } from '../../../geo/base/along'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { linesOf } from '../../../geo/base/position'
import { builtRecord } from '../../fixtures/built-record'

const stepKm = 0.2

const metersToEdge = (at: Position, area: Geometry) =>
  1000 * Math.min(...linesOf(area).map((ring) => nearestPointOnLine(at, ring).distanceKm))

let lines: { feature: ShippedFeature; samples: Position[]; errorMeters: number }[] = []
let districts = new Map<string, ShippedFeature>()
beforeAll(async () => {
  const { features } = (await builtRecord()).resolved
  districts = new Map(features.filter((one) => one.properties.kind === 'district').map((one) => [one.id, one]))
  lines = features.flatMap((feature) => {
    const { geometry, properties } = feature
    if (!geometry?.type.endsWith('LineString') || !properties.precision) return []
    return [
      {
        feature,
        samples: linesOf(geometry).flatMap((line) => sampleAlong(line, stepKm)),
        errorMeters: properties.precision.errorMeters,
      },
    ]
  })
}, 60_000)

describe('lines and ridges', () => {
  test('come, within their error, to every district they name', () => {
    const astray: string[] = []
    for (const { feature, samples, errorMeters } of lines) {
      for (const code of feature.properties.districts) {
        const area = districts.get(code)?.geometry
        if (!area || samples.some((at) => pointInPolygon(at, area))) continue
        const meters = Math.min(...samples.map((at) => metersToEdge(at, area)))
        if (meters > errorMeters) astray.push(`${feature.properties.name} ${code}: ${Math.round(meters)} m`)
      }
    }
    expect(lines.length).toBeGreaterThan(50)
    expect(astray).toEqual([])
  })

  test('name every district they run through for a kilometre and more, deeper than their error', () => {
    const silent: string[] = []
    for (const { feature, samples, errorMeters } of lines) {
      // Of a schematic course nobody knows which districts it takes.
      if (feature.properties.precision?.schematic) continue
      for (const [code, { geometry: area }] of districts) {
        if (!area || feature.properties.districts.includes(code)) continue
        const deep = samples.filter((at) => pointInPolygon(at, area) && metersToEdge(at, area) > errorMeters)
        if (deep.length * stepKm > 1) silent.push(`${feature.properties.name} ${code}`)
      }
    }
    expect(silent).toEqual([])
  })

  test('华蓥山 enters 渝北', () => {
    const ridge = lines.find(({ feature }) => feature.id === 'huayingshan')
    const yubei = districts.get('500112')?.geometry
    expect(ridge?.samples.some((at) => yubei && pointInPolygon(at, yubei))).toBe(true)
  })
})
