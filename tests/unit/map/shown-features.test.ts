import { featureFilter } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { palettes } from '../../../data/palette'
import { themeIds } from '../../../data/schema-ids'
import { themeShapes } from '../../../data/theme-shapes'
import { tileSize, worldX, worldY } from '../../../geo/screen/camera'
import { dotScale, markOffset, markScale, signScale } from '../../../src/map/displace'
import { firstDotZoom, isDotted, type MapProperties } from '../../../src/map/features'
import { shownFeatures } from '../../../src/map/shown-features'
import { styleLayers } from '../../../src/map/style/style'
import { type RowFilter, visibleFeatures } from '../../../src/model/filters/visible'
import { featureTallies } from '../../../src/model/plans/feature-tally'
import { defaultView } from '../../../src/model/view'
import { builtRecord } from '../model/built-record'

const { record } = await builtRecord()
const all = defaultView(themeIds)
const alone = themeIds.map((theme): [string, RowFilter] => [theme, { ...all, themes: [theme] }])
const points = styleLayers(palettes.light, 'zh-CN').find(({ id }) => id === 'points')

/** What the layer of dots and signs draws of a view's features at a zoom, by id. */
function dotted(filter: RowFilter, zoom: number): Map<string, MapProperties> {
  if (points?.type !== 'symbol') throw new Error('there is no layer of dots')
  const { filter: passes } = featureFilter(points.filter, 'filter')
  if (zoom < (points.minzoom ?? 0)) return new Map()
  return new Map(
    shownFeatures(record, filter)
      .features.filter(({ properties }) => passes({ zoom }, { type: 1, properties: { ...properties } }))
      .map(({ properties }) => [properties.id, properties]),
  )
}

describe('what passes the filters', () => {
  it.each([['all', all] as [string, RowFilter], ...alone])('is on the map as a dot at every zoom: %s', (_, filter) => {
    const placed = visibleFeatures(record, filter)
      .filter(({ geometry }) => geometry?.type === 'Point')
      .map(({ properties }) => properties.id)
    expect(placed.length).toBeGreaterThan(5)
    for (const zoom of [firstDotZoom, 9.5, 12, 15])
      expect([...dotted(filter, zoom).keys()].sort()).toEqual(placed.sort())
    expect(dotted(filter, firstDotZoom - 0.1).size).toBe(0)
  })

  it('stands where the record places it, also a zone whose name stands elsewhere', () => {
    const at = new Map(record.features.map(({ properties, geometry }) => [properties.id, geometry]))
    for (const { properties, geometry } of shownFeatures(record, all).features)
      if (properties.class === 'point' || properties.class === 'dot') expect(geometry).toEqual(at.get(properties.id))
  })
})

describe('a dot', () => {
  it.each(alone)('wears the one theme that is on: %s', (theme, filter) => {
    for (const [id, properties] of dotted(filter, 9)) {
      expect(properties.theme, id).toBe(theme)
      expect(properties.dot).toBe(`dot-${themeShapes[theme as (typeof themeIds)[number]]}`)
    }
  })

  it('wears the theme with most of its passing plans, the first of several with as many', () => {
    const tallies = featureTallies(record, all)
    for (const [id, { theme, plans }] of tallies) {
      const counts = themeIds.map(
        (each) => (record.plansByFeature.get(id) ?? []).filter((plan) => plan.theme === each).length,
      )
      const order = record.themes.map((each) => counts[themeIds.indexOf(each.id)] ?? 0)
      expect(theme, id).toBe(record.themes[order.indexOf(Math.max(...order))]?.id)
      expect(plans).toBe(counts.reduce((sum, count) => sum + count, 0))
    }
  })

  it('is larger the more plans there are', () => {
    const shown = [...dotted(all, 9)].map(([id, { size }]) => ({
      size,
      plans: record.plansByFeature.get(id)?.length ?? 0,
    }))
    for (const one of shown)
      for (const other of shown) if (one.plans < other.plans) expect(one.size).toBeLessThanOrEqual(other.size)
    expect(new Set(shown.map(({ size }) => size)).size).toBeGreaterThan(3)
  })
})

