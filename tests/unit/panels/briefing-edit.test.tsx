/** The briefing editor by keyboard alone, and what happens to what it keeps. */
import { Blob as NodeBlob } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import type { Briefing } from '../../../src/model/briefing/briefing'
import { defaultView } from '../../../src/model/view'
import { createOwnBriefings } from '../../../src/own-briefings'
import { addressOf } from '../../../src/state/history'
import {
  appears,
  focusName,
  type Mounted,
  type Mounting,
  mountPanels,
  one,
  press,
  write,
} from '../../fixtures/mounted-panels'

let mounted: Mounted
beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => {
  mounted.end()
  vi.restoreAllMocks()
})

const regionSelector = 'section[aria-label="汇报编辑"]'
const region = () => document.querySelector<HTMLElement>(regionSelector) as HTMLElement
const titles = () => [...region().querySelectorAll('.edit-line-title')].map(({ textContent }) => textContent)
const said = () => region().querySelector('[role=status]')?.textContent
const own = createOwnBriefings()
const kept = () => own.kept.list().map(({ id }) => own.kept.read(id)?.own.briefing)
const field = (label: string) => {
  const named = [...region().querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === label)
  return document.getElementById(named?.htmlFor ?? '') as HTMLInputElement
}
const madeBriefing = (): Briefing => ({
  slug: 'own',
  title: '',
  date: '2026-11-30',
  transition: 'cut',
  release: '2026-01-01',
  scenes: [{ no: 1, title: '一', view: { ...defaultView(themeIds), feature: 'port' }, points: [] }],
})
/** Presses a button as the keyboard does. */
const enter = (button: HTMLElement) => {
  button.focus()
  button.click()
}
const add = () => enter(one('button', '加入汇报'))

async function open(mounting: Mounting = {}) {
  mounted = mountPanels(mounting)
  add()
  await appears(regionSelector)
  await vi.waitUntil(() => said() !== '')
}

