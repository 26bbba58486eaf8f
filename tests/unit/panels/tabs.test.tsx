import { afterEach, describe, expect, test } from 'vitest'
import { all, appears, focusName, type Mounted, mountPanels, one, panel, press } from '../../fixtures/mounted-panels'

let mounted: Mounted
afterEach(() => mounted.end())

const openTab = () =>
  all('tab')
    .find((tab) => tab.getAttribute('aria-selected') === 'true')
    ?.textContent?.trim()
const item = () => mounted.store.getState().view.item

describe('the tabs of the detail panel', () => {
  test('are one stop of the Tab key, with the open one selected', () => {
    mounted = mountPanels({ view: { districts: ['500112'] } })
    const tabs = all('tab')
    expect(tabs.length).toBeGreaterThan(1)
    expect(tabs.map((tab) => tab.tabIndex)).toEqual(tabs.map((_, at) => (at === 0 ? 0 : -1)))
    expect(tabs.map((tab) => tab.getAttribute('aria-selected'))).toEqual(tabs.map((_, at) => String(at === 0)))
  })

  test('arrows, Home and End move between them, round the ends, and open nothing', () => {
    mounted = mountPanels({ view: { districts: ['500112'] } })
    const names = all('tab').map((tab) => tab.textContent?.trim())
    all('tab')[0]?.focus()
    press('ArrowRight')
    expect(focusName()).toBe(names[1])
    press('End')
    expect(focusName()).toBe(names.at(-1))
    press('ArrowRight')
    expect(focusName()).toBe(names[0])
    press('ArrowLeft')
    expect(focusName()).toBe(names.at(-1))
    press('Home')
    expect(focusName()).toBe(names[0])
    expect(openTab()).toBe(names[0])
    expect(item()).toBeUndefined()
  })

  test('a press opens one, in the view too, and the panel is named after it', async () => {
    mounted = mountPanels({ view: { districts: ['500112'] } })
    one('tab', /^要素/).click()
    expect(item()).toEqual({ kind: 'tab', id: 'features' })
    expect(openTab()).toMatch(/^要素/)
    const content = document.querySelector('[role=tabpanel]')
    expect(content?.getAttribute('aria-labelledby')).toBe(one('tab', /^要素/).id)
    await appears('[role=tabpanel] .inside')
    expect(content?.textContent).toContain('果园港')
  })

  test('the first is no step of the view, so that a link stays short', () => {
    mounted = mountPanels({ view: { districts: ['500112'], item: { kind: 'tab', id: 'features' } } })
    one('tab', /^规划/).click()
    expect(item()).toBeUndefined()
  })

  test('a tab the selection does not have falls back to the plans', () => {
    mounted = mountPanels({ view: { feature: 'park', item: { kind: 'tab', id: 'indicators' } } })
    expect(openTab()).toMatch(/^规划/)
    expect(panel('详情')?.querySelector('h2')?.textContent).toContain('中央公园')
  })
})
