import { describe, expect, it } from 'vitest'
import { palettes } from '../../../data/palette'
import { themeIds } from '../../../data/schema-ids'
import { worldX, worldY } from '../../../geo/screen/camera'
import { rasterOf, rasterRatio } from '../../../src/map/counts/bar-shape'
import { countsOf } from '../../../src/map/counts/features'
import { districtLabels } from '../../../src/map/counts/labels'
import { type BarToPlace, placeBars } from '../../../src/map/counts/place-bars'
import { tintOf, tintOpacities } from '../../../src/map/counts/tint'
import { dotPlaces } from '../../../src/map/shown-features'
import { barSegments } from '../../../src/model/plans/bar-segments'
import {
  barLength,
  districtBars,
  mostDistrictPlans,
  tintClass,
  tintClasses,
} from '../../../src/model/plans/district-bars'
import { districtPlans } from '../../../src/model/plans/district-plans'
import { defaultView } from '../../../src/model/view'
import { builtRecord } from '../model/built-record'

const { record } = await builtRecord()
const all = defaultView(themeIds)
const most = mostDistrictPlans(record)

describe('the bars of the nine districts', () => {
  const bars = districtBars(record, all)
  it('count each plan of a district once, what it shares apart', () => {
    expect(bars.map(({ district }) => district)).toEqual(record.centralDistricts.map(({ properties }) => properties.id))
    for (const { district, solid, shared, parts } of bars) {
      const plans = districtPlans(record, all, district)
      expect([solid, shared]).toEqual([plans.own.length + plans.within.length, plans.shared.length])
      expect(parts.reduce((sum, part) => sum + part.solid + part.shared, 0)).toBe(solid + shared)
    }
  })

  it('follow themes and years', () => {
    for (const { parts } of districtBars(record, { ...all, themes: ['ec', 'tr'] }))
      expect(parts.every(({ theme }) => theme === 'ec' || theme === 'tr')).toBe(true)
    const sum = (years?: { from: number; to: number }) =>
      districtBars(record, { ...all, years }).reduce((total, { solid }) => total + solid, 0)
    expect(sum({ from: 2022, to: 2022 })).toBeLessThan(sum())
  })

  it('are as long as there are plans, solid before shared', () => {
    const [longest] = [...bars].sort((a, b) => b.solid + b.shared - a.solid - a.shared)
    expect(longest && barLength(longest, most)).toBe(1)
    for (const bar of bars) {
      const segments = barSegments(bar, barLength(bar, most))
      const width = segments.reduce((sum, segment) => sum + segment.width, 0)
      const solid = segments.filter(({ sort }) => sort === 'solid')
      expect(segments.slice(0, solid.length)).toEqual(solid)
      expect(solid.reduce((sum, segment) => sum + segment.width, 0) / width).toBeCloseTo(
        bar.solid / (bar.solid + bar.shared),
      )
    }
  })
})

describe('a bar’s pixels', () => {
  it('have the colours of its rectangles where they lie, and nothing around', () => {
    const { left, top, width, height, data } = rasterOf([
      { x: 10, y: 20, width: 4, height: 3, color: '#ff0000', opacity: 1 },
      { x: 12, y: 20, width: 2, height: 3, color: '#0000ff', opacity: 0.5 },
    ])
    expect([left, top, width, height]).toEqual([9, 19, 6 * rasterRatio, 5 * rasterRatio])
    const at = (x: number, y: number) => {
      const start = ((y - top) * rasterRatio * width + (x - left) * rasterRatio) * 4
      return [...data.slice(start, start + 4)]
    }
    expect(at(9, 19)).toEqual([0, 0, 0, 0])
    expect(at(11, 21)).toEqual([255, 0, 0, 255])
    expect(at(13, 21)).toEqual([128, 0, 128, 255])
  })
})

describe('the place of a bar', () => {
  const bar = (id: string, x: number, isInside: BarToPlace['isInside']): BarToPlace => ({
    ...{
      id,
      at: [x, 0],
      name: { width: 40, height: 16 },
      block: { width: 80, height: 22 },
      number: { width: 30, height: 12 },
    },
    canBeLed: true,
    isInside,
  })
  it('is under the name where the district has the room, and beside it with a leader where not', () => {
    const names = [-26, 26].map((y) => ({ ...bar(`name${y}`, 300, () => true), at: [300, y] as const }))
    const places = placeBars([bar('large', 0, () => true), bar('small', 300, () => false), ...names])
    expect(places.get('large')).toMatchObject({ x: 0, leader: false })
    expect(places.get('large')?.y).toBeGreaterThan(0)
    expect(places.get('small')).toMatchObject({ leader: true })
  })

  it('keeps off dots where it can', () => {
    const dots = [-30, 0, 30].map((x) => [x, 25] as const)
    expect(placeBars([bar('one', 0, () => true)], dots).get('one')).not.toMatchObject({ x: 0, y: 26 })
  })

  it('rather lies under dots than lets one hide the number', () => {
    const under = [-36, -30, 30, 36].map((x) => [x, 20] as const)
    const at = (dots: readonly (readonly [number, number])[]) => placeBars([bar('one', 0, () => true)], dots).get('one')
    const free = at([])
    expect(free).toMatchObject({ x: 0 })
    expect(at(under.slice(0, 1))).toEqual(free)
    expect(at([[0, (free?.y ?? 0) + 8]])).not.toEqual(free)
  })

  it.each(
    (['zh-CN', 'en'] as const).flatMap((language) => [8.5, 9.1, 9.5, 10.4].map((zoom) => [language, zoom] as const)),
  )('in %s lets no bar lie on another or on a name at zoom %f', (language, zoom) => {
    const labels = districtLabels(record, language)
    const { bars } = countsOf({
      ...{ bars: districtBars(record, all), most, labels, palette: palettes.light, language, zoom },
      ...{ numbersOnly: false, dots: [] },
    })
    expect(bars).toHaveLength(9)
    const scale = 512 * 2 ** zoom
    const boxes = bars.map(({ district, left, top, width, height }) => {
      const label = labels.find((each) => each.district === district)
      const [x = 0, y = 0] = (label?.world ?? []).map((part) => part * scale)
      const size = label?.sizeAt(zoom) ?? { width: 0, height: 0 }
      return {
        bar: [x + left, y + top, x + left + width, y + top + height] as const,
        name: [x - size.width / 2, y - size.height / 2, x + size.width / 2, y + size.height / 2] as const,
      }
    })
    type Box = (typeof boxes)[number]['bar']
    const meet = (one: Box, other: Box) =>
      one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
    for (const [at, { bar: one }] of boxes.entries())
      for (const [other, box] of boxes.entries()) {
        expect(meet(one, box.name)).toBe(false)
        if (other > at) expect(meet(one, box.bar)).toBe(false)
      }
  })
})