describe('the briefing editor', () => {
  test('comes with the first view that is added, has the focus and says what it did', async () => {
    await open({ view: { feature: 'port' } })
    expect(titles()).toEqual(['果园港'])
    expect(said()).toBe('已加入，第 1 页：果园港')
    expect(document.activeElement?.tagName).toBe('H2')
    expect(focusName()).toContain('汇报编辑')
    // The map and the panel beside it stay as they are.
    expect(document.querySelector('dialog')).toBeNull()
    expect(document.querySelector('aside[aria-label="详情"]')).not.toBeNull()
  })

  test('cites the item or the question that the view opens', async () => {
    await open({ view: { feature: 'port', item: { kind: 'plan', id: 'p1' } } })
    expect(region().querySelector('.edit-cited')?.textContent).toContain('扩建码头')
    mounted.actions.openItem(undefined)
    mounted.actions.ask({ kind: 'buffer', radiusMeters: 5000, subject: { feature: 'port' } })
    add()
    await vi.waitUntil(() => titles().length === 2)
    await vi.waitUntil(() => kept()[0]?.scenes.length === 2)
    expect(kept()[0]?.scenes.map(({ points }) => points)).toEqual([
      [{ kind: 'cited', item: { kind: 'plan', id: 'p1' } }],
      [{ kind: 'cited', item: { kind: 'answer' } }],
    ])
  })

  test('a briefing of ten scenes by keyboard alone: written, ordered, cited, kept', async () => {
    await open({ view: { feature: 'port' } })
    for (let scene = 2; scene <= 10; scene++) add()
    field('汇报标题').focus()
    write('港口汇报')
    field('本页标题').focus()
    write('第十页')
    enter(one('button', '上移', region()))
    expect(titles().slice(-2)).toEqual(['第十页', '果园港'])
    expect(focusName()).toBe('上移')
    await vi.waitUntil(() => said() === '已移到第 9 页')
    enter(one('button', '写一条', region()))
    await vi.waitUntil(() => document.activeElement?.tagName === 'TEXTAREA')
    write('自己的话')
    enter(one('button', '引用面板里的条目', region()))
    enter(one('button', '扩建码头。', region()))
    expect(region().querySelector('.edit-cited')?.textContent).toContain('扩建码头')
    field('备注（只给自己看）').focus()
    write('别忘了停顿')
    await vi.waitUntil(() => kept()[0]?.scenes[8]?.notes === '别忘了停顿')
    const scene = kept()[0]?.scenes[8]
    expect(kept()[0]?.title).toBe('港口汇报')
    expect(kept()[0]?.scenes.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 9])
    expect(scene).toMatchObject({
      title: '第十页',
      points: [
        { kind: 'words', text: '自己的话' },
        { kind: 'cited', item: { kind: 'plan', id: 'p1' } },
      ],
    })
  })

  test('a row of the panel is added by its own button, cited and called by its text', async () => {
    mounted = mountPanels({ view: { feature: 'port' } })
    enter((await appears('button[aria-label="加入汇报 p1"]')) as HTMLElement)
    await appears(regionSelector)
    await vi.waitUntil(() => titles().length === 1)
    expect(titles()).toEqual(['扩建码头'])
    await vi.waitUntil(() => kept()[0]?.scenes.length === 1)
    const [scene] = kept()[0]?.scenes ?? []
    expect(scene?.points).toEqual([{ kind: 'cited', item: { kind: 'plan', id: 'p1' } }])
    expect(scene?.view.feature).toBe('port')
    expect(scene?.view.item).toBeUndefined()
  })

  test('ten different scenes with titles and citations, from nothing to the show, take at most 60 presses', async () => {
    mounted = mountPanels()
    let presses = 0
    const pressed = (element: HTMLElement) => {
      presses++
      enter(element)
    }
    for (let scene = 1; scene <= 10; scene++) {
      // What is chosen on the map or in the list.
      presses++
      mounted.actions.select(scene % 2 ? 'port' : '500112')
      pressed(one('button', '加入汇报'))
      await vi.waitUntil(() => region() && titles().length === scene)
      pressed(one('button', '引用面板里的条目', region()))
      pressed(one('button', scene % 2 ? '扩建码头。' : '建林带。', region()))
      pressed(field('本页标题'))
      write(`第 ${scene} 件事`)
    }
    pressed(field('汇报标题'))
    write('十件事')
    pressed(one('button', '播放', region()))
    await appears('.show h2')
    expect(document.querySelector('.show h2')?.textContent).toBe('第 1 件事')
    expect(document.querySelector('.show-position')?.textContent).toBe('第 1 / 10 页')
    expect(document.querySelectorAll('.show-point')).toHaveLength(1)
    expect(presses).toBeLessThanOrEqual(60)
  })

  test('typing keeps the field and its focus; leaving it ends the step', async () => {
    await open({ view: { feature: 'port' } })
    const title = field('本页标题')
    title.focus()
    for (const text of ['一', '一二', '一二三']) write(text)
    expect(field('本页标题')).toBe(title)
    expect(document.activeElement).toBe(title)
    enter(one('button', '撤销', region()))
    expect(titles()).toEqual(['果园港'])
    expect(field('本页标题').value).toBe('果园港')
    enter(one('button', '重做', region()))
    expect(titles()).toEqual(['一二三'])
  })

  test('Ctrl+Z outside a field is the editor’s; in a field only when the field has nothing to take back', async () => {
    await open({ view: { feature: 'port' } })
    const ctrl = { ctrlKey: true }
    field('本页标题').focus()
    write('改过')
    // The field takes back its own: the browser sends an input event.
    press('z', ctrl)
    document.activeElement?.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }))
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(titles()).toEqual(['改过'])
    press('z', ctrl)
    await vi.waitUntil(() => titles()[0] === '果园港')
    one('button', '撤销', region()).focus()
    expect(press('z', { ...ctrl, shiftKey: true })).toBe(false)
    expect(titles()).toEqual(['改过'])
  })

  test('deleting a page leaves the focus on the next, and undo brings it back', async () => {
    await open({ view: { feature: 'port' } })
    mounted.actions.select('park')
    add()
    await vi.waitUntil(() => titles().length === 2)
    enter(one('button', '1 果园港', region()))
    enter(one('button', '删除本页', region()))
    await vi.waitUntil(() => focusName() === '1 中央公园')
    await vi.waitUntil(() => said() === '已删除第 1 页，可撤销')
    press('z', { ctrlKey: true })
    expect(titles()).toEqual(['果园港', '中央公园'])
  })

  test('pressing a page shows its view; 用当前视图 takes the present one instead', async () => {
    await open({ view: { feature: 'port' } })
    mounted.actions.select('park')
    add()
    await vi.waitUntil(() => titles().length === 2)
    enter(one('button', '1 果园港', region()))
    expect(mounted.store.getState().view.feature).toBe('port')
    mounted.actions.select('park')
    enter(one('button', '用当前视图', region()))
    await vi.waitUntil(() => kept()[0]?.scenes[0]?.view.feature === 'park')
  })

  test('a page can be dragged to another place by its handle', async () => {
    await open({ view: { feature: 'port' } })
    mounted.actions.select('park')
    add()
    await vi.waitUntil(() => titles().length === 2)
    // 40 pixels a line, one below the other.
    const lines = () => [...region().querySelectorAll('.edit-line')]
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return { bottom: (lines().indexOf(this) + 1) * 40 } as DOMRect
    })
    const handle = region().querySelectorAll<HTMLElement>('.edit-handle')[1] as HTMLElement
    handle.setPointerCapture = () => {}
    const send = (type: string, clientY: number) =>
      handle.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, clientY }))
    send('pointerdown', 60)
    send('pointermove', 20)
    expect(lines()[0]?.classList.contains('edit-line-target')).toBe(true)
    send('pointerup', 20)
    expect(titles()).toEqual(['中央公园', '果园港'])
    send('pointerdown', 20)
    send('pointermove', 70)
    handle.dispatchEvent(new MouseEvent('pointercancel', { bubbles: true }))
    expect(titles()).toEqual(['中央公园', '果园港'])
  })

  test('Escape folds it, and again closes it; the button goes back to its place and it opens as it was', async () => {
    await open({ view: { feature: 'port' } })
    one('button', '撤销', region()).focus()
    press('Escape')
    expect(region().querySelector('.edit-scenes')).toBeNull()
    press('Escape')
    expect(region()).toBeNull()
    add()
    await appears(regionSelector)
    expect(titles()).toEqual(['果园港', '果园港'])
  })

  test('makes way for the show, and is there again after it', async () => {
    await open({ view: { feature: 'port' } })
    enter(one('button', '播放', region()))
    expect(mounted.store.getState().view.scene).toEqual({ briefing: 'own', index: 1 })
    expect(region()).toBeNull()
    expect(own.ofView({})).toMatchObject({ ok: true, own: { briefing: { title: '未命名汇报' } } })
    mounted.actions.leaveShow()
    await appears(regionSelector)
    expect(titles()).toEqual(['果园港'])
  })
})

