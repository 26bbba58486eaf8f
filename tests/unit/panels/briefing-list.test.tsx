import { afterEach, expect, test, vi } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import type { Briefing } from '../../../src/model/briefing/briefing'
import { defaultView } from '../../../src/model/view'
import { all, appears, type Mounted, mountPanels, one } from '../../fixtures/mounted-panels'

let mounted: Mounted
afterEach(() => mounted.end())

const briefing: Briefing = {
  slug: 'demo',
  title: '示例',
  subtitle: '两页',
  date: '2026-11-30',
  transition: 'cut',
  release: '2026-11-30',
  scenes: [
    { no: 4, title: '甲', view: { ...defaultView(themeIds), districts: ['500112'] }, points: [] },
    { no: 2, title: '乙', view: defaultView(themeIds), points: [] },
  ],
}

test('the published briefings are listed; one is played from its first scene or read as a page', async () => {
  mounted = mountPanels({ services: { publishedBriefings: async () => [briefing] } })
  one('button', '汇报').click()
  const list = await appears('.briefing-list')
  expect(list.textContent).toContain('示例')
  expect(list.textContent).toContain('2026-11-30 · 2 页')
  expect(one('link', '阅读 示例', list).getAttribute('href')).toBe('b/demo/')
  one('button', '播放 示例', list).click()
  const { view, session } = mounted.store.getState()
  expect(view.scene).toEqual({ briefing: 'demo', index: 4 })
  expect(view.districts).toEqual(['500112'])
  expect(session.linkDialog).toBeUndefined()
})

test('a list that does not come says so and is asked for again', async () => {
  let online = false
  mounted = mountPanels({ services: { publishedBriefings: async () => (online ? [briefing] : undefined) } })
  one('button', '汇报').click()
  const alert = await appears('.link-dialog [role=alert]')
  online = true
  one('button', '重试', alert).click()
  await appears('.briefing-list li')
})

test('a city without briefings says there are none', async () => {
  mounted = mountPanels()
  one('button', '汇报').click()
  const list = await vi.waitUntil(() => document.querySelector('.briefing-list li'), { timeout: 20_000 })
  expect(list.textContent).toBe('还没有已发布的汇报。')
  expect(all('button', document.querySelector('.briefing-list') ?? undefined)).toEqual([])
})
