import { describe, expect, test } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import { message } from '../../../src/model/messages'
import { type Analysis, defaultView, type View } from '../../../src/model/view'
import { resolveView } from '../../../src/state/resolve'
import { smallRecord } from '../../fixtures/small-record'

const record = smallRecord({
  aliases: [
    { from: 'oldport', to: 'midport', reason: '改名' },
    { from: 'midport', to: 'port', reason: '合并' },
    { from: 'gone', reason: '该要素已并入别处' },
    { from: 'ring1', to: 'ring2', reason: '一' },
    { from: 'ring2', to: 'ring1', reason: '二' },
    { from: 'p8', to: 'p9', reason: '合并' },
    { from: 'p9', to: 'p1', reason: '合并' },
    { from: 'asproject', to: 'project:49b', reason: '改列工程' },
    { from: 'asfeature', to: 'port', reason: '并入要素' },
    { from: 'asrelation', to: 'rel1', reason: '改列联动' },
  ],
})
const view = (change: Partial<View>): View => ({ ...defaultView(themeIds), ...change })

describe('ids of a link against the record', () => {
  test('known ids stay, without a word', () => {
    const asked = view({ districts: ['500112', '500113'], feature: 'port', item: { kind: 'plan', id: 'p1' } })
    expect(resolveView(asked, record)).toEqual({ view: asked, losses: [] })
  })

  test('an old id goes through the aliases, over several steps', () => {
    expect(resolveView(view({ feature: 'oldport' }), record)).toMatchObject({ view: { feature: 'port' }, losses: [] })
  })

  test('a filter on a district and its neighbours follows its id, or is left out and said', () => {
    const around = (code: string) => view({ filters: { ...view({}).filters, around: code } })
    const merged = smallRecord({ aliases: [{ from: '500999', to: '500112', reason: '撤并' }] })
    expect(resolveView(around('500999'), merged).view.filters.around).toBe('500112')
    const lost = resolveView(around('500888'), merged)
    expect(lost.view.filters.around).toBeUndefined()
    expect(lost.losses).toEqual([{ what: 'filter', id: '500888', reason: 'unknown' }])
  })

  test('a layer that is not known is left out and said, the others stay', () => {
    const known = { id: 'relief', opacity: 0.5 }
    const { view: kept, losses } = resolveView(view({ layers: [{ id: 'hills', opacity: 0 }, known] }), record)
    expect(kept.layers).toEqual([known])
    expect(losses).toEqual([{ what: 'layer', id: 'hills', reason: 'unknown' }])
    expect(message('zh-CN', 'link.unknown.layer', { id: 'hills' })).toContain('hills')
  })

  test('two ids that are one by now are one selection', () => {
    const twice = smallRecord({ aliases: [{ from: '500999', to: '500112', reason: '撤并' }] })
    expect(resolveView(view({ districts: ['500999', '500112'] }), twice).view.districts).toEqual(['500112'])
  })

  test('a retired id says why, an unknown one that it is unknown, and the rest of the view stays', () => {
    const { view: kept, losses } = resolveView(
      view({ districts: ['500112', '500999'], feature: 'gone', themes: ['in'] }),
      record,
    )
    expect(kept).toMatchObject({ districts: ['500112'], feature: undefined, themes: ['in'] })
    expect(losses).toEqual([
      { what: 'district', id: '500999', reason: 'unknown' },
      { what: 'feature', id: 'gone', reason: 'retired', sentence: '该要素已并入别处' },
    ])
  })

  test('aliases that run in a circle end as unknown', () => {
    expect(resolveView(view({ feature: 'ring1' }), record).losses).toEqual([
      { what: 'feature', id: 'ring1', reason: 'unknown' },
    ])
  })

  test('an unknown plan is reported, other pages are left alone', () => {
    expect(resolveView(view({ item: { kind: 'plan', id: 'nope' } }), record)).toMatchObject({
      view: { item: undefined },
      losses: [{ what: 'item', id: 'nope', reason: 'unknown' }],
    })
    const page = view({ item: { kind: 'page', id: 'about' } })
    expect(resolveView(page, record)).toEqual({ view: page, losses: [] })
  })
})

describe('a plan that was merged away', () => {
  const opened = (id: string, change: Partial<View> = {}) =>
    resolveView(view({ item: { kind: 'plan', id }, ...change }), record)

  test('opens the plan that holds its content, and the selection stays', () => {
    expect(opened('p8', { districts: ['500112'] })).toMatchObject({
      view: { districts: ['500112'], item: { kind: 'plan', id: 'p1' } },
      losses: [],
    })
  })

  test('opens the project it became, or selects the feature', () => {
    expect(opened('asproject')).toMatchObject({ view: { item: { kind: 'project', id: '49b' } }, losses: [] })
    expect(opened('asfeature')).toMatchObject({ view: { item: undefined, feature: 'port' }, losses: [] })
    expect(opened('asfeature', { districts: ['500113'] }).view).toMatchObject({ districts: ['500113'] })
    expect(opened('asfeature', { districts: ['500113'] }).view.feature).toBeUndefined()
  })

  test('says why where it became what no page shows', () => {
    expect(opened('asrelation')).toMatchObject({
      view: { item: undefined },
      losses: [{ what: 'item', id: 'asrelation', reason: 'retired', sentence: '改列联动' }],
    })
  })
})

describe('the question to the map', () => {
  const resolved = (analysis: Analysis) => resolveView(view({ analysis }), record)

  test.each<[Analysis, Analysis]>([
    [
      { kind: 'buffer', radiusMeters: 5000, subject: { feature: 'oldport' } },
      { kind: 'buffer', radiusMeters: 5000, subject: { feature: 'port' } },
    ],
    [
      { kind: 'adjacency', feature: '500113', order: 2 },
      { kind: 'adjacency', feature: '500113', order: 2 },
    ],
    [
      { kind: 'crossing', feature: 'midport', radiusMeters: 0 },
      { kind: 'crossing', feature: 'port', radiusMeters: 0 },
    ],
    [
      { kind: 'between', from: 'oldport', to: '500112' },
      { kind: 'between', from: 'port', to: '500112' },
    ],
  ])('%o finds its features', (asked, expected) => {
    expect(resolved(asked)).toMatchObject({ view: { analysis: expected }, losses: [] })
  })

  test('is dropped with a line when its feature is unknown', () => {
    expect(resolved({ kind: 'between', from: 'port', to: 'nope' })).toMatchObject({
      view: { analysis: undefined },
      losses: [{ what: 'analysis', id: 'nope', reason: 'unknown' }],
    })
  })

  test('keeps a drawn subject as it is', () => {
    const drawn: Analysis = {
      kind: 'buffer',
      radiusMeters: 800,
      subject: { drawn: 'point', positions: [[106.5, 29.5]] },
    }
    expect(resolved(drawn)).toMatchObject({ view: { analysis: drawn }, losses: [] })
  })
})
