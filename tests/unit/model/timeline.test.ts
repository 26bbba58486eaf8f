import { beforeAll, expect, it } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import { planIsVisible, projectIsVisible } from '../../../src/model/filters/visible'
import { isOpen } from '../../../src/model/plans/status'
import type { DetailFiles, PlanRecord } from '../../../src/model/record'
import { yearCounts, yearSummary } from '../../../src/model/timeline'
import { defaultView } from '../../../src/model/view'
import { nextYear, offeredYears } from '../../../src/model/years'
import { chongqingPage } from '../../fixtures/region'
import { builtRecord } from './built-record'

let record: PlanRecord
let details: DetailFiles
beforeAll(async () => {
  ;({ record, details } = await builtRecord())
})
const question = defaultView(themeIds)

const { years } = chongqingPage

it.each([...offeredYears(years)])('tells what the list shows of %i apart, without loss or repetition', (year) => {
  const { due, underway, done, described, projectsDue, projectsUnderway } = yearSummary(record, details, question, year)
  const asked = { ...question, years: { from: year, to: year } }
  expect([...due, ...underway, ...done, ...described].map(({ id }) => id).sort()).toEqual(
    record.plans
      .filter((plan) => planIsVisible(plan, asked, record))
      .map(({ id }) => id)
      .sort(),
  )
  expect(projectsDue.length + projectsUnderway.length).toBe(
    details.projects.filter((project) => projectIsVisible(project, asked, record)).length,
  )
  expect(due.every(({ to, status }) => to === year && isOpen(status))).toBe(true)
})

it('counts 21 indicators in every year of the table and none after it', () => {
  for (const year of offeredYears(years))
    expect(yearSummary(record, details, question, year).indicators).toBe(year > 2025 ? 0 : 21)
})

it('follows the filters', () => {
  const onlyEcology = { ...question, themes: ['ec' as const] }
  const all = yearCounts(record, details, question)
  const some = yearCounts(record, details, onlyEcology)
  expect(all.map(({ year }) => year)).toEqual([...offeredYears(years)])
  expect(some.every(({ plans }, at) => plans <= (all[at]?.plans ?? 0))).toBe(true)
  expect(some.find(({ year }) => year === 2022)?.plans).toBeLessThan(all.find(({ year }) => year === 2022)?.plans ?? 0)
})

it('steps from year to year, at last over the gaps, and then ends', () => {
  expect(nextYear(years, 0)).toBe(2019)
  expect(nextYear(years, 2026)).toBe(2035)
  expect(nextYear(years, 2035)).toBeUndefined()
})

it('offers every year of the tables and after them only years that hold something', () => {
  for (const { year, plans, projects } of yearCounts(record, details, question))
    expect(plans + projects, String(year)).toBeGreaterThan(0)
})
