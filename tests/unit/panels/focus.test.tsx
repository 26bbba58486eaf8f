/** What Escape closes, in which order, and who has the focus afterwards. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { all, appears, focusName, type Mounted, mountPanels, one, panel, press } from '../../fixtures/mounted-panels'

let mounted: Mounted
afterEach(() => mounted.end())

const view = () => mounted.store.getState().view
const catalogue = () => document.querySelector<HTMLElement>('section[aria-label="目录"]')
const isOnMap = () => document.activeElement?.id === 'map-canvas'
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('Escape', () => {
  test('leaves an item for the selection first, then closes the panel', async () => {
    mounted = mountPanels({ view: { feature: 'port', item: { kind: 'plan', id: 'p1' } } })
    await appears('.plan-open')
    panel('详情')?.querySelector('h2')?.focus()
    press('Escape')
    expect(view()).toMatchObject({ feature: 'port', item: undefined })
    expect(panel('详情')?.querySelector('h2')?.textContent).toContain('果园港')
    panel('详情')?.querySelector('h2')?.focus()
    press('Escape')
    expect(view().feature).toBeUndefined()
    expect(panel('详情')).toBeNull()
  })

  test('leaves an item for the tab it was opened from', () => {
    mounted = mountPanels({ view: { districts: ['500112'], item: { kind: 'tab', id: 'features' } } })
    mounted.actions.openItem({ kind: 'source', id: 'doc' })
    panel('详情')?.querySelector('h2')?.focus()
    press('Escape')
    expect(view().item).toEqual({ kind: 'tab', id: 'features' })
  })

  test('closes the filters, not the selection behind them, and their button has the focus', async () => {
    mounted = mountPanels({ view: { districts: ['500112'] } })
    one('button', /^筛选/).click()
    await appears('.filters .chip')
    document.querySelector<HTMLElement>('.filters button')?.focus()
    press('Escape')
    expect(document.querySelector('.filters')).toBeNull()
    expect(focusName()).toMatch(/^筛选/)
    expect(view().districts).toEqual(['500112'])
  })

  test('closes the catalogue from inside it', async () => {
    mounted = mountPanels()
    one('button', /^目录/).click()
    await appears('section[aria-label="目录"]')
    catalogue()?.querySelector<HTMLElement>('button')?.focus()
    press('Escape')
    expect(catalogue()).toBeNull()
    expect(mounted.store.getState().session.catalogueOpen).toBe(false)
  })

  test('closes one thing only: what was closed keeps the key from what stands around it', async () => {
    mounted = mountPanels({ view: { districts: ['500112'] } })
    const heard = vi.fn()
    window.addEventListener('keydown', heard)
    panel('详情')?.querySelector('h2')?.focus()
    expect(press('Escape')).toBe(false)
    expect(heard).not.toHaveBeenCalled()
    window.removeEventListener('keydown', heard)
  })

  test('in the search field empties it before it closes the list', () => {
    mounted = mountPanels({ view: { districts: ['500112'] } })
    press('/')
    const field = document.activeElement as HTMLInputElement
    field.value = '果园'
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    press('Escape')
    expect(field.value).toBe('')
    expect(field.getAttribute('aria-expanded')).toBe('true')
    press('Escape')
    expect(field.getAttribute('aria-expanded')).toBe('false')
    expect(view().districts).toEqual(['500112'])
  })
})

describe('focus', () => {
  test('goes to the title when a link with the focus opens another feature', () => {
    mounted = mountPanels({ view: { districts: ['500112'], item: { kind: 'tab', id: 'features' } } })
    const link = all('link', panel('详情') ?? undefined).find((each) => each.textContent?.includes('果园港'))
    link?.focus()
    mounted.actions.select('port')
    expect(focusName()).toBe('果园港')
    expect(document.activeElement?.tagName).toBe('H2')
  })

  test('goes back to the line an item was opened from', async () => {
    mounted = mountPanels({ view: { districts: ['500112'] } })
    await appears('.sources button')
    const source = panel('详情')?.querySelector<HTMLElement>('.sources button')
    source?.focus()
    source?.click()
    await settled()
    expect(document.activeElement?.tagName).toBe('H2')
    press('Escape')
    await settled()
    expect(document.activeElement).toBe(source)
  })

  test('goes back to what had it before when the panel closes', async () => {
    mounted = mountPanels()
    const button = one('button', /^目录/)
    button.focus()
    mounted.actions.select('port')
    await settled()
    expect(document.activeElement?.tagName).toBe('H2')
    press('Escape')
    await settled()
    expect(document.activeElement).toBe(button)
  })

  test('goes to the map when what had it before is gone', async () => {
    mounted = mountPanels()
    const gone = document.body.appendChild(document.createElement('button'))
    gone.focus()
    mounted.actions.select('port')
    await settled()
    gone.remove()
    press('Escape')
    await settled()
    expect(isOnMap()).toBe(true)
  })

  test('stays at the beginning of the page when a link opens the panel with it', () => {
    mounted = mountPanels({ view: { districts: ['500112'] } })
    expect(document.activeElement).toBe(document.body)
  })
})