describe('the numbers of the first views', () => {
  it.each([
    ['zh-CN', 9.16],
    ['en', 9.16],
    ['zh-CN', 8.8],
  ] as const)('in %s at zoom %f lie under no dot', (language, zoom) => {
    const dots = dotPlaces(record, zoom)
    const { data } = countsOf({
      ...{ bars: districtBars(record, all), most, labels: districtLabels(record, language), palette: palettes.light },
      ...{ language, zoom, numbersOnly: false, dots },
    })
    const scale = 512 * 2 ** zoom
    const hidden = data.features.filter(({ geometry, properties: { solid, shared, textSize, textOffset } }) => {
      const [longitude = 0, latitude = 0] = geometry.coordinates
      const [x, y] = [
        worldX(longitude) * scale + textOffset[0] * textSize,
        worldY(latitude) * scale + textOffset[1] * textSize,
      ]
      const width = [...`${solid}${shared}`].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.56) * textSize, 0)
      return dots.some(
        ([east, south]) => Math.abs(east * scale - x) < width / 2 + 3 && Math.abs(south * scale - y) < textSize / 2 + 3,
      )
    })
    expect(hidden.map(({ properties }) => properties.district)).toEqual([])
  })
})

it('numbers without a leader stand in their district, or where it has no room right at its name', () => {
  const zoom = 8.23
  const scale = 512 * 2 ** zoom
  const labels = districtLabels(record, 'zh-CN')
  for (const theme of themeIds) {
    const bars = districtBars(record, { ...all, themes: [theme] })
    const inputs = { bars, most, labels, palette: palettes.light, language: 'zh-CN', zoom, theme } as const
    const { data } = countsOf({ ...inputs, numbersOnly: true, dots: dotPlaces(record, zoom) })
    for (const { properties } of data.features) {
      const label = labels.find(({ district }) => district === properties.district)
      const [x, y] = [properties.textOffset[0] * properties.textSize, properties.textOffset[1] * properties.textSize]
      const [worldLeft = 0, worldTop = 0] = label?.world ?? []
      const isInside = label?.holds(worldLeft + x / scale, worldTop + y / scale)
      expect(isInside || Math.hypot(x, y) < 60, `${theme} ${properties.district} ${x} ${y}`).toBe(true)
    }
  }
})

describe('on the map', () => {
  const labels = districtLabels(record, 'zh-CN')
  const inputs = {
    bars: districtBars(record, all),
    most,
    labels,
    palette: palettes.light,
    language: 'zh-CN',
    zoom: 9.5,
    dots: [],
  } as const
  it('small screens have the numbers alone', () => {
    const { images, data } = countsOf({ ...inputs, numbersOnly: true })
    expect(images.size).toBe(0)
    expect(data.features.map(({ properties }) => properties.solid)).toEqual(
      inputs.bars.map(({ solid }) => String(solid)),
    )
    expect(data.features.every(({ properties }) => properties.shared === '')).toBe(true)
  })

  it('one theme makes a figure of every bar', () => {
    const { data } = countsOf({ ...inputs, numbersOnly: false, theme: 'ec' })
    const whole = countsOf({ ...inputs, numbersOnly: false })
    expect(whole.images.size).toBe(9)
    expect(data.features.every(({ properties }) => properties.textSize > 14)).toBe(true)
  })
})

describe('the tint', () => {
  it('has five classes at most, each darker than the one before, in grey too', () => {
    expect(tintClasses.length + 1).toBeLessThanOrEqual(5)
    expect([0, 1, 4, 5, 19, 20, 49, 50, 900].map(tintClass)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4])
    for (const { theme, basemap } of Object.values(palettes))
      for (const color of Object.values(theme)) {
        const greys = tintOpacities.map((opacity) => grey(basemap.land) * (1 - opacity) + grey(color) * opacity)
        const steps = greys.slice(1).map((each, at) => Math.abs(each - (greys[at] ?? 0)))
        expect(Math.min(...steps)).toBeGreaterThan(4)
      }
    expect(tintOf('#102030', 2)).toBe(`rgba(16,32,48,${tintOpacities[2]})`)
  })
})

/** 0…255. */
const grey = (color: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
