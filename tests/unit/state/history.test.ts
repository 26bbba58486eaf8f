import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import type { Camera } from '../../../geo/screen/camera'
import { defaultView } from '../../../src/model/view'
import { createActions } from '../../../src/state/actions'
import { followHistory } from '../../../src/state/history'
import { decodeAddress, encodeView } from '../../../src/state/link'
import { createAppStore } from '../../../src/state/store'
import { viewChange } from '../../../src/state/view-change'

const release = '2026-11-22'
const camera = (longitude: number): Camera => ({ longitude, latitude: 29.5, zoom: 10, bearing: 0, pitch: 0 })

/** The part of a browser's history that the application uses. */
class FakeBrowser {
  entries = ['https://example.org/map/']
  index = 0
  writes: ('push' | 'replace')[] = []
  private listeners = new Set<() => void>()

  get location() {
    return new URL(this.entries[this.index] ?? '')
  }
  history = {
    pushState: (_: unknown, __: string, address: string) => {
      this.entries = [...this.entries.slice(0, this.index + 1), address]
      this.index += 1
      this.writes.push('push')
      this.install()
    },
    replaceState: (_: unknown, __: string, address: string) => {
      this.entries[this.index] = address
      this.writes.push('replace')
      this.install()
    },
  }
  window = {
    addEventListener: (_: string, listener: () => void) => this.listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => this.listeners.delete(listener),
  }
  go(steps: number) {
    this.index += steps
    this.install()
    for (const listener of this.listeners) listener()
  }
  install() {
    vi.stubGlobal('location', this.location)
    vi.stubGlobal('history', this.history)
    vi.stubGlobal('window', this.window)
  }
  get shown() {
    return decodeAddress(this.location.href)?.view
  }
}

function follow(framed = false) {
  const browser = new FakeBrowser()
  browser.install()
  const store = createAppStore({ today: '2026-11-30' })
  const actions = createActions(store)
  const stop = followHistory(store, actions, { release, framed })
  return { browser, store, actions, stop }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the kind of a change', () => {
  const view = defaultView(themeIds)
  test('is told by what differs', () => {
    expect(viewChange(view, view)).toBe('none')
    expect(viewChange(view, { ...view })).toBe('none')
    expect(viewChange(view, { ...view, camera: camera(106) })).toBe('camera')
    expect(viewChange({ ...view, camera: camera(106) }, { ...view, camera: undefined })).toBe('camera')
    expect(viewChange(view, { ...view, districts: ['500112'] })).toBe('meaning')
    expect(viewChange(view, { ...view, districts: ['500112'], camera: camera(106) })).toBe('meaning')
    expect(viewChange(view, { ...view, themes: [] })).toBe('meaning')
  })
})