describe('signs before all have room', () => {
  it('stand apart, and the weightier one has the place', () => {
    const shown = [...dotted(all, 9).values()].filter(({ class: kind }) => kind === 'point')
    const at = (id: string) => {
      const geometry = record.featureById.get(id)?.geometry
      if (geometry?.type !== 'Point') throw new Error(`${id} is no point`)
      const scale = tileSize * 2 ** 9
      return [worldX(geometry.coordinates[0] ?? 0) * scale, worldY(geometry.coordinates[1] ?? 0) * scale] as const
    }
    const apart = (one: string, other: string) =>
      Math.max(Math.abs(at(one)[0] - at(other)[0]), Math.abs(at(one)[1] - at(other)[1]))
    const signs = shown.filter(({ signFrom }) => signFrom <= 9)
    expect(signs.length).toBeGreaterThan(8)
    for (const one of signs)
      for (const other of signs) if (one.id < other.id) expect(apart(one.id, other.id)).toBeGreaterThan(23)
    const waiting = shown.filter(({ signFrom, from }) => signFrom > 9 && signFrom <= 12 && from <= 9.5)
    for (const { id, sort } of waiting)
      expect(signs.some((sign) => sign.sort <= sort && apart(sign.id, id) < 40)).toBe(true)
  })

  it('are all there from 12 on, but settlements and zones', () => {
    for (const { class: kind, signFrom, icon } of dotted(all, 12).values())
      expect(signFrom <= 12).toBe(kind === 'point' && !['town', 'village', 'city'].includes(icon))
  })
})

describe('lines', () => {
  it('wear their theme only where themes are left out', () => {
    const lit = (filter: RowFilter) => shownFeatures(record, filter).features.filter(({ properties }) => properties.lit)
    expect(lit(all)).toEqual([])
    expect(lit({ ...all, themes: ['tr'] }).some(({ properties }) => properties.class === 'rail')).toBe(true)
  })
})

describe('a selected district', () => {
  it.each(record.centralDistricts.map(({ properties }) => properties.id))(
    'brings its own places forward: %s',
    (code) => {
      const shown = shownFeatures(record, all, [code]).features.filter(({ properties }) => properties.class === 'point')
      const isOwn = (id: string) => record.featureById.get(id)?.properties.districts.includes(code) ?? false
      const own = shown.filter(({ properties }) => isOwn(properties.id))
      const others = shown.filter(({ properties }) => !isOwn(properties.id))
      expect(own.every(({ properties }) => properties.own === true)).toBe(true)
      expect(others.every(({ properties }) => properties.own === false && properties.signFrom > 20)).toBe(true)
      expect(Math.max(...own.map(({ properties }) => properties.sort))).toBeLessThan(
        Math.min(...others.map(({ properties }) => properties.sort)),
      )
    },
  )

  it('leaves everything as it is while none is selected', () => {
    expect(shownFeatures(record, all).features.every(({ properties }) => properties.own === undefined)).toBe(true)
  })
})

describe('years', () => {
  it('mark what falls due, goes on or is done in them, and nothing without them', () => {
    const phases = (filter: RowFilter) =>
      new Set(shownFeatures(record, filter).features.map(({ properties }) => properties.phase))
    expect(phases(all)).toEqual(new Set([undefined]))
    expect(phases({ ...all, years: { from: 2020, to: 2025 } })).toContain('due')
  })

  it('have their mark beside the dot where that steps aside, and at the usual distance where it does not', () => {
    const shown = shownFeatures(record, { ...all, years: { from: 2020, to: 2025 } }).features.filter(isDotted)
    const marked = shown.filter(({ properties }) => properties.phase)
    const moved = marked.filter(({ properties }) => properties.offset9)
    expect(moved.length).toBeGreaterThan(10)
    for (const { properties } of moved) {
      const [right = 0, down = 0] = properties.offset9 ?? []
      const scale = properties.signFrom <= 9 ? signScale(9) : dotScale(9) * properties.size
      const [markRight = 0, markDown = 0] = properties.mark9 ?? []
      expect(markRight * markScale(9) - right * scale).toBeCloseTo(markOffset[0] * markScale(9), 0)
      expect(markDown * markScale(9) - down * scale).toBeCloseTo(markOffset[1] * markScale(9), 0)
    }
    for (const { properties } of marked) if (!properties.offset9) expect(properties.mark9).toBeUndefined()
  })
})
