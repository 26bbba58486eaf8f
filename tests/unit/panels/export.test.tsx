/** The dialog 导出: what it says, what it keeps, and where the focus goes. The files themselves are not its affair. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import type { Exporter, ExportRequest } from '../../../src/model/handout/exporter'
import type { Handout } from '../../../src/model/handout/handout'
import type { HandoutSubject } from '../../../src/model/handout/handout-of'
import { defaultView } from '../../../src/model/view'
import { createOwnActions } from '../../../src/state/own-actions'
import { fakeExporter } from '../../fixtures/exporter'
import { sampleHandout } from '../../fixtures/handout'
import { all, appears, type Mounted, type Mounting, mountPanels, one } from '../../fixtures/mounted-panels'
import { strewnTable } from '../../fixtures/own-table'

let mounted: Mounted
afterEach(() => mounted.end())

const file = { name: '渝览-渝北区-2026-11-30.pptx', blob: new Blob([new Uint8Array(1_234_567)]) }

function open(exporter: Partial<Exporter> = {}, mounting: Mounting = {}) {
  const subjects: HandoutSubject[] = []
  const given = fakeExporter({
    handout: async (subject) => {
      subjects.push(subject)
      return sampleHandout
    },
    make: async () => file,
    ...exporter,
  })
  mounted = mountPanels({ ...mounting, services: { exporter: async () => given, ...mounting.services } })
  return { subjects }
}

async function dialog(press: () => void = () => one('button', '导出').click()): Promise<HTMLElement> {
  press()
  const found = await appears('dialog')
  await vi.waitUntil(() => found.querySelector('.export-formats'))
  return found
}
const said = (within: HTMLElement) => within.querySelector('.share-said')?.textContent ?? ''
const formatNames = (within: HTMLElement) =>
  all('button', within.querySelector('.export-formats') ?? within).map((each) => each.textContent)

test('it says what a file will hold, and tells name and size when it is saved', async () => {
  open()
  const shown = await dialog()
  await vi.waitUntil(() => shown.textContent?.includes('渝北“两山”'))
  expect(shown.querySelectorAll('.export-pages li')).toHaveLength(3)
  one('button', 'PPTX', shown).click()
  await vi.waitUntil(() => said(shown) !== '')
  expect(said(shown)).toBe('已存为 渝览-渝北区-2026-11-30.pptx（1.2 MB）。')
  expect(mounted.asked).toContain('save 渝览-渝北区-2026-11-30.pptx')
})

test('content that cannot be had is said, and can be asked for again', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  let fails = true
  open({
    handout: async () => {
      if (fails) throw new Error('no record')
      return sampleHandout
    },
  })
  const shown = await dialog()
  await vi.waitUntil(() => shown.querySelector('[role=alert]'))
  expect(shown.querySelector('[role=alert]')?.textContent).toContain('内容没有汇总成。')
  fails = false
  one('button', '重试', shown).click()
  await vi.waitUntil(() => shown.querySelectorAll('.export-pages li').length === 3)
})

describe('while a file is written', () => {
  const waiting = () => {
    let request: ExportRequest | undefined
    const make: Exporter['make'] = (given) => {
      request = given
      return new Promise((_, reject) => given.signal.addEventListener('abort', () => reject(given.signal.reason)))
    }
    return { make, request: () => request }
  }

  test('it can be cancelled, and the focus goes back to the format', async () => {
    const { make, request } = waiting()
    open({ make })
    const shown = await dialog()
    const button = one('button', 'Word', shown)
    button.focus()
    button.click()
    const cancel = await vi.waitUntil(() => all('button', shown).find((each) => each.textContent === '取消'))
    request()?.onProgress(0.4)
    expect(shown.querySelector('progress')?.value).toBe(0.4)
    cancel.focus()
    cancel.click()
    await vi.waitUntil(() => said(shown) === '已取消。')
    expect(shown.querySelector('progress')).toBeNull()
    await vi.waitUntil(() => document.activeElement === button)
    expect(mounted.asked.filter((each) => each.startsWith('save'))).toEqual([])
  })

  test('a second press does nothing, and shutting the dialog gives it up', async () => {
    const { make, request } = waiting()
    const calls = vi.fn(make)
    open({ make: calls })
    const shown = await dialog()
    one('button', 'PPTX', shown).click()
    await vi.waitUntil(() => request())
    one('button', 'Excel', shown).click()
    expect(one('button', 'Excel', shown).getAttribute('aria-disabled')).toBe('true')
    expect(calls).toHaveBeenCalledTimes(1)
    one('button', '关闭', shown).click()
    await vi.waitUntil(() => request()?.signal.aborted)
  })
})

test('a failure is said in words, and that of a template by its reason', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  let error: Error = Object.assign(new Error('no'), { fault: 'no-package' })
  open({
    make: async () => {
      throw error
    },
  })
  const shown = await dialog()
  one('button', 'PPTX', shown).click()
  await vi.waitUntil(() => said(shown).includes('不是 .pptx 或 .potx'))
  error = Object.assign(new Error('no'), { fault: 'no-site' })
  one('button', 'PPTX', shown).click()
  await vi.waitUntil(() => said(shown).includes('联网后再试'))
  error = new Error('out of memory')
  one('button', 'PPTX', shown).click()
  await vi.waitUntil(() => said(shown) === '没有写成，请再试一次。')
})

test('the preview is drawn at rest and given up when a file is written', async () => {
  let signal: AbortSignal | undefined
  const view = { ...defaultView(themeIds) }
  open({
    handout: async () => ({ ...sampleHandout, pages: sampleHandout.pages.map((page) => ({ ...page, view })) }),
    preview: (_: Handout, given) => {
      signal = given
      return new Promise(() => {})
    },
  })
  const shown = await dialog()
  await vi.waitUntil(() => signal)
  expect(signal?.aborted).toBe(false)
  one('button', 'PPTX', shown).click()
  expect(signal?.aborted).toBe(true)
})

describe('an older deck', () => {
  const choose = async (shown: HTMLElement) => {
    const input = [...shown.querySelectorAll<HTMLInputElement>('input[type=file]')].find((each) =>
      each.getAttribute('aria-label')?.startsWith('更新旧稿'),
    )
    Object.defineProperty(input, 'files', {
      value: [{ name: 'old.pptx', arrayBuffer: async () => new ArrayBuffer(4) }],
      configurable: true,
    })
    input?.dispatchEvent(new Event('change', { bubbles: true }))
  }

  test('is renewed, saved, and told slide by slide', async () => {
    open({
      renew: async () => ({ file, changed: [{ no: 3, title: '指标' }], same: 8, missing: ['新的一页'], gone: [] }),
    })
    const shown = await dialog()
    await choose(shown)
    await vi.waitUntil(() => shown.textContent?.includes('改了 1 页，8 页没有变。'))
    const lists = [...shown.querySelectorAll('.export-slides')].map((each) => each.textContent)
    expect(lists).toEqual(['第 3 页　指标', '新的一页'])
    expect(mounted.asked).toContain(`save ${file.name}`)
  })

  test('that is none of ours is refused, and one that says the same is not saved again', async () => {
    let none = true
    open({ renew: async () => (none ? undefined : { file, changed: [], same: 9, missing: [], gone: [] }) })
    const shown = await dialog()
    await choose(shown)
    await vi.waitUntil(() => said(shown).includes('没有可以更新的页'))
    none = false
    await choose(shown)
    await vi.waitUntil(() => said(shown).includes('没有另存'))
    expect(mounted.asked.filter((each) => each.startsWith('save'))).toEqual([])
  })
})

describe('where it is opened from', () => {
  const press = (target: EventTarget = document.body) => {
    const event = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true, cancelable: true })
    target.dispatchEvent(event)
    return event
  }

  test.each(['打印 of 分享', 'the key that prints'])('%s: at PDF, which a press prints', async (from) => {
    const print = vi.fn(async () => 3)
    const services = { addressOf: () => 'https://map.test/?m=1' }
    open({ print }, { session: { mapMode: 'engine' }, services })
    const ask = async () => {
      if (from === 'the key that prints') return press()
      mounted.actions.showLinkDialog('share')
      return one('button', '打印', await appears('dialog')).click()
    }
    await ask()
    const shown = await appears('dialog[aria-label=导出]')
    await vi.waitUntil(() => document.activeElement?.textContent === 'PDF')
    one('button', 'PDF', shown).click()
    await vi.waitUntil(() => said(shown) === '已交给浏览器打印，共 3 页。')
    expect(print).toHaveBeenCalledTimes(1)
    // The dialog that is open keeps what it holds.
    press(shown)
    expect(mounted.store.getState().session.exported).toEqual({ at: 'pdf' })
  })

  test('the key that prints is the browser’s own on the static map', () => {
    open()
    expect(press().defaultPrevented).toBe(false)
    expect(mounted.store.getState().session.linkDialog).toBeUndefined()
  })

  test('the list of briefings stays open beneath, and has the focus again', async () => {
    const briefing = {
      ...{ slug: 'one', title: '一份汇报', date: '2026-11-30', release: '2026-11-30', scenes: [] },
      transition: 'cut' as const,
    }
    open({}, { services: { publishedBriefings: async () => [briefing] } })
    mounted.actions.showLinkDialog('briefings')
    const list = await appears('dialog')
    await vi.waitUntil(() => list.textContent?.includes('一份汇报'))
    const opener = one('button', '导出', list)
    opener.focus()
    opener.click()
    const shown = await appears('dialog[aria-label=导出]')
    expect(list.isConnected).toBe(true)
    one('button', '关闭', shown).click()
    await vi.waitUntil(() => !document.querySelector('dialog[aria-label=导出]'))
    expect(mounted.store.getState().session.linkDialog).toBe('briefings')
    expect(one('button', '导出', list)).toBe(opener)
  })
})

describe('own data in files', () => {
  const layer = { table: strewnTable(5), datum: { kind: 'wgs84' }, visible: true, keep: false } as const
  const boxes = (within: HTMLElement) =>
    [...within.querySelectorAll<HTMLInputElement>('.export-own input')].map((each) => each.checked)

  test('words say that all rows go in, before and after; without the tick none do', async () => {
    const requests: ExportRequest[] = []
    const make: Exporter['make'] = async (request) => {
      requests.push(request)
      return { ...file, ...(request.options.ownRows.others ? { ownRows: 5 } : {}) }
    }
    const asked: boolean[] = []
    open({ make, handout: async (_, rows) => (asked.push(rows), sampleHandout) })
    createOwnActions(mounted.store).addKept(layer)
    const shown = await dialog()
    expect(boxes(shown)).toEqual([true])
    expect(shown.querySelector('.export-own')?.textContent).toMatch(/1 层，5 行.*筛去的也在内.*得到文件的人都能看到/)
    one('button', '单文件网页', shown).click()
    await vi.waitUntil(() => said(shown).includes('文件里有自备数据 5 行'))
    shown.querySelector<HTMLInputElement>('.export-own input')?.click()
    one('button', '单文件网页', shown).click()
    await vi.waitUntil(() => requests.length === 2 && said(shown) !== '')
    expect(said(shown)).not.toContain('自备数据')
    expect(requests.map(({ options }) => options.ownRows.others)).toEqual([true, false])
    expect(asked).toEqual([true, false])
  })

  test('a briefing file has them only when asked, and nothing is asked where none are shown', async () => {
    const scene = { no: 1, title: '一', points: [], view: { ...defaultView(themeIds), ownFiles: 1 } }
    const briefing = {
      ...{ slug: 'own', title: '汇报', date: '2026-11-30', release: '2026-11-30', scenes: [scene] },
      transition: 'cut' as const,
    }
    open()
    createOwnActions(mounted.store).addKept(layer)
    const shown = await dialog(() => mounted.actions.exportThis({ briefing }))
    expect(boxes(shown)).toEqual([true, false])
    mounted.end()
    open()
    expect(boxes(await dialog())).toEqual([])
  })
})

describe('what is taken along', () => {
  const officeFormats = ['PPTX', 'Word', 'Excel']

  test('a view: every format but that of briefings', async () => {
    const { subjects } = open({}, { view: { districts: ['500112'] } })
    const shown = await dialog()
    expect(subjects[0]).toMatchObject({ kind: 'view', view: { districts: ['500112'] } })
    expect(formatNames(shown)).toEqual([...officeFormats, 'PDF', '图片', 'SVG', '单文件网页', 'CSV', 'GeoJSON'])
  })

  test('a list of 目录, of what it lists', async () => {
    const { subjects } = open({}, { session: { catalogueOpen: true } })
    await vi.waitUntil(() => all('button').find((each) => each.getAttribute('aria-label') === '导出目录'), {
      timeout: 20_000,
    })
    one('button', '规划').click()
    const shown = await dialog(() => one('button', '导出目录').click())
    expect(subjects[0]).toMatchObject({ kind: 'view', list: 'plans' })
    expect(formatNames(shown)).toEqual([...officeFormats, 'PDF', 'CSV', 'GeoJSON'])
  })

  test('a chart: its drawing and its rows', async () => {
    const { subjects } = open()
    const image = { svg: '<svg/>', width: 10, height: 10 }
    const chart = {
      title: '投资',
      note: '',
      unit: '万元',
      sources: [],
      header: ['类别', '投资'],
      rows: [['一', 5]],
      image,
    }
    const shown = await dialog(() => mounted.actions.exportThis({ chart }))
    expect(subjects[0]).toMatchObject({ kind: 'view', chart: { title: '投资' } })
    expect(formatNames(shown)).toEqual([...officeFormats, 'PDF', '图片', 'SVG', 'CSV'])
  })

  test('a briefing: its own file too, and no rows of a list', async () => {
    const briefing = {
      ...{ slug: 'own', title: '汇报', date: '2026-11-30', release: '2026-11-30', scenes: [] },
      transition: 'cut' as const,
    }
    const { subjects } = open()
    const shown = await dialog(() => mounted.actions.exportThis({ briefing }))
    expect(subjects).toEqual([{ kind: 'briefing', briefing }])
    expect(formatNames(shown)).toEqual([...officeFormats, 'PDF', '图片', 'SVG', '单文件网页', '汇报文件'])
    expect(shown.textContent).toContain('每页一幅，装在一个 ZIP 里')
  })
})