describe('the address bar', () => {
  test('a change of meaning makes an entry that restores it', () => {
    const { browser, actions } = follow()
    actions.select('500112')
    actions.toggleTheme('in')
    expect(browser.writes).toEqual(['push', 'push'])
    expect(browser.shown).toMatchObject({ districts: ['500112'] })
    expect(browser.shown?.themes).not.toContain('in')
  })

  test('a session change writes nothing', () => {
    const { browser, actions } = follow()
    actions.hover('500112')
    actions.notify('link.damaged')
    expect(browser.writes).toEqual([])
  })

  test('the camera replaces the entry, at most once in 300 ms', () => {
    const { browser, actions } = follow()
    for (let step = 0; step < 50; step++) {
      actions.lookFrom(camera(106 + step / 100))
      vi.advanceTimersByTime(20)
    }
    expect(browser.writes.length).toBeLessThanOrEqual(4)
    vi.advanceTimersByTime(400)
    expect(new Set(browser.writes)).toEqual(new Set(['replace']))
    expect(browser.entries).toHaveLength(1)
    expect(browser.shown?.camera?.longitude).toBe(106.49)
  })

  test('back and forward restore what each entry said, and write nothing', () => {
    const { browser, store, actions } = follow()
    actions.select('500112')
    actions.select('500113')
    const written = browser.writes.length
    browser.go(-1)
    expect(store.getState().view.districts).toEqual(['500112'])
    browser.go(-1)
    expect(store.getState().view).toEqual(defaultView(themeIds))
    browser.go(2)
    expect(store.getState().view.districts).toEqual(['500113'])
    expect(browser.writes).toHaveLength(written)
  })

  test('another press of the same thing makes no second entry for the same address', () => {
    const { browser, actions } = follow()
    actions.setThemes(['in'])
    actions.setThemes(['in'])
    expect(new Set(browser.entries).size).toBe(browser.entries.length)
  })

  test('where the reader had moved to is what back returns to', () => {
    const { browser, store, actions } = follow()
    actions.lookFrom(camera(106.25))
    vi.advanceTimersByTime(100)
    actions.select('500112')
    browser.go(-1)
    expect(store.getState().view.camera?.longitude).toBe(106.25)
  })

  test('a dragged year is one entry, the next choice another', () => {
    const { browser, store, actions } = follow()
    actions.setYears({ from: 2020, to: 2020 })
    for (let year = 2021; year <= 2025; year++) {
      vi.advanceTimersByTime(300)
      actions.setYears({ from: 2020, to: year })
    }
    expect(browser.entries).toHaveLength(2)
    actions.toggleTheme('in')
    expect(browser.entries).toHaveLength(3)
    browser.go(-1)
    expect(store.getState().view.years).toEqual({ from: 2020, to: 2025 })
    browser.go(-1)
    expect(store.getState().view.years).toBeUndefined()
  })

  test('years dragged slowly or played are one entry, every new drag another', () => {
    const { browser, store, actions } = follow()
    for (const first of [2019, 2022]) {
      actions.setScrubbing(true)
      for (let year = first; year < first + 3; year++) {
        actions.setYears({ from: year, to: year })
        vi.advanceTimersByTime(1600)
      }
      actions.setScrubbing(false)
    }
    expect(browser.writes).toEqual(['push', 'replace', 'replace', 'push', 'replace', 'replace'])
    browser.go(-1)
    expect(store.getState().view.years).toEqual({ from: 2021, to: 2021 })
  })

  test('a layer dragged paler is one entry, another layer the next; off and on again are two', () => {
    const { browser, actions } = follow()
    for (const opacity of [0.9, 0.8, 0.7]) actions.setLayer('relief', opacity)
    actions.setLayer('points', 0.9)
    expect(browser.writes).toEqual(['push', 'replace', 'replace', 'push'])
    actions.setLayer('points', 0)
    actions.setLayer('points', 1)
    expect(browser.writes.slice(4)).toEqual(['push', 'push'])
    browser.go(-1)
    expect(browser.shown?.layers).toEqual([
      { id: 'points', opacity: 0 },
      { id: 'relief', opacity: 0.7 },
    ])
  })

  test('a layer dragged slowly is one entry, however often the finger waits', () => {
    const { browser, actions } = follow()
    actions.setScrubbing(true)
    for (const opacity of [0.9, 0.6, 0.3]) {
      actions.setLayer('relief', opacity)
      vi.advanceTimersByTime(1600)
    }
    actions.setScrubbing(false)
    expect(browser.writes).toEqual(['push', 'replace', 'replace'])
  })

  test('a cell of a table of themes and districts is one entry', () => {
    const { browser, store, actions } = follow()
    actions.selectUnderTheme('500112', 'tr')
    expect(browser.writes).toEqual(['push'])
    expect(store.getState().view).toMatchObject({ districts: ['500112'], themes: ['tr'] })
  })

  test('a radius dragged along replaces, the same radius about another feature does not', () => {
    const { browser, actions } = follow()
    const ask = (feature: string, radiusMeters: number) =>
      actions.ask({ kind: 'buffer', radiusMeters, subject: { feature } })
    ask('port', 1000)
    ask('port', 2000)
    ask('port', 3000)
    ask('dock', 3000)
    expect(browser.writes).toEqual(['push', 'push', 'replace', 'push'])
  })

  test('inside another page nothing is added to that page’s history', () => {
    const { browser, actions } = follow(true)
    actions.select('500112')
    actions.toggleTheme('in')
    expect(browser.entries).toHaveLength(1)
    expect(browser.shown).toMatchObject({ districts: ['500112'] })
  })

  test('a camera still waiting when the reader goes back does not follow to the other entry', () => {
    const { browser, store, actions } = follow()
    actions.select('500112')
    actions.lookFrom(camera(106.9))
    browser.go(-1)
    vi.advanceTimersByTime(400)
    expect(store.getState().view.camera).toBeUndefined()
    expect(browser.shown?.camera).toBeUndefined()
  })

  test('going back to a damaged address says so, and going on takes the notice away', () => {
    const { browser, store, actions } = follow()
    browser.entries[0] = 'https://example.org/map/?m=1~d500112'
    actions.select('500113')
    browser.go(-1)
    expect(store.getState().session.notices).toMatchObject([{ message: 'link.damaged' }])
    browser.go(1)
    expect(store.getState().session.notices).toEqual([])
  })

  test('is left alone once untied', () => {
    const { browser, actions, stop } = follow()
    stop()
    actions.select('500112')
    expect(browser.writes).toEqual([])
  })

  test('holds the same text as the copied link', () => {
    const { browser, store, actions } = follow()
    actions.select('500112')
    expect(browser.location.searchParams.get('m')).toBe(encodeView(store.getState().view, release))
  })
})
