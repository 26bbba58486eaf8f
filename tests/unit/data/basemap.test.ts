import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { basemapLayers } from '../../../data/steps/basemap'
import { shortName } from '../../../data/steps/districts-tiles'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { labelBox } from '../../../geo/labels/label-box'
import { reliefOf } from '../../../geo/relief'
import type { RiverResult } from '../../../geo/rivers/rivers'

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }
const noRivers = { centrelines: empty, areas: empty } as unknown as RiverResult
const line = (
  properties: object,
  coordinates = [
    [106.4, 29.4],
    [106.5, 29.6],
    [106.6, 29.6],
  ],
) => ({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }) as const

describe('the basemap', () => {
  it('is made of what there is: missing shape files leave gaps, not faults', () => {
    for (const { features } of basemapLayers({ rivers: noRivers, shapes: {} })) expect(features).toEqual([])
  })

  it('speaks the scheme of Protomaps', () => {
    const shapes = {
      'base-roads': { ...empty, features: [line({ class: 'expressway', name: '绕城', ref: 'G5001' })] },
      'base-metro': { ...empty, features: [line({ class: 'metro', name: '1号线', nameEn: 'Line 1' })] },
      'base-bridges': { ...empty, features: [line({ class: 'bridge', name: '桥' })] },
    } as { [file: string]: FeatureCollection }
    const roads = basemapLayers({ rivers: noRivers, shapes })
      .filter(({ name }) => name === 'roads')
      .flatMap(({ features }) => features.map(({ properties }) => properties))
    expect(roads).toEqual([
      { kind: 'highway', kind_detail: 'motorway', name: '绕城', ref: 'G5001' },
      { kind: 'rail', kind_detail: 'subway', name: '1号线', 'name:en': 'Line 1' },
      { kind: 'major_road', kind_detail: 'bridge', is_bridge: true, name: '桥' },
    ])
  })
})

describe('a road the record has too', () => {
  it('keeps its course and leaves its name to the record', () => {
    const shapes = {
      'base-roads': { ...empty, features: [line({ class: 'expressway', name: '渝长高速', ref: 'G50' })] },
    }
    const drawn = (lines?: Set<string>) =>
      basemapLayers({ rivers: noRivers, shapes: shapes as never, lines }).flatMap(({ features }) => features)
    expect(drawn()[0]?.properties).toMatchObject({ name: '渝长高速' })
    expect(drawn(new Set(['渝长高速']))[0]?.properties).toEqual({
      kind: 'highway',
      kind_detail: 'motorway',
      ref: 'G50',
    })
    expect(drawn(new Set(['渝长高速']))[0]?.geometry).toEqual(drawn()[0]?.geometry)
  })
})

describe('a place the record has too', () => {
  const place = (name: string, coordinates: number[]) => ({
    type: 'Feature' as const,
    properties: { name, rank: 4 },
    geometry: { type: 'Point' as const, coordinates },
  })
  const shapes = { places: { ...empty, features: [place('石船', [106.8, 29.77]), place('一品', [106.585, 29.285])] } }
  const at = (named: { name: string; at: number[] }[]) =>
    basemapLayers({ rivers: noRivers, shapes: shapes as never, named })
      .flatMap(({ features }) => features)
      .map(({ geometry }) => geometry.type === 'Point' && geometry.coordinates)

  it('stands where the record puts it, one of the same name elsewhere does not count', () => {
    expect(at([{ name: '石船镇', at: [106.823, 29.766] }])).toEqual([
      [106.823, 29.766],
      [106.585, 29.285],
    ])
    expect(at([{ name: '石船镇', at: [108, 30] }])[0]).toEqual([106.8, 29.77])
  })
})

describe('names', () => {
  it.each([
    ['渝北区', '渝北'],
    ['忠县', '忠县'],
    ['石柱土家族自治县', '石柱'],
    ['酉阳土家族苗族自治县', '酉阳'],
  ])('%s is %s for short', (name, short) => {
    expect(shortName(name)).toBe(short)
  })

  it('find a box inside their area, broader for longer texts', () => {
    const area = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [106.4, 29.5],
          [106.6, 29.5],
          [106.6, 29.54],
          [106.5, 29.54],
          [106.5, 29.9],
          [106.4, 29.9],
          [106.4, 29.5],
        ],
      ],
    }
    for (const aspect of [1, 2.3, 4]) {
      const { center, halfHeightMeters } = labelBox(area, aspect)
      const [dx, dy] = [(halfHeightMeters * aspect * 0.98) / 96_800, (halfHeightMeters * 0.98) / 110_900]
      for (const [x, y] of [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
        [0, 1],
        [1, 0],
      ] as const)
        expect(pointInPolygon([center[0] + dx * x, center[1] + dy * y], area), `${aspect} ${x} ${y}`).toBe(true)
    }
    expect(labelBox(area, 1).halfHeightMeters).toBeGreaterThan(labelBox(area, 4).halfHeightMeters)
  })
})

describe('relief', () => {
  const crest = Array.from({ length: 12 }, (_, index) => [106.4 + index * 0.005, 29.3 + index * 0.05])
  const { bands, hachures } = reliefOf({ crest, widthMeters: 4000, elevationMeters: 700 }, 3)
  it('is lit from the north-west and the same each time', () => {
    expect(reliefOf({ crest, widthMeters: 4000, elevationMeters: 700 }, 3).hachures).toEqual(hachures)
    const middle = (side: string) =>
      bands.filter((band) => band.side === side && band.step === 1).flatMap(({ ring }) => ring)
    const west = (ring: number[][]) => ring.reduce((sum, [x = 0]) => sum + x, 0) / ring.length
    expect(west(middle('lit'))).toBeLessThan(west(middle('shade')))
  })
  it('reaches no farther than the mountain is wide', () => {
    for (const { ring } of bands)
      for (const [x = 0, y = 0] of ring) {
        const onCrest = 106.4 + ((y - 29.3) / 0.05) * 0.005
        expect(Math.abs(x - onCrest) * 96_800).toBeLessThan(2000 * 1.2 + 300)
      }
  })
})
