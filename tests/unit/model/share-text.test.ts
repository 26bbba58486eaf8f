import { describe, expect, test } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import { embedCode } from '../../../src/model/embed'
import { changedItems, releaseOn } from '../../../src/model/release-changes'
import { shareText, shareTitle } from '../../../src/model/share-text'
import { defaultView, type View } from '../../../src/model/view'
import { feature, plan, smallRecord } from '../../fixtures/small-record'

const record = smallRecord({
  features: [feature('port', { name: '果园港' })],
  plans: [
    plan('p1', { figures: [{ value: 3, unit: '个', what: '泊位' }] }),
    plan('p2', { to: 2025, figures: [{ value: 3000, unit: '万吨', what: '吞吐能力', approx: '约' }] }),
    plan('p3', { status: 'built', figures: [{ value: 16, unit: '亿元', what: '已投资' }] }),
    plan('p4', { figures: [{ value: '5A', unit: '', what: '等级' }] }),
    plan('p5', { features: ['port', '500112'], figures: [{ value: 20, unit: '公里', what: '岸线' }] }),
  ],
})
const view = (change: Partial<View>): View => ({ ...defaultView(themeIds), ...change })
const input = (change: Partial<View>) => ({
  record,
  view: view(change),
  language: 'zh-CN' as const,
  link: 'https://example.org/?m=1',
  today: '2025-06-01',
})

describe('a view as text', () => {
  test('has a title, three key figures, the source and the link', () => {
    expect(shareText(input({ feature: 'port' })).split('\n')).toEqual([
      '【果园港】',
      '规划事项 5 项',
      '· 吞吐能力：约 3,000 万吨（2025，规划）',
      '· 岸线：20 公里（规划）',
      '· 泊位：3 个（规划）',
      '来源：《文件》（2020-05）一',
      '资料 2026-01-01 · 截至 2025-06-01 · 示意图 · 非测绘成果 · 不作划界依据',
      'https://example.org/?m=1',
    ])
  })

  test('says where a target year is past, and of nothing else', () => {
    const later = shareText({ ...input({ feature: 'port' }), today: '2026-01-01' }).split('\n')
    expect(later.filter((line) => line.includes('目标年已过'))).toEqual([
      '· 吞吐能力：约 3,000 万吨（2025，规划，目标年已过，文件没有写结果）',
    ])
  })

  test('speaks of the open item where there is one', () => {
    const asked = input({ feature: 'port', item: { kind: 'plan', id: 'p3' } })
    expect(shareTitle(asked)).toBe('果园港 · 规划p3')
    expect(shareText(asked)).toContain('· 已投资：16 亿元（已完成）')
  })

  test('names the whole map where nothing is selected, and what is filtered', () => {
    const text = shareText(input({ themes: ['in'] }))
    expect(text).toContain('【重庆中心城区规划地图】')
    expect(text).toContain('只看：')
  })
})

describe('embed code', () => {
  test('lets no text out of its attribute', () => {
    expect(embedCode('https://example.org/?m=1', '"><script>&')).toContain('title="&quot;>&lt;script>&amp;"')
  })
})

describe('what changed since a release', () => {
  const releases = [
    { date: '2026-01-01', changes: [{ kind: 'plans' as const, id: 'p1', change: 'changed' as const }] },
    { date: '2026-06-01', changes: [] },
  ]
  test('is told from the release the link was made under', () => {
    expect(releaseOn(releases, '2026-03-05')?.date).toBe('2026-01-01')
    expect(releaseOn(releases, '2026-06-01')?.changes).toEqual([])
    expect(releaseOn(releases, '2025-12-31')).toBeUndefined()
  })

  test('lists what the selection is about first, and what is gone by its id', () => {
    const items = changedItems(
      [
        { kind: 'plans', id: 'gone', change: 'removed' },
        { kind: 'features', id: '500113', change: 'changed' },
        { kind: 'plans', id: 'p1', change: 'changed' },
      ],
      record,
      undefined,
      ['port'],
    )
    expect(items.map(({ id }) => id)).toEqual(['p1', 'gone', '500113'])
    expect(items[0]).toMatchObject({ text: '规划p1', target: { feature: 'port', item: { kind: 'plan', id: 'p1' } } })
    expect(items[1]?.target).toBeUndefined()
  })
})
