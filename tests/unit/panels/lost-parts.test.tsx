/** Parts that come in chunks of their own, when they do not come. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { PartError } from '../../../src/model/part'
import { fakeExporter } from '../../fixtures/exporter'
import { all, appears, type Mounted, type Mounting, mountPanels, one, panel } from '../../fixtures/mounted-panels'

let mounted: Mounted
afterEach(() => mounted.end())

let online = false
const deployed = vi.fn(() => 'unreachable' as 'unreachable' | 'same' | 'another')
const mountOffline = (mounting: Mounting = {}) => {
  online = false
  deployed.mockReturnValue('unreachable')
  const loadPart = async <Part,>(load: () => Promise<Part>): Promise<Part> => {
    if (!online) throw new PartError('offline')
    return load()
  }
  mounted = mountPanels({
    ...mounting,
    deployed,
    services: { loadPart, addressOf: () => 'https://map.test/?m=1', ...mounting.services },
  })
}
const notices = () => document.querySelector('.notices') as HTMLElement
const told = () => vi.waitUntil(() => notices().querySelector('.notice'))
const retry = () => one('button', '重试', notices()).click()

describe('a part that does not come', () => {
  test.each([
    ['统计', () => panel('统计') ?? document.querySelector('.wide')],
    ['目录', () => document.querySelector('output[aria-live=polite]')],
    ['筛选', () => document.querySelector('.filters')],
  ] as const)('%s leaves the district open, says so, and comes at the second press', async (name, part) => {
    mountOffline({ view: { districts: ['500112'] } })
    one('button', new RegExp(`^${name}`)).click()
    await told()
    expect(panel('详情')?.querySelector('h2')?.textContent).toBe('要素500112')
    expect(one('button', new RegExp(`^${name}`)).getAttribute('aria-expanded')).toBe('false')
    expect(document.querySelector('.theme-panel-open')).toBeNull()
    online = true
    retry()
    await vi.waitUntil(part, { timeout: 20_000 })
    expect(notices().querySelector('.notice')).toBeNull()
    expect(one('button', new RegExp(`^${name}`)).getAttribute('aria-expanded')).toBe('true')
  })

  test('a press on the same button does as well as the one in the notice', async () => {
    mountOffline()
    one('button', /^目录/).click()
    await told()
    online = true
    one('button', /^目录/).click()
    await appears('output[aria-live=polite]')
  })

  test('分享: its dialog stays shut, then opens', async () => {
    mountOffline()
    mounted.actions.showLinkDialog('share')
    await told()
    expect(mounted.store.getState().session.linkDialog).toBeUndefined()
    online = true
    retry()
    await appears('dialog')
  })

  test('图片 in the open dialog 导出: the notice can be pressed there, and the second press saves', async () => {
    const make = vi.fn(async () => {
      if (!online) throw new PartError('offline')
      return { name: 'map.png', blob: new Blob() }
    })
    const exporter = async () => fakeExporter({ make })
    mountOffline({ services: { exporter } })
    online = true
    mounted.actions.exportThis({})
    const dialog = await vi.waitUntil(() => document.querySelector('dialog'), { timeout: 20_000 })
    mounted.actions.setMapMode('engine')
    online = false
    one('button', '图片').click()
    const notice = await vi.waitUntil(() => dialog.querySelector('.notice'))
    await vi.waitUntil(() => one('button', '图片').getAttribute('aria-disabled') === 'false')
    online = true
    one('button', '重试', notice as HTMLElement).click()
    await vi.waitUntil(() => dialog.textContent?.includes('已存为 map.png'))
    expect(make).toHaveBeenCalledTimes(2)
    expect(document.querySelector('.notice')).toBeNull()
  })

  test('导出 asked for by the key that prints: nothing is printed, and the second press opens it at PDF', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {})
    mountOffline({ session: { mapMode: 'engine' }, services: { exporter: async () => fakeExporter() } })
    const press = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true, cancelable: true })
    document.body.dispatchEvent(press)
    expect(press.defaultPrevented).toBe(true)
    await told()
    expect(mounted.store.getState().session.linkDialog).toBeUndefined()
    online = true
    retry()
    await appears('dialog')
    await vi.waitUntil(() => document.activeElement?.textContent === 'PDF')
    expect(print).not.toHaveBeenCalled()
  })

  test('a tab of the details goes back to the one before', async () => {
    mountOffline({ view: { districts: ['500112'] } })
    mounted.actions.openItem({ kind: 'tab', id: 'features' })
    await told()
    expect(mounted.store.getState().view.item).toBeUndefined()
    online = true
    retry()
    await vi.waitUntil(() => mounted.store.getState().view.item?.id === 'features')
  })

  test('the search can be tried again', async () => {
    mountOffline()
    const field = document.querySelector<HTMLInputElement>('input[role=combobox]')
    field?.focus()
    await told()
    online = true
    retry()
    await vi.waitUntil(() => all('option').length > 0, { timeout: 20_000 })
  })

  test('a link that opens it shows the rest of the view', async () => {
    mountOffline({ view: { districts: ['500112'], item: { kind: 'page', id: 'statistics' } } })
    await told()
    expect(panel('详情')?.querySelector('h2')?.textContent).toBe('要素500112')
  })
})

describe('what only a new page helps against', () => {
  test('after a new deployment the reader is offered to reload, at the first failure', async () => {
    mountOffline()
    deployed.mockReturnValue('another')
    one('button', /^统计/).click()
    await told()
    expect(notices().textContent).toContain('网站已更新')
    one('button', '重新载入', notices()).click()
    expect(mounted.asked).toContain('reload')
  })

  test('a browser that remembers the failure: at the second, while the server answers', async () => {
    mountOffline()
    deployed.mockReturnValue('same')
    one('button', /^统计/).click()
    await told()
    retry()
    await vi.waitUntil(() => notices().textContent?.includes('仍没有载入'))
    expect(notices().querySelectorAll('.notice')).toHaveLength(1)
    one('button', '重新载入', notices())
  })

  test('being offline twice is no reason to reload', async () => {
    mountOffline()
    for (const _ of [1, 2]) {
      one('button', /^统计/).click()
      await told()
      one('button', '重试', notices())
    }
  })
})
