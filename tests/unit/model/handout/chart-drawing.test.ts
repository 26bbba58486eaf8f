import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { chartDrawing } from '../../../../src/model/handout/chart-drawing'
import type { HandoutChart } from '../../../../src/model/handout/handout'
import { cutsOf } from '../../../../src/panels/paper/chart-block'

const bars = (count: number): HandoutChart => ({
  ...{ kind: 'bar', title: '投资 <按类别>', unit: '万元' },
  categories: Array.from({ length: count }, (_, at) => `第 ${at + 1} 类`),
  series: [{ name: '投资', values: Array.from({ length: count }, (_, at) => (at === 1 ? undefined : (at + 1) * 100)) }],
})
const rects = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g)].map((found) => Number(found[3]))

test('bars are as long as their numbers, a gap has none, and the drawing is well-formed', () => {
  const { svg } = chartDrawing(bars(4))
  const [one = 0, three = 0, four = 0] = rects(svg)
  expect(rects(svg)).toHaveLength(3)
  expect(three / one).toBeCloseTo(3, 1)
  expect(four / one).toBeCloseTo(4, 1)
  expect(() => new SaxesParser().write(svg).close()).not.toThrow()
  expect(svg).toContain('投资 &lt;按类别&gt;（万元）')
})

test('a line has a dot for every number, the higher the larger, and no line over a gap at its ends', () => {
  const { svg } = chartDrawing({
    ...{ kind: 'line', title: '森林覆盖率', unit: '%', categories: ['a', 'b', 'c'] },
    series: [
      { name: '现状', values: [41.5, undefined, undefined] },
      { name: '目标', values: [undefined, 43, 45] },
    ],
  })
  // Three numbers, and one in the legend for each series.
  expect(svg.match(/<circle/g)).toHaveLength(5)
  const heights = [...svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].map((found) => Number(found[1]))
  expect(heights[0]).toBeGreaterThan(heights[1] ?? 0)
  expect(heights[1]).toBeGreaterThan(heights[2] ?? 0)
  expect(svg.match(/<path d="M/g)?.length).toBe(2)
})

test('a drawing higher than a page is cut between its rows', () => {
  const image = chartDrawing(bars(80))
  const cuts = cutsOf(image, 700)
  expect(cuts.length).toBeGreaterThan(2)
  expect(cuts[0]?.from).toBe(0)
  expect(cuts.at(-1)?.to).toBe(image.height)
  const shift = Number(/translate\(\S+ (\S+)\)/.exec(image.svg)?.[1])
  for (const [at, { from, to }] of cuts.entries()) {
    expect(to - from).toBeLessThanOrEqual(700)
    if (at > 0) expect(from).toBe(cuts[at - 1]?.to)
    for (const [, y] of image.svg.matchAll(/<rect x="[^"]*" y="([\d.]+)"/g)) {
      const top = Number(y) + shift
      expect(top < to && to < top + 16, `cut at ${to} through the bar at ${top}`).toBe(false)
    }
  }
})
