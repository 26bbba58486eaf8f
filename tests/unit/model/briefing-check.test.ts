import { describe, expect, test } from 'vitest'
import type { Conflict, Indicator, Project } from '../../../data/schema'
import type { CitedItem, Scene } from '../../../src/model/briefing/briefing'
import { changedCitations, madeToday } from '../../../src/model/briefing/changes'
import { checkBriefing } from '../../../src/model/briefing/check'
import type { MadeValues } from '../../../src/model/briefing/made-values'
import type { OwnBriefing } from '../../../src/model/briefing/own-briefings'
import type { DetailFiles } from '../../../src/model/record'
import { defaultView, type View } from '../../../src/model/view'
import { feature, plan, smallRecord } from '../../fixtures/small-record'

const placed = { ...feature('port'), geometry: { type: 'Point' as const, coordinates: [106.7, 29.6] } }
const record = smallRecord({
  features: [placed, feature('lost')],
  plans: [
    plan('open', { to: 2030 }),
    plan('over', { to: 2025 }),
    plan('done', { to: 2021, status: 'built' }),
    plan('nowhere', { features: ['lost'] }),
    plan('torn', { conflict: 'c1' }),
  ],
  aliases: [{ from: 'merged', to: 'open', reason: '并入' }],
})
const details: DetailFiles = {
  projects: [
    { id: '12', name: '矿山修复', features: ['port'], sources: [], spans: [{ from: 2020, to: 2022, text: '' }] },
  ] as unknown as Project[],
  indicators: [
    {
      no: 3,
      name: '森林覆盖率',
      unit: '%',
      targets: { 2025: { text: '46' } },
      sources: [{ id: 'doc', section: '一' }],
    },
  ] as unknown as Indicator[],
  tasks: [],
  relations: [],
  conflicts: [
    { id: 'c1', grade: 'figure', features: [], plans: ['torn'], projects: [], indicators: [3] },
  ] as unknown as Conflict[],
}

const cited = (kind: 'plan' | 'project' | 'indicator', id: string): { kind: 'cited'; item: CitedItem } => ({
  kind: 'cited',
  item: { kind, id },
})
const words = (text: string) => ({ kind: 'words' as const, text })
const scene = (no: number, points: Scene['points'], view: Partial<View> = {}): Scene => ({
  no,
  title: '',
  points,
  view: { ...defaultView(['tr']), ...view },
})
const own = (scenes: Scene[], made: MadeValues = {}): OwnBriefing => ({
  briefing: { slug: 'own', title: '', date: '2026-11-30', transition: 'cut', release: '2026-01-01', scenes },
  made,
})
const context = { record, details, releases: [], today: '2026-11-30', here: { width: 1280, height: 720 } }
const found = (...scenes: Scene[]) =>
  checkBriefing(own(scenes), context).map(({ no, sort, about }) => [no, sort, about].join(' ').trim())

describe('the check before the talk', () => {
  test('finds what is contradicted, past its year, unplaced and without a source, scene by scene', () => {
    expect(
      found(
        scene(4, [cited('plan', 'open'), cited('plan', 'done')]),
        scene(2, [cited('plan', 'torn'), cited('plan', 'over')]),
        scene(9, [cited('project', '12'), cited('indicator', '3'), cited('plan', 'nowhere')]),
        scene(1, [words('凭记忆写的')], { feature: 'lost' }),
      ),
    ).toEqual([
      '2 contradicted 规划torn',
      '2 past 规划over',
      '9 past 矿山修复',
      '9 unsourced 矿山修复',
      '9 contradicted 森林覆盖率',
      '9 past 森林覆盖率',
      '9 unplaced 规划nowhere',
      '1 unplaced 要素lost',
      '1 unsourced 凭记忆写的',
    ])
  })

  test('own words beside a citation stand on it', () => {
    expect(found(scene(1, [words('说一句'), cited('plan', 'open')]), scene(2, []))).toEqual([])
  })

  test('a camera of its own is drawn smaller on 1280 × 720 than in the window it was taken in; a fit is not', () => {
    const camera = { longitude: 106.5, latitude: 29.6, zoom: 11, bearing: 0, pitch: 0 }
    const scenes = [scene(1, [], { camera }), scene(2, [])]
    const on = (width: number, height: number) => {
      const made = own(scenes)
      const taken = { ...made, briefing: { ...made.briefing, screen: { width, height } } }
      return checkBriefing(taken, context).map(({ no, percent }) => [no, percent])
    }
    expect(on(1280, 720)).toEqual([])
    expect(on(1024, 700)).toEqual([])
    const [[no, percent] = []] = on(1920, 1080)
    expect(no).toBe(1)
    expect(percent).toBeGreaterThan(30)
    expect(percent).toBeLessThan(50)
  })
})

describe('what has changed since a briefing was made', () => {
  const scenes = [scene(1, [cited('plan', 'over')]), scene(2, [cited('indicator', '3'), cited('plan', 'gone')])]
  const today = madeToday(own(scenes), record, details)

  test('is nothing where the record says what it said', () => {
    expect(Object.keys(today)).toEqual(['plan:over', 'indicator:3'])
    expect(changedCitations(own(scenes.slice(0, 1), today), record, details, [])).toEqual([])
  })

  test('is told by scene, with what it was', () => {
    const made: MadeValues = {
      'plan:over': { text: '规划over', figures: ['长度 5 公里'], status: 'underway', from: 2020, to: 2024 },
      'indicator:3': { text: '森林覆盖率', figures: ['2025 45%'] },
    }
    expect(changedCitations(own(scenes, made), record, details, [])).toMatchObject([
      { no: 1, parts: ['figures', 'status', 'years'], was: made['plan:over'] },
      { no: 2, parts: ['figures'], was: { figures: ['2025 45%'] }, is: { figures: ['2025 46%'] } },
      { no: 2, parts: ['gone'], item: { id: 'gone' } },
    ])
  })

  test('of a briefing from a link is told by the releases', () => {
    const change = (date: string) => ({
      date,
      changes: [{ kind: 'plans' as const, id: 'over', change: 'changed' as const }],
    })
    const since = (date: string) =>
      changedCitations(own(scenes.slice(0, 1)), record, details, [change(date)]).map(({ no }) => no)
    expect(since('2026-01-01')).toEqual([1])
    expect(since('2026-02-01')).toEqual([])
  })

  test('a plan that was merged is followed to where its content stands', () => {
    const merged = own([scene(1, [cited('plan', 'merged')])])
    expect(changedCitations(merged, record, details, [])).toEqual([])
    expect(madeToday(merged, record, details)['plan:merged']?.text).toBe('规划open')
  })
})
