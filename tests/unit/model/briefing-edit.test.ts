import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { transitions } from '../../../data/schema-ids'
import { applyEdit, type Edit } from '../../../src/model/briefing/edit'
import { edited, newHistory, redone, settled, undone } from '../../../src/model/briefing/edit-history'
import type { OwnBriefing } from '../../../src/model/briefing/own-briefings'
import { defaultView } from '../../../src/model/view'

const view = defaultView(['in', 'tr'])
const scene = (no: number) => ({ no, title: `第 ${no} 页`, view, points: [] })
const own = (...numbers: number[]): OwnBriefing => ({
  briefing: {
    slug: 'own',
    title: '汇报',
    date: '2026-11-30',
    transition: 'cut',
    release: '2026-11-29',
    scenes: numbers.map(scene),
  },
  made: {},
})
const order = ({ briefing }: OwnBriefing) => briefing.scenes.map(({ no }) => no)

const no = fc.integer({ min: 1, max: 12 })
const place = fc.integer({ min: -2, max: 8 })
const words = fc.string({ maxLength: 6 })
const adding = words.map((title): Edit => ({ kind: 'add', scene: { title, view, points: [] } }))
const edits: fc.Arbitrary<Edit> = fc.oneof(
  adding,
  adding,
  fc.record({ kind: fc.constant('head' as const), change: fc.record({ title: words }) }),
  fc.record({
    kind: fc.constant('head' as const),
    change: fc.record({ transition: fc.constantFrom(...transitions) }),
  }),
  fc.record({ kind: fc.constant('duplicate' as const), no }),
  fc.record({ kind: fc.constant('remove' as const), no }),
  fc.record({ kind: fc.constant('move' as const), no, to: place }),
  fc.record({ kind: fc.constant('scene' as const), no, change: fc.record({ title: words, notes: words }) }),
  fc.record({
    kind: fc.constant('addPoint' as const),
    no,
    point: words.map((text) => ({ kind: 'words' as const, text })),
  }),
  fc.record({ kind: fc.constant('setPoint' as const), no, at: place, text: words }),
  fc.record({ kind: fc.constant('removePoint' as const), no, at: place }),
  fc.record({ kind: fc.constant('movePoint' as const), no, at: place, to: place }),
)

describe('edits of a briefing', () => {
  test('a scene keeps its number when it moves; a copy and a new one have another', () => {
    expect(order(applyEdit(own(1, 2, 3), { kind: 'move', no: 3, to: 0 }))).toEqual([3, 1, 2])
    expect(order(applyEdit(own(1, 2, 3), { kind: 'duplicate', no: 1 }))).toEqual([1, 4, 2, 3])
    expect(order(applyEdit(own(1, 5), { kind: 'add', scene: { title: '', view, points: [] } }))).toEqual([1, 5, 6])
    expect(order(applyEdit(own(1, 999), { kind: 'duplicate', no: 999 }))).toEqual([1, 999, 2])
  })

  test('one that names nothing changes nothing', () => {
    const before = own(1, 2)
    expect(applyEdit(before, { kind: 'remove', no: 9 })).toBe(before)
    expect(applyEdit(before, { kind: 'move', no: 1, to: -5 })).toBe(before)
    expect(applyEdit(before, { kind: 'setPoint', no: 1, at: 0, text: '空' })).toBe(before)
  })

  test('10,000 at random, undone one by one, come back to what was; done again, to what is', () => {
    const [all] = fc.sample(fc.array(edits, { minLength: 10_000, maxLength: 10_000, size: 'max' }), {
      numRuns: 1,
      seed: 20_261_130,
    })
    const start = own(1, 2, 3)
    let history = newHistory(start)
    const seen: OwnBriefing[] = [start]
    for (const edit of all ?? []) {
      const before = history.now
      history = edited(history, edit)
      if (history.now !== before) seen.push(history.now)
      expect(new Set(order(history.now)).size).toBe(order(history.now).length)
    }
    const end = JSON.stringify(history.now)
    expect(seen.length).toBeGreaterThan(3000)
    for (const was of seen.toReversed()) {
      expect(history.now).toBe(was)
      history = undone(history)
    }
    expect(history.now).toEqual(own(1, 2, 3))
    expect(undone(history).now).toBe(history.now)
    for (let step = 0; step < seen.length; step++) history = redone(history)
    expect(JSON.stringify(history.now)).toBe(end)
  })

  test('typing into one field is one step, until the field is left', () => {
    const typed = (title: string): Edit => ({ kind: 'head', change: { title } })
    let history = edited(newHistory(own(1)), typed('渝'), 'title')
    history = edited(history, typed('渝北'), 'title')
    expect(history.past).toHaveLength(1)
    history = edited(settled(history), typed('渝北区'), 'title')
    expect(history.past).toHaveLength(2)
    expect(undone(history).now.briefing.title).toBe('渝北')
    expect(undone(undone(history)).now.briefing.title).toBe('汇报')
  })

  test('a new edit forgets what was undone', () => {
    const history = edited(undone(edited(newHistory(own(1)), { kind: 'remove', no: 1 })), { kind: 'duplicate', no: 1 })
    expect(redone(history)).toMatchObject({ now: { briefing: { scenes: [{ no: 1 }, { no: 2 }] } } })
  })
})
