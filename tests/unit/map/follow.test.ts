/** The one follower: when it applies what it selects, what it tells together, and what a lost surface costs. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFollowers, pageSurface, type Surface } from '../../../src/map/follow'
import { createActions } from '../../../src/state/actions'
import { createAppStore } from '../../../src/state/store'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function surface() {
  let ready = false
  let tell = (_: boolean) => {}
  const made: Surface = {
    isReady: () => ready,
    onChange: (run) => {
      tell = run
      return () => {
        tell = () => {}
      }
    },
  }
  const become = (now: boolean) => {
    ready = now
    tell(now)
  }
  return { made, become }
}

function scene(pace?: 'at-once') {
  const store = createAppStore({ today: '2026-11-30' })
  const { made, become } = surface()
  const followers = createFollowers(store, made, pace)
  return { actions: createActions(store), become, followers }
}

const languages = () => {
  const applied: unknown[] = []
  return { applied, apply: (now: unknown, before: unknown) => applied.push([now, before]) }
}

describe('a follower', () => {
  test('applies nothing before the surface is ready, and then what holds at that moment', () => {
    const { followers, actions, become } = scene()
    const { applied, apply } = languages()
    followers.follow(({ session }) => session.language, apply)
    actions.setLanguage('en')
    vi.advanceTimersByTime(100)
    expect(applied).toEqual([])
    become(true)
    expect(applied).toEqual([['en', undefined]])
  })

  test('applies at once, and only what differs', () => {
    const { followers, actions, become } = scene('at-once')
    const { applied, apply } = languages()
    become(true)
    followers.follow(({ session: { language, palette } }) => [language, palette], apply)
    actions.setLanguage('zh-CN')
    actions.setPalette('dark', false)
    expect(applied).toEqual([
      [['zh-CN', 'light'], undefined],
      [
        ['zh-CN', 'dark'],
        ['zh-CN', 'light'],
      ],
    ])
  })

  test('tells together what changes until the page has painted, and nothing of what is taken back meanwhile', () => {
    const { followers, actions, become } = scene()
    const { applied, apply } = languages()
    become(true)
    followers.follow(({ session }) => session.palette, apply)
    actions.setPalette('dark', false)
    actions.setPalette('print', false)
    expect(applied).toEqual([['light', undefined]])
    vi.advanceTimersByTime(100)
    expect(applied).toEqual([
      ['light', undefined],
      ['print', 'light'],
    ])
    actions.setPalette('dark', false)
    actions.setPalette('print', false)
    vi.advanceTimersByTime(100)
    expect(applied).toHaveLength(2)
  })

  test('waits for the pointer to rest', () => {
    const { followers, actions, become } = scene()
    const { applied, apply } = languages()
    become(true)
    followers.follow(({ session }) => session.hovered, apply)
    for (const id of ['500103', '500104', '500105']) actions.hover(id)
    vi.advanceTimersByTime(70)
    expect(applied).toEqual([[undefined, undefined]])
    vi.advanceTimersByTime(100)
    expect(applied.at(-1)).toEqual(['500105', undefined])
    expect(applied).toHaveLength(2)
  })

  test('a pointer that left waits longer, and for nothing once something else changes', () => {
    const { followers, actions, become } = scene()
    const { applied, apply } = languages()
    become(true)
    actions.hover('500103')
    followers.follow(({ session }) => session.hovered, apply)
    vi.advanceTimersByTime(200)
    actions.hover(undefined)
    vi.advanceTimersByTime(300)
    expect(applied).toEqual([['500103', undefined]])
    actions.setPalette('dark', false)
    vi.advanceTimersByTime(100)
    expect(applied.at(-1)).toEqual([undefined, '500103'])
    actions.hover('500104')
    actions.hover(undefined)
    vi.advanceTimersByTime(600)
    expect(applied).toHaveLength(2)
  })

  test('applies everything again, in its order, after what stood there was lost', () => {
    const { followers, actions, become } = scene('at-once')
    const order: string[] = []
    become(true)
    followers.follow(
      ({ session }) => session.language,
      (_, before) => order.push(`language ${before}`),
    )
    followers.follow(
      ({ session }) => session.palette,
      (_, before) => order.push(`palette ${before}`),
    )
    become(false)
    actions.setPalette('dark', false)
    expect(order).toHaveLength(2)
    become(true)
    expect(order.slice(2)).toEqual(['language undefined', 'palette undefined'])
  })

  test('is still after it has been ended', () => {
    const store = createAppStore({ today: '2026-11-30' })
    const followers = createFollowers(store, pageSurface)
    const { applied, apply } = languages()
    followers.follow(({ session }) => session.palette, apply)
    createActions(store).setPalette('dark', false)
    followers.end()
    vi.advanceTimersByTime(100)
    expect(applied).toHaveLength(1)
  })
})