describe('what the editor keeps', () => {
  test('where storage is full it says so, loses nothing and offers a file', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await open({ view: { feature: 'port' } })
    expect(region().querySelector('[role=alert]')?.textContent).toContain('存储已满')
    field('本页标题').focus()
    write('还在')
    enter(one('button', '存成文件', region().querySelector('[role=alert]') as HTMLElement))
    expect(mounted.asked).toContain('save 未命名汇报.yulan.json')
    vi.restoreAllMocks()
    field('本页标题').focus()
    write('还在吗')
    await vi.waitUntil(() => kept()[0]?.scenes[0]?.title === '还在吗')
    expect(region().querySelector('[role=alert]')).toBeNull()
  })

  test('where storage is refused it says so', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    await open({ view: { feature: 'port' } })
    expect(region().querySelector('[role=alert]')?.textContent).toContain('不让本页保存')
  })

  /** What another tab does: it writes over what it has read, and this tab is told. */
  const otherTab = (title: string) => {
    const [line] = own.kept.list()
    const read = line && own.kept.read(line.id)
    if (!line || !read) throw new Error('nothing is kept')
    const { briefing, made } = read.own
    own.kept.write(line.id, { briefing: { ...briefing, title }, made }, read.version)
    window.dispatchEvent(new StorageEvent('storage', { key: `yulan.briefing.${line.id}` }))
  }

  test('what another tab wrote comes along where nothing here is lost, and can be undone', async () => {
    await open({ view: { feature: 'port' } })
    otherTab('那一边的')
    expect(field('汇报标题').value).toBe('那一边的')
    enter(one('button', '撤销', region()))
    expect(field('汇报标题').value).toBe('未命名汇报')
  })

  test('where both tabs have changed it nothing is overwritten: one is taken, or both are kept', async () => {
    await open({ view: { feature: 'port' } })
    field('汇报标题').focus()
    write('这一边的')
    otherTab('那一边的')
    await vi.waitUntil(() => region().querySelector('[role=alert]'))
    expect(kept().map((briefing) => briefing?.title)).toEqual(['那一边的'])
    enter(one('button', '两份都留', region()))
    expect(
      kept()
        .map((briefing) => briefing?.title)
        .sort(),
    ).toEqual(['这一边的（另一份）', '那一边的'])
    expect(region().querySelector('[role=alert]')).toBeNull()
  })

  test('a deleted briefing can be had back', async () => {
    await open({ view: { feature: 'port' } })
    enter(one('button', '删除这份汇报', region()))
    expect(kept()).toEqual([])
    enter(one('button', '恢复', region()))
    expect(kept()).toHaveLength(1)
    expect(titles()).toEqual(['果园港'])
  })

  test('what comes from a file is marked and not kept until the reader says so', async () => {
    await open({ view: { feature: 'port' } })
    await vi.waitUntil(() => kept().length === 1)
    const [first] = own.kept.list()
    const made = first && own.kept.read(first.id)?.own
    if (!made) throw new Error('nothing is kept')
    const read = await own.readFile(new NodeBlob([own.fileOf(made).text]) as Blob)
    if (!read) throw new Error('the file is not read')
    mounted.actions.askEditor({ kind: 'open', own: read.own, origin: 'file' })
    expect(region().textContent).toContain('自编汇报 · 非发布')
    expect(kept()).toHaveLength(1)
    enter(one('button', '另存到本机', region()))
    expect(kept()).toHaveLength(2)
    expect(region().textContent).not.toContain('自编汇报 · 非发布')
  })
})

