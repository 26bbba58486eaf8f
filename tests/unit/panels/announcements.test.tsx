/** What is told to whoever does not see the page change. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { appears, focusName, type Mounted, mountPanels, one } from '../../fixtures/mounted-panels'

let mounted: Mounted
afterEach(() => {
  mounted.end()
  vi.useRealTimers()
})
const status = () => document.querySelector('[role=status].notices') as HTMLElement
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('notices', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    mounted = mountPanels()
  })

  test('stand in one polite area that is there before they are', () => {
    expect(status().getAttribute('aria-live')).toBe('polite')
    expect(status().textContent).toBe('')
    mounted.actions.notify('link.copied', { link: 'x' }, 'done')
    expect(status().textContent).toContain('链接已复制')
  })

  test('a word that only confirms goes by itself, a warning stays until it is dismissed', () => {
    mounted.actions.notify('link.copied', { link: 'x' }, 'done')
    mounted.actions.notify('link.copyFailed', { link: 'x' })
    vi.advanceTimersByTime(5_000)
    expect(status().querySelectorAll('.notice')).toHaveLength(1)
    expect(status().textContent).not.toContain('链接已复制')
    one('button', '知道了', status()).click()
    expect(status().querySelectorAll('.notice')).toHaveLength(0)
  })

  test('all there is to say of a link stands in one line and goes at one press', () => {
    mounted.actions.reportLink([{ message: 'link.olderUnknown', values: { date: '2026-01-02' } }])
    mounted.actions.reportLink([{ message: 'link.older', values: { date: '2026-01-03', count: 7 }, opens: 'changes' }])
    expect(status().querySelectorAll('.notice')).toHaveLength(1)
    expect(status().textContent).toContain('2026-01-02')
    expect(status().textContent).toContain('2026-01-03')
    one('button', '知道了', status()).click()
    expect(status().textContent).toBe('')
  })

  test('never more than four, the oldest goes first', () => {
    for (let count = 1; count <= 6; count++) mounted.actions.notify('link.copyFailed', { link: `L${count}` })
    expect(status().querySelectorAll('.notice')).toHaveLength(4)
    expect(status().textContent).not.toContain('L2')
    expect(status().textContent).toContain('L6')
  })
})

describe('live parts of the panels', () => {
  test('the filters in force are told in words, and one press clears them', () => {
    mounted = mountPanels()
    const line = () => document.querySelector('.filter-line[aria-live=polite]') as HTMLElement
    expect(line().textContent).toBe('')
    mounted.actions.setThemes(['tr'])
    expect(line().textContent).toContain('只看：')
    expect(line().textContent).toContain('tr')
    one('button', '清除筛选', line()).click()
    expect(line().textContent).toBe('')
  })

  test('the catalogue tells its total, and the new one when a filter changes it', async () => {
    mounted = mountPanels({ session: { catalogueOpen: true } })
    const total = () => document.querySelector('output[aria-live=polite]')?.textContent
    await appears('output[aria-live=polite]')
    expect(total()).toBe('共 11 项')
    mounted.actions.setFilters({ kinds: ['park'] })
    expect(total()).toBe('共 1 项')
  })

  test('a theme button says whether it is on, by more than its colour', () => {
    mounted = mountPanels()
    const theme = document.querySelector<HTMLElement>('.theme[data-theme=tr]')
    expect(theme?.getAttribute('aria-pressed')).toBe('true')
    theme?.click()
    expect(theme?.getAttribute('aria-pressed')).toBe('false')
    expect(mounted.store.getState().view.themes).not.toContain('tr')
  })

  test('copying a link confirms it aloud and leaves the focus on the button', async () => {
    mounted = mountPanels({ view: { feature: 'port' } })
    const button = one('button', '复制链接')
    button.focus()
    button.click()
    await settled()
    expect(mounted.asked.filter((what) => what.startsWith('copy'))).toEqual([expect.stringContaining('?m=1~port')])
    expect(status().textContent).toContain('链接已复制')
    expect(document.activeElement).toBe(button)
    expect(focusName()).toContain('复制链接')
  })

  test('a record that could not be had says which file, and trying again asks for it', () => {
    mounted = mountPanels({
      view: { districts: ['500112'] },
      session: { record: { status: 'failed', file: 'core.json' } },
    })
    expect(document.querySelector('aside[aria-label="详情"]')?.textContent).toContain('core.json')
    one('button', '重试').click()
    expect(mounted.asked).toContain('retry')
  })

  test('the page speaks the language it shows', () => {
    mounted = mountPanels({ session: { language: 'en' }, view: { feature: 'port' } })
    expect(document.documentElement.lang).toBe('en')
    expect(document.querySelector('aside h2')?.textContent).toContain('Guoyuan Port')
  })
})
