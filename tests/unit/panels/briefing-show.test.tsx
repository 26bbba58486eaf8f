/** The show of a briefing without a map: keys, focus, what is told aloud, what is kept. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import type { Briefing, Scene } from '../../../src/model/briefing/briefing'
import { defaultView, type View } from '../../../src/model/view'
import { createOwnBriefings } from '../../../src/own-briefings'
import { fakeExporter } from '../../fixtures/exporter'
import { all, appears, type Mounted, mountPanels, one, press, write } from '../../fixtures/mounted-panels'

const scene = (no: number, title: string, change: Partial<Scene> & { over?: Partial<View> } = {}): Scene => {
  const { over, ...rest } = change
  return { no, title, view: { ...defaultView(themeIds), ...over }, points: [], ...rest }
}

const briefing: Briefing = {
  slug: 'test',
  title: '一次汇报',
  date: '2026-11-30',
  transition: 'pan',
  release: '2026-01-01',
  scenes: [
    scene(1, '总体', { points: [{ kind: 'words', text: '九个区' }], notes: '先看全貌' }),
    scene(7, '港口', {
      over: { feature: 'port' },
      points: [
        { kind: 'cited', item: { kind: 'plan', id: 'p1' } },
        { kind: 'cited', item: { kind: 'plan', id: 'gone' } },
      ],
    }),
    scene(3, '公园', { over: { feature: 'park', themes: ['ur'] } }),
  ],
  retired: [{ no: 9, to: 3, reason: '并入公园' }],
}

let mounted: Mounted
const region = () => document.querySelector<HTMLElement>('section[aria-label="汇报"]')
const title = () => region()?.querySelector('h2')?.textContent
const position = () => region()?.querySelector('.show-position')?.textContent
const status = () => region()?.querySelector('[role=status]')?.textContent
const view = () => mounted.store.getState().view
const loaded = () => appears('.show h2')

async function play(change: Partial<View> = { scene: { briefing: 'test', index: 1 } }) {
  mounted = mountPanels({
    view: change,
    services: { publishedBriefings: async () => [briefing], exporter: async () => fakeExporter() },
  })
  await loaded()
}

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  mounted.end()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

describe('the show', () => {
  test('is a region with the title, the position and its buttons; the panels are away', async () => {
    await play()
    expect(title()).toBe('总体')
    expect(position()).toBe('第 1 / 3 页')
    for (const name of ['上一页', '下一页', '总览', '演讲者视图', '退出']) expect(one('button', name)).toBeTruthy()
    expect(document.querySelector('.theme-panel')).toBeNull()
    expect(document.activeElement).toBe(region())
    expect(status()).toBe('第 1 / 3 页：总体')
  })

  test('is taken along from the player: the keys are the dialog’s until it shuts', async () => {
    await play()
    one('button', '导出').click()
    await appears('dialog[aria-label=导出]')
    expect(mounted.store.getState().session.exported?.briefing).toBe(briefing)
    press('PageDown')
    press('Escape')
    expect(position()).toBe('第 1 / 3 页')
    one('button', '关闭').click()
    press('PageDown')
    expect(position()).toBe('第 2 / 3 页')
    mounted.actions.setMapMode('engine')
    const print = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true, cancelable: true })
    document.body.dispatchEvent(print)
    expect(mounted.store.getState().session.exported).toEqual({ briefing, at: 'pdf' })
  })

  test('turns by keys, tells the page aloud, and puts the scene’s view with its permanent number', async () => {
    await play()
    press('PageDown')
    expect(title()).toBe('港口')
    expect(position()).toBe('第 2 / 3 页')
    expect(status()).toBe('第 2 / 3 页：港口')
    expect(view()).toMatchObject({ feature: 'port', scene: { briefing: 'test', index: 7 } })
    press('End')
    expect(view()).toMatchObject({ feature: 'park', themes: ['ur'], scene: { index: 3 } })
    press('Backspace')
    expect(title()).toBe('港口')
  })

  test('cites a plan with its status and source, and says what the record no longer has', async () => {
    await play({ scene: { briefing: 'test', index: 7 }, feature: 'port' })
    const points = [...document.querySelectorAll('.show-point')].map((each) => each.textContent)
    expect(points[0]).toMatch(/扩建码头.*\[1\].*规划/)
    expect(document.querySelector('.show-source')?.textContent).toMatch(/来源：\[1\] 文件 2020-05 · 一/)
    expect(points[1]).toContain('gone')
  })

  test('says which pages have changed since an own briefing was made, and what they said', async () => {
    const own = createOwnBriefings()
    const made = { 'plan:p1': { text: '扩建旧码头', figures: ['泊位 3 个'], status: 'target' } }
    const written = own.kept.write('a', { briefing: { ...briefing, slug: 'own' }, made }, 0)
    const kept = own.kept.read('a')
    if (!written.ok || !kept) throw new Error('the briefing is not kept')
    own.playing(kept.own, 'device')
    mounted = mountPanels({
      view: { scene: { briefing: 'own', index: 7 }, feature: 'port' },
      services: { ownBriefings: async () => own },
    })
    await loaded()
    await appears('.show-was')
    expect(document.querySelector('.show-changed')?.textContent).toBe(
      '按 2026-01-01 的资料做成；所引内容后来有改动的页：2',
    )
    const was = [...document.querySelectorAll('.show-was')].map(({ textContent }) => textContent)
    expect(was).toEqual(['做成时为：扩建旧码头；泊位 3 个；目标'])
    localStorage.clear()
  })

  test('goes to a page by digits, by name, and from the overview', async () => {
    await play()
    press('3')
    press('Enter')
    expect(title()).toBe('公园')
    press('9')
    press('Enter')
    expect(status()).toBe('没有第 9 页')
    press('g')
    expect(document.activeElement?.tagName).toBe('INPUT')
    write('港')
    press('Enter')
    expect(title()).toBe('港口')
    expect(document.activeElement).toBe(region())
    press('o')
    expect(document.activeElement?.textContent).toContain('港口')
    press('ArrowDown')
    ;(document.activeElement as HTMLElement).click()
    expect(title()).toBe('公园')
  })

  test('leaves keys to a field and to a button, the clicker’s pages aside', async () => {
    await play()
    press('g')
    for (const key of ['b', '/', 'ArrowRight', '.', 'n']) press(key)
    expect(title()).toBe('总体')
    expect(document.querySelector('.show-blank')).toBeNull()
    press('Escape')
    expect(document.querySelector('.show-find')).toBeNull()
    one('button', '下一页').focus()
    expect(press(' ')).toBe(true)
    expect(press('Enter')).toBe(true)
    press('b')
    expect(document.querySelector('.show-blank')).toBeNull()
    expect(title()).toBe('总体')
    press('PageDown')
    expect(title()).toBe('港口')
  })

  test('covers the screen in black and white', async () => {
    await play()
    press('.')
    expect(region()?.className).toContain('show-black')
    press('w')
    expect(region()?.className).toContain('show-white')
    press('PageDown')
    expect(document.querySelector('.show-blank')).toBeNull()
    expect(title()).toBe('总体')
  })

  test('shows notes and the time by their keys', async () => {
    await play()
    press('n')
    expect(document.querySelector('.show-notes')?.textContent).toBe('先看全貌')
    press('t')
    expect(document.querySelector('.show-timer')?.textContent).toMatch(/^已讲 0:0\d$/)
  })

  test('ends by Escape on the map as it stands', async () => {
    await play()
    press('PageDown')
    press('Escape')
    await vi.waitUntil(() => region() === null)
    expect(view()).toMatchObject({ feature: 'port', scene: undefined })
    expect(document.documentElement.classList.contains('showing')).toBe(false)
  })

  test('takes a click on the map for the next page and keeps it from the map', async () => {
    await play()
    const canvas = document.querySelector('#map-canvas') as HTMLElement
    const heard = vi.fn()
    canvas.addEventListener('click', heard)
    canvas.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
    expect(title()).toBe('港口')
    expect(heard).not.toHaveBeenCalled()
  })

  test('turns once for one turn of the wheel, and leaves the zoom by Ctrl to the map', async () => {
    await play()
    const wheel = (init: WheelEventInit) =>
      document
        .querySelector('#map-canvas')
        ?.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...init }))
    wheel({ deltaY: 120, ctrlKey: true })
    expect(title()).toBe('总体')
    for (let count = 0; count < 5; count++) wheel({ deltaY: 120 })
    expect(title()).toBe('港口')
  })
})

describe('what a link says', () => {
  test('a scene and nothing else is shown as it was made', async () => {
    await play({ scene: { briefing: 'test', index: 3 } })
    expect(view()).toMatchObject({ feature: 'park', themes: ['ur'] })
  })

  test('what else it says is what is shown', async () => {
    await play({ scene: { briefing: 'test', index: 3 }, districts: ['500112'] })
    expect(title()).toBe('公园')
    expect(view().feature).toBeUndefined()
    expect(view().districts).toEqual(['500112'])
  })

  test('a scene that is gone opens the one in its place', async () => {
    await play({ scene: { briefing: 'test', index: 9 } })
    expect(title()).toBe('公园')
  })

  test('a number no scene has had begins at the first page and says so', async () => {
    await play({ scene: { briefing: 'test', index: 99 } })
    expect(title()).toBe('总体')
    expect(document.querySelector('.notices')?.textContent).toContain('编号为 99')
  })

  test('a briefing there is not leaves the map with a sentence', async () => {
    mounted = mountPanels({
      view: { scene: { briefing: 'nowhere', index: 1 }, districts: ['500112'] },
      services: { publishedBriefings: async () => [briefing], exporter: async () => fakeExporter() },
    })
    await vi.waitUntil(() => document.querySelector('.notice'))
    expect(document.querySelector('.notices')?.textContent).toContain('没有找到汇报“nowhere”')
    expect(view()).toMatchObject({ scene: undefined, districts: ['500112'] })
    expect(region()).toBeNull()
  })
})

describe('over a reload', () => {
  test('the time, the notes and what was asked are there again', async () => {
    sessionStorage.setItem(
      'yulan.show',
      JSON.stringify({
        slug: 'test',
        no: 7,
        startedAt: Date.now() - 125_000,
        notes: true,
        timer: true,
        asked: [{ text: '果园港', view: defaultView(themeIds), page: 2, answer: ['有。'], sources: ['《文件》'] }],
      }),
    )
    await play({ scene: { briefing: 'test', index: 7 }, feature: 'port' })
    expect(title()).toBe('港口')
    expect(position()).toBe('第 2 / 4 页')
    expect(document.querySelector('.show-timer')?.textContent).toMatch(/^已讲 2:0\d$/)
    expect(document.querySelector('.show-notes')).not.toBeNull()
    press('End')
    expect(title()).toBe('会后答复')
    expect(document.querySelector('.show-appendix')?.textContent).toMatch(/果园港.*第 2 页时提出.*有。.*《文件》/)
  })

  test('nothing of it stays when the show is left, and a refused storage changes nothing', async () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
    await play()
    press('PageDown')
    expect(title()).toBe('港口')
    vi.restoreAllMocks()
    press('Escape')
    await vi.waitUntil(() => region() === null)
    expect(sessionStorage.getItem('yulan.show')).toBeNull()
  })
})

describe('a question to the map', () => {
  test('is a scene of its own; R comes back; the answer is kept for the last page', async () => {
    await play({ scene: { briefing: 'test', index: 7 }, feature: 'port' })
    press('/')
    expect(document.activeElement?.tagName).toBe('INPUT')
    write('中央公园')
    await vi.waitUntil(() => all('button', document.querySelector('.show-ask ol') as HTMLElement).length > 0)
    press('Enter')
    await vi.waitUntil(() => title() === '中央公园')
    expect(view()).toMatchObject({ feature: 'park', scene: { index: 7 } })
    press('r')
    expect(title()).toBe('港口')
    expect(view().feature).toBe('port')
    expect(position()).toBe('第 2 / 4 页')
    press('End')
    expect(document.querySelector('.show-appendix')?.textContent).toContain('没有写到它的规划事项')
  })
})

describe('the presenter', () => {
  test('sees now, next, notes, the time and all pages; a blocked window says what to do', async () => {
    vi.stubGlobal('open', () => null)
    await play()
    press('s')
    const presenter = await appears('section[aria-label="演讲者视图"]')
    expect(presenter.textContent).toContain('浏览器拦住了新窗口')
    expect(presenter.querySelector('.presenter-now h2')?.textContent).toBe('总体')
    expect(presenter.querySelector('.presenter-next')?.textContent).toContain('港口')
    expect(presenter.querySelector('.presenter-notes')?.textContent).toContain('先看全貌')
    expect(presenter.querySelectorAll('.presenter-pages li')).toHaveLength(3)
    press('PageDown')
    expect(presenter.querySelector('.presenter-now h2')?.textContent).toBe('港口')
    press('s')
    await vi.waitUntil(() => document.querySelector('section[aria-label="演讲者视图"]') === null)
    expect(title()).toBe('港口')
  })
})

test('what the other window shows is followed at once, and nothing of the page before is told back', async () => {
  const channels: Channel[] = []
  class Channel {
    readonly posted: { say: string; show?: { place: number } }[] = []
    onmessage = (_: { data: unknown }) => {}
    constructor() {
      channels.push(this)
    }
    postMessage(message: { say: string }) {
      this.posted.push(message)
    }
    close() {}
  }
  vi.stubGlobal('BroadcastChannel', Channel)
  vi.stubGlobal('open', () => window)
  await play()
  one('button', '演讲者视图').click()
  await vi.waitUntil(() => channels.length > 0)
  const [channel] = channels
  const heard = { place: 2, startedAt: 1_700_000_000_000, asked: [] }
  channel?.onmessage({ data: { say: 'show', show: heard } })
  await vi.waitUntil(() => view().scene?.index === 3)
  expect(channel?.posted.filter(({ say }) => say === 'show')).toEqual([])
})