describe('under another release than it was made with', () => {
  const changedPlan = async () => {
    const briefing = { ...madeBriefing(), release: '2025-01-01', title: '去年的' }
    const [first] = briefing.scenes
    if (!first) throw new Error('a briefing without scenes')
    const points = [{ kind: 'cited' as const, item: { kind: 'plan' as const, id: 'p1' } }]
    const made = { 'plan:p1': { text: '扩建码头。', figures: ['泊位 2 个'], status: 'planned' } }
    mounted = mountPanels()
    mounted.actions.askEditor({
      kind: 'open',
      own: { briefing: { ...briefing, scenes: [{ ...first, points }] }, made },
      origin: 'file',
    })
    await appears(regionSelector)
  }

  test('says on which pages what is cited has changed, and what it was', async () => {
    await changedPlan()
    expect(region().textContent).toContain('按 2025-01-01 的资料做成；所引条目后来有改动的页：1')
    enter(one('button', '汇报前检查', region()))
    expect(region().textContent).toContain('数字改了')
    expect(region().textContent).toContain('原为：扩建码头。；泊位 2 个')
    enter(one('button', '返回编辑', region()))
    enter(one('button', '改按现有资料', region()))
    expect(region().textContent).not.toContain('后来有改动')
    enter(one('button', '撤销', region()))
    expect(region().textContent).toContain('后来有改动的页：1')
  })

  test('a line of the check opens its page', async () => {
    await changedPlan()
    mounted.actions.select('park')
    enter(one('button', '汇报前检查', region()))
    enter(one('button', /做成之后有改动/, region()))
    expect(mounted.store.getState().view.feature).toBe('port')
  })
})

describe('handing it on', () => {
  const services = { addressOf: (view: Parameters<typeof addressOf>[0]) => addressOf(view, '2026-01-01') }

  test('as a link without notes, which opens as what it was', async () => {
    await open({ view: { feature: 'port' }, services })
    field('备注（只给自己看）').focus()
    write('别念')
    enter(one('button', '交给别人', region()))
    expect(region().textContent).toContain('备注不进链接')
    enter(one('button', '复制汇报链接', region()))
    const link = mounted.asked.find((each) => each.startsWith('copy '))?.slice(5) ?? ''
    const code = /~h([a-z2-7]+)/.exec(link)?.[1]
    const opened = own.ofView({ ownBriefing: code })
    expect(opened).toMatchObject({ ok: true, origin: 'link', own: { briefing: { scenes: [{ title: '果园港' }] } } })
    expect(JSON.stringify(opened)).not.toContain('别念')
  })

  test('as a file where the link would be too long, and it says so', async () => {
    await open({ view: { feature: 'port' }, services })
    field('本页标题').focus()
    write(Array.from({ length: 290 }, (_, at) => String.fromCodePoint(0x5000 + at * 7)).join(''))
    enter(one('button', '交给别人', region()))
    expect(region().textContent).toMatch(/链接要 1\d{3} 个字符/)
    expect(region().textContent).not.toContain('复制汇报链接')
    enter(one('button', '存成文件', region()))
    expect(mounted.asked).toContain('save 未命名汇报.yulan.json')
  })
})

describe('the reader’s own briefings', () => {
  test('are listed beside the published ones, to be edited, played or begun', async () => {
    await open({ view: { feature: 'port' } })
    await vi.waitUntil(() => kept().length === 1)
    enter(one('button', '新建', region()))
    expect(titles()).toEqual([])
    mounted.actions.showEditor(undefined)
    mounted.actions.showLinkDialog('briefings')
    enter((await appears('dialog button[aria-label="编辑《未命名汇报》"]')) as HTMLElement)
    await appears(regionSelector)
    expect(titles()).toEqual(['果园港'])
    mounted.actions.showLinkDialog('briefings')
    enter((await appears('dialog button[aria-label="播放《未命名汇报》"]')) as HTMLElement)
    expect(mounted.store.getState().view.scene).toEqual({ briefing: 'own', index: 1 })
  })

  test('one from a link is kept at one press in the show', async () => {
    const briefing = { ...madeBriefing(), title: '来自链接' }
    const view = own.viewOf(briefing)
    if (!view) throw new Error('a briefing without scenes')
    mounted = mountPanels({ view })
    const keep = await vi.waitUntil(
      () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '另存到本机'),
      { timeout: 20_000 },
    )
    enter(keep)
    await vi.waitUntil(() => kept()[0]?.title === '来自链接')
    expect(keep.isConnected).toBe(false)
  })
})
