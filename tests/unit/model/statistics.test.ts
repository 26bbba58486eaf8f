import { beforeAll, describe, expect, it } from 'vitest'
import { reaches } from '../../../data/district-reach'
import { themeIds } from '../../../data/schema-ids'
import { allDistrictPlans, numbersOf } from '../../../src/model/plans/district-plans'
import type { DetailFiles, PlanRecord } from '../../../src/model/record'
import { fitted, lines, roundStep, textWidth } from '../../../src/model/statistics/chart'
import { chartSvg } from '../../../src/model/statistics/chart-svg'
import { investmentChart, matrixChart, scheduleChart } from '../../../src/model/statistics/charts'
import { indicatorChart } from '../../../src/model/statistics/indicator-chart'
import { indicatorSeries, phraseRuns } from '../../../src/model/statistics/indicators'
import { themeMatrix } from '../../../src/model/statistics/matrix'
import { investmentBy, investmentDimensions, scheduleRows } from '../../../src/model/statistics/projects'
import { defaultView } from '../../../src/model/view'
import { seriesYears } from '../../../src/model/years'
import { authoredTexts, idIn } from '../../fixtures/authored-text'
import { chongqingPage } from '../../fixtures/region'
import { builtRecord } from './built-record'

const { years } = chongqingPage

let record: PlanRecord
let details: DetailFiles
beforeAll(async () => {
  ;({ record, details } = await builtRecord())
})
const series = (no: number) => {
  const indicator = details.indicators.find((each) => each.no === no)
  if (!indicator) throw new Error(`no indicator ${no}`)
  return indicatorSeries(indicator)
}

describe('indicators', () => {
  it('keeps phrases apart from numbers', () => {
    expect(series(8).measured).toBe(false)
    expect(series(8).range).toBeUndefined()
    expect(series(11).points.every(({ value }) => value === undefined)).toBe(true)
    expect(series(9).measured).toBe(false)
    expect(phraseRuns(series(11).points)).toEqual([
      { from: 2019, to: 2019, text: '提高 3.6 个百分点' },
      { from: 2020, to: 2025, text: '稳定提高' },
    ])
  })

  it('respects operators', () => {
    const { points, required } = series(5)
    expect(points.filter(({ baseline }) => !baseline).every(({ op }) => op === '>')).toBe(true)
    expect(required).toEqual({ op: '>', value: 95 })
    const chart = indicatorChart([series(5)], seriesYears(years), 300, words)
    expect(chart.shapes.filter(({ kind }) => kind === 'arrow')).toHaveLength(6)
    expect(chart.shapes.some(({ kind }) => kind === 'dot')).toBe(false)
  })

  it('draws a dot for every number and nothing for a phrase', () => {
    const chart = indicatorChart([series(1)], seriesYears(years), 300, words)
    expect(chart.shapes.filter(({ kind }) => kind === 'dot')).toHaveLength(7)
    expect(indicatorChart([series(8)], seriesYears(years), 300, words).shapes.some(({ kind }) => kind === 'dot')).toBe(
      false,
    )
  })
})

describe('investment', () => {
  it('adds up to the list’s total by category and programme', () => {
    for (const dimension of ['category', 'programme'] as const) {
      const rows = investmentBy(record, details.projects, dimension)
      expect(rows.reduce((sum, { investmentWan }) => sum + investmentWan, 0)).toBe(1_563_150)
      expect(rows.reduce((sum, { projects }) => sum + projects, 0)).toBe(71)
      expect(rows.every(({ shared }) => shared === 0)).toBe(true)
    }
    expect(investmentBy(record, details.projects, 'programme')).toHaveLength(23)
    expect(investmentBy(record, details.projects, 'category').map(({ investmentWan }) => investmentWan)).toEqual([
      694_500, 546_050, 192_900, 128_500, 1_200,
    ])
  })

  it('marks what counts in several places', () => {
    const rows = investmentBy(record, details.projects, 'place')
    expect(rows.some(({ shared }) => shared > 0)).toBe(true)
    expect(rows.every(({ label }) => !/^[a-z0-9]{2,16}$/.test(label))).toBe(true)
  })
})

