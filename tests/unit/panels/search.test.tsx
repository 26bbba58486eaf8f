/** The search field by keyboard, as a combobox. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { all, type Mounted, mountPanels, one, press, write } from '../../fixtures/mounted-panels'

let mounted: Mounted
const field = () => document.querySelector<HTMLInputElement>('[role=combobox]') as HTMLInputElement
const options = () => all('option')
const active = () => {
  const id = field().getAttribute('aria-activedescendant')
  return id ? document.getElementById(id)?.querySelector('.search-title')?.textContent : undefined
}
const titles = () => options().map((option) => option.querySelector('.search-title')?.textContent)
const search = async (words: string) => {
  press('/')
  write(words)
  await vi.waitFor(() => expect(options().length).toBeGreaterThan(0), { timeout: 20_000 })
}

beforeEach(() => {
  mounted = mountPanels()
})
afterEach(() => mounted.end())

describe('the search field', () => {
  test('has the focus after a stroke from anywhere, but not out of another field', () => {
    expect(press('/')).toBe(false)
    expect(document.activeElement).toBe(field())
    const other = document.body.appendChild(document.createElement('input'))
    other.focus()
    expect(press('/')).toBe(true)
    expect(document.activeElement).toBe(other)
  })

  test('is a combobox that points to its list and to the option it would take', async () => {
    expect(field().getAttribute('aria-expanded')).toBe('false')
    await search('果园')
    expect(field().getAttribute('aria-expanded')).toBe('true')
    expect(document.getElementById(field().getAttribute('aria-controls') ?? '')?.getAttribute('role')).toBe('listbox')
    expect(active()).toBe('果园港')
    expect(options().filter((option) => option.getAttribute('aria-selected') === 'true')).toHaveLength(1)
  })

  test('Enter takes the first result, closes the list and empties the field', async () => {
    await search('gyg')
    press('Enter')
    expect(mounted.store.getState().view.feature).toBe('port')
    expect(field().value).toBe('')
    expect(field().getAttribute('aria-expanded')).toBe('false')
    expect(document.activeElement?.textContent).toContain('果园港')
  })

  test('arrows walk the options and go round both ends', async () => {
    await search('园')
    const all = titles()
    expect(all.length).toBeGreaterThan(1)
    expect(active()).toBe(all[0])
    press('ArrowUp')
    expect(active()).toBe(all.at(-1))
    press('ArrowDown')
    expect(active()).toBe(all[0])
    press('ArrowDown')
    expect(active()).toBe(all[1])
  })

  test('keys of an input method stay with it: Enter and arrows of a composition choose nothing', async () => {
    await search('园')
    const before = active()
    expect(press('ArrowDown', { isComposing: true })).toBe(true)
    expect(active()).toBe(before)
    expect(press('Enter', { isComposing: true })).toBe(true)
    expect(mounted.store.getState().view.feature).toBeUndefined()
    expect(press('Escape', { isComposing: true })).toBe(true)
    expect(field().value).toBe('园')
  })

  test('Safari’s order too: the composition has ended, the key still belongs to it', async () => {
    await search('园')
    const before = active()
    for (const key of ['Enter', 'ArrowDown', 'Escape']) expect(press(key, { keyCode: 229 })).toBe(true)
    expect(mounted.store.getState().view.feature).toBeUndefined()
    expect(active()).toBe(before)
    expect(field().value).toBe('园')
  })

  test('says how much was found, and that nothing was', async () => {
    const said = () => document.querySelector('.search [aria-live=polite]')?.textContent
    expect(said()).toBe('')
    await search('果园')
    expect(said()).toBe(`${options().length} 条结果`)
    write('魑魅魍魉')
    await vi.waitFor(() => expect(said()).toContain('魑魅魍魉'))
  })

  test('a theme filters the map and leaves the focus in the field', async () => {
    await search('tr')
    const theme = options().find((option) => option.querySelector('.search-title')?.textContent === 'tr')
    theme?.click()
    expect(mounted.store.getState().view.themes).toEqual(['tr'])
    expect(document.activeElement).toBe(field())
  })

  test('what was chosen is offered first the next time, and can be forgotten', async () => {
    await search('中央公园')
    press('Enter')
    press('/')
    await vi.waitFor(() => expect(titles()[0]).toBe('中央公园'))
    one('button', '清除最近').click()
    expect(document.querySelector('.search-group')?.getAttribute('aria-label')).not.toBe('最近')
  })
})
