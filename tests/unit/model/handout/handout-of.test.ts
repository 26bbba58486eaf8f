/** Handouts of a list and of a chart, over a small record. */
import { expect, test } from 'vitest'
import { themeIds } from '../../../../data/schema-ids'
import type { HandoutContext } from '../../../../src/model/handout/context'
import { handoutOf } from '../../../../src/model/handout/handout-of'
import { documentOf } from '../../../../src/model/handout/paper-document'
import type { TakenChart } from '../../../../src/model/handout/taken-chart'
import { defaultView } from '../../../../src/model/view'
import { feature, plan, smallRecord } from '../../../fixtures/small-record'

const record = smallRecord({
  features: [feature('port', { kind: 'facility', name: '果园港', nameEn: 'Port', themes: ['op'] })],
  plans: [
    plan('p1', { features: ['port'], theme: 'op', text: '扩建码头。' }),
    plan('p2', { features: ['port'], theme: 'tr', text: '接通铁路。' }),
    plan('p3', { features: ['port'], theme: 'tr', text: '=1+1 也只是字。' }),
  ],
})
const context: HandoutContext = {
  ...{ record, language: 'zh-CN', today: '2026-11-30' },
  details: { projects: [], indicators: [], tasks: [], relations: [], conflicts: [] },
  addressOf: ({ themes }) => `https://map.test/?t=${themes.join('.')}`,
  answerTo: () => undefined,
}
const view = defaultView(themeIds)

test('a list: its title with the number of rows, counts by theme, the rows with what they rest on', () => {
  const { title, pages, sources } = handoutOf({ kind: 'view', view, list: 'plans' }, context)
  const [page] = pages
  expect(pages).toHaveLength(1)
  expect(title).toBe(page?.title)
  expect(title).toMatch(/（3 项）$/)
  expect(page?.points.map(({ text }) => text).join()).toMatch(/1 项.*2 项|2 项.*1 项/)
  const [table] = page?.tables ?? []
  expect(table?.rows).toHaveLength(3)
  expect(table?.rows.flat()).toContain('=1+1 也只是字。')
  expect(table?.sources?.every((own) => own.every((at) => sources[at] !== undefined))).toBe(true)
})

test('a list obeys the filters of its view, and says them', () => {
  const filtered = handoutOf({ kind: 'view', view: { ...view, themes: ['tr'] }, list: 'plans' }, context)
  expect(filtered.pages[0]?.tables[0]?.rows).toHaveLength(2)
  expect(filtered.subtitle).toMatch(/^条件：/)
  expect(filtered.link).toBe('https://map.test/?t=tr')
})

const chart: TakenChart = {
  ...{ title: '投资，按类别', note: '条越长，投资越多', unit: '万元', sources: [], native: { bars: 1 } },
  header: ['类别', '投资', '说明'],
  rows: [
    ['生态', 500, '甲'],
    ['交通', undefined, '乙'],
  ],
  image: { svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', width: 600, height: 200 },
}

test('a chart: how it is read, its unit, its rows as typed columns, bars for a deck, its drawing for paper', () => {
  const handout = handoutOf({ kind: 'view', view, chart }, context)
  const [page] = handout.pages
  expect(handout.title).toBe('投资，按类别')
  expect(page?.points.map(({ text }) => text)).toEqual(['条越长，投资越多', '单位：万元'])
  expect(page?.tables[0]?.columns.map(({ kind }) => kind)).toEqual(['text', 'number', 'text'])
  expect(page?.charts).toMatchObject([
    { kind: 'bar', unit: '万元', categories: ['生态', '交通'], series: [{ name: '投资', values: [500, undefined] }] },
  ])
  expect(page?.view).toBeUndefined()
  const [section] = documentOf(handout, '来源').sections
  expect(section?.drawings).toEqual([chart.image])
  expect(section?.tables.map(({ title }) => title)).toEqual(['投资，按类别'])
})
