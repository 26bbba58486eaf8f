import { beforeAll, describe, expect, test } from 'vitest'
import { themeIds } from '../../../../data/schema-ids'
import { worldOf } from '../../../../src/model/analysis/analysis'
import { answerAtOnce } from '../../../../src/model/analysis/answer'
import { prepareWorld } from '../../../../src/model/analysis/world'
import { citedItemOf, placeOfScene, type Scene, type ScenePoint } from '../../../../src/model/briefing/briefing'
import { toldPoints, toldSources } from '../../../../src/model/briefing/told'
import type { DetailFiles, PlanRecord } from '../../../../src/model/record'
import { type Analysis, defaultView } from '../../../../src/model/view'
import { builtRecord } from '../built-record'

let record: PlanRecord
let details: DetailFiles
beforeAll(async () => {
  ;({ record, details } = await builtRecord())
})

const cited = (text: string): ScenePoint => {
  const item = citedItemOf(text)
  if (!item) throw new Error(`${text} is no citation`)
  return { kind: 'cited', item }
}
const sceneOf = (points: ScenePoint[], analysis?: Analysis): Pick<Scene, 'points' | 'view'> => ({
  points,
  view: { ...defaultView(themeIds), ...(analysis ? { analysis } : {}) },
})
const told = (points: ScenePoint[], language: 'zh-CN' | 'en' = 'zh-CN') =>
  toldPoints(sceneOf(points), { record, details, language })

describe('the points of a scene', () => {
  test('own words stay as they are, without a source', () => {
    expect(told([{ kind: 'words', text: '先看全貌' }])).toEqual([
      { kind: 'words', text: '先看全貌', figures: [], contradicted: false, sources: [] },
    ])
  })

  test('every plan brings the row’s own text, figures, status, years and sources', () => {
    for (const plan of record.plans) {
      const [point] = told([cited(`plan:${plan.id}`)])
      expect(point?.text, plan.id).toBe(plan.text)
      expect(point?.figures, plan.id).toHaveLength(plan.figures.length)
      expect(point?.status, plan.id).toBe(plan.status)
      expect(point?.statusText, plan.id).toMatch(/^[一-鿿]{2,3}$/)
      expect(point?.years !== undefined, plan.id).toBe(plan.from !== undefined || plan.to !== undefined)
      expect(
        point?.sources.map(({ reference }) => reference),
        plan.id,
      ).toEqual(plan.sources)
    }
  })

  test('every project and indicator can be told, with its figure and source', () => {
    const cites = [
      ...details.projects.map(({ id }) => `project:${id}`),
      ...details.indicators.map(({ no }) => `indicator:${no}`),
    ]
    for (const cite of cites) {
      const [point] = told([cited(cite)])
      expect(point?.item, cite).toEqual(citedItemOf(cite))
      expect(point?.figures.length, cite).toBeGreaterThan(0)
      expect(point?.sources.length, cite).toBeGreaterThan(0)
    }
  })

  test('a project says its money and who leads', () => {
    const project = details.projects.find(({ investmentWan }) => investmentWan === 299_400)
    const [point] = told([cited(`project:${project?.id}`)])
    expect(point?.figures).toEqual([{ value: '29.94 亿元', what: '投资' }])
    expect(point?.offices).toBe(`牵头：${project?.lead.join('、')}`)
    expect(point?.text.startsWith(`${project?.name}：`)).toBe(true)
  })

  test('an indicator says where it stood and where it is to be', () => {
    const [point] = told([cited('indicator:1')])
    expect(point?.figures).toEqual([
      { value: '87.1%（未达标）', what: '2019 年现状' },
      { value: '90.5%', what: '2025 年目标' },
    ])
  })

  test('a contradicted item is marked', () => {
    const plan = record.plans.find(({ conflict }) => conflict !== undefined)
    expect(told([cited(`plan:${plan?.id}`)])[0]?.contradicted).toBe(true)
    expect(told([cited('indicator:3')])[0]?.contradicted).toBe(true)
  })

  test('an old id is followed to what it has become', () => {
    const alias = record.aliases.find(({ to }) => to !== undefined && record.planById.has(to))
    expect(told([cited(`plan:${alias?.from}`)])[0]?.item).toEqual({ kind: 'plan', id: alias?.to })
    const moved = { ...record, aliasById: new Map([['gone', { from: 'gone', to: 'project:1', reason: '改列' }]]) }
    const points = toldPoints(sceneOf([cited('plan:gone')]), { record: moved, details, language: 'zh-CN' })
    expect(points[0]?.item).toEqual({ kind: 'project', id: '1' })
  })

  test('what the record no longer has says so', () => {
    expect(told([cited('plan:zz999')])[0]).toMatchObject({ kind: 'lost', sources: [] })
    expect(told([cited('plan:zz999')])[0]?.text).toContain('plan:zz999')
    expect(told([cited('indicator:99')])[0]?.kind).toBe('lost')
  })

  test('projects and indicators wait for the details; plans do not', () => {
    const scene = sceneOf([cited('project:1'), cited('plan:pa004'), cited('indicator:1')])
    const points = toldPoints(scene, { record, details: undefined, language: 'zh-CN' })
    expect(points.map(({ kind }) => kind)).toEqual(['plan'])
  })

  test('an answer is told in the words of the panel; before it is there, by its question', () => {
    const question: Analysis = { kind: 'buffer', radiusMeters: 5000, subject: { feature: 'gyport' } }
    const scene = sceneOf([cited('answer')], question)
    const outcome = answerAtOnce(prepareWorld(worldOf(record)), question)
    if (!outcome.ok) throw new Error(outcome.reason)
    const context = { record, details, language: 'zh-CN' } as const
    const [before] = toldPoints(scene, context)
    const [after] = toldPoints(scene, { ...context, answer: outcome.value })
    expect(before?.text).toMatch(/周边 5 公里$/)
    expect(after?.text).toMatch(/周边 5 公里的范围为 [\d.]+ 平方公里/)
    expect(after?.label).toBe(before?.text)
    expect(toldPoints(sceneOf([cited('answer')]), context)).toEqual([])
  })

  test('English has no Chinese but what the record has only in Chinese', () => {
    const [point] = told([cited('plan:pa004')], 'en')
    expect(point?.statusText).toBe('As it was')
    expect(point?.sources[0]?.short).toMatch(/^Chongqing Daily 2020-05 · /)
  })
})

test('sources are listed once each', () => {
  const points = told([cited('plan:pa004'), cited('plan:pa010'), cited('plan:pa007')])
  expect(toldSources(points)).toHaveLength(1)
})

test('a scene that is gone leads to the one its links open instead', () => {
  const scenes = [{ no: 4 }, { no: 7 }] as Scene[]
  const retired = [
    { no: 2, to: 3, reason: '' },
    { no: 3, to: 7, reason: '' },
    { no: 8, to: 9, reason: '' },
    { no: 9, to: 8, reason: '' },
  ]
  expect([4, 7, 2, 3, 5, 8].map((no) => placeOfScene({ scenes, retired }, no))).toEqual([0, 1, 1, 1, -1, -1])
})