it('schedules every cell of every project, each where no other of its lane is', () => {
  const rows = scheduleRows(details.projects).flatMap((group) => group.rows)
  expect(rows).toHaveLength(authoredTexts('projects.yaml').length)
  for (const { project, bars, lanes } of rows) {
    expect(bars).toHaveLength(project.spans.length)
    expect(bars.every(({ from, to, lane }) => from <= to && lane < lanes)).toBe(true)
    for (const [at, bar] of bars.entries())
      for (const other of bars.slice(at + 1))
        expect(bar.lane !== other.lane || bar.to < other.from || other.to < bar.from, project.id).toBe(true)
  }
})

it('knows of a cell that spans years, which the schedule by years has on one only', () => {
  const spanning = details.projects.filter(({ spans }) => spans.some(({ from, to }) => to > from))
  const authored = authoredTexts('projects.yaml').filter((row) => row.includes('\n  spans:'))
  expect(spanning).toHaveLength(authored.length)
  for (const { spans, schedule, id } of details.projects) {
    const told = new Set(spans.map(({ text }) => text))
    expect(
      Object.values(schedule).every((text) => told.has(text)),
      id,
    ).toBe(true)
  }
})

it('counts the matrix as the district panels count, whichever themes are on', () => {
  const matrix = themeMatrix(record, { ...defaultView(themeIds), themes: ['ec'] })
  expect(matrix.rows.map(({ theme }) => theme.id)).toEqual(authoredTexts('themes.yaml').map(idIn))
  for (const [at, { properties }] of matrix.districts.entries()) {
    const all = allDistrictPlans(record, properties.id)
    expect(matrix.totals[at]).toEqual(numbersOf(all))
    for (const reach of reaches) {
      const perTheme = matrix.rows.map(({ cells }) => cells[at]?.[reach] ?? 0)
      expect(perTheme.reduce((sum, count) => sum + count, 0)).toBe(all[reach].length)
    }
  }
})

describe('charts', () => {
  const charts = (width: number) => [
    indicatorChart(details.indicators.map(indicatorSeries), seriesYears(years), width, words),
    scheduleChart(scheduleRows(details.projects), years.schedule, width, scheduleWords),
    ...investmentDimensions.map((dimension) =>
      investmentChart(investmentBy(record, details.projects, dimension), width, {
        label: ({ label }) => label,
        money: ({ investmentWan }) => `${investmentWan} 万元`,
        tick: String,
      }),
    ),
  ]

  it.each([280, 358, 612, 1000])('keep every shape inside %i pixels', (width) => {
    for (const { shapes, height } of charts(width))
      for (const shape of shapes) {
        if (shape.kind === 'line') continue
        expect(Number.isFinite(shape.x) && Number.isFinite(shape.y)).toBe(true)
        expect(shape.x).toBeGreaterThanOrEqual(-1)
        expect(shape.y).toBeLessThanOrEqual(height + 1)
        const right = shape.kind === 'rect' ? shape.x + shape.width : shape.x
        expect(right).toBeLessThanOrEqual(width + 1)
      }
  })

  it('become SVG files without markup from the record, styles or undefined', () => {
    const matrix = matrixChart(themeMatrix(record, defaultView(themeIds)), { district: String, theme: String })
    for (const chart of [...charts(800), matrix]) {
      const { svg } = chartSvg(chart, '<b>标题</b> & 单位', ['来源：<i>'])
      expect(svg).toContain('&lt;b&gt;标题&lt;/b&gt; &amp; 单位')
      expect(svg).not.toMatch(/<i>|<b>|style=|<style|undefined|NaN/)
    }
  })

  it('cut texts to their room', () => {
    expect(textWidth(fitted('集中式饮用水水源地水质达标率', 13, 100), 13)).toBeLessThanOrEqual(100)
    expect(lines('集中式饮用水水源地水质达标率', 13, 100, 2)).toHaveLength(2)
    expect(fitted('短', 13, 100)).toBe('短')
    expect([roundStep(694_500, 4), roundStep(1_200, 4), roundStep(10, 4)]).toEqual([200_000, 500, 5])
  })
})

const words = {
  name: () => '名称',
  required: () => '要求',
}

const scheduleWords = {
  name: ({ project }: { project: { name: string } }) => project.name,
  under: () => '牵头单位 · 地点',
  money: () => '29.94 亿元',
}
