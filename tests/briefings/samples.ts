/** Briefings as people write them, and of every sort there can be. Views are as coarse as a link writes them. */
import fc from 'fast-check'
import { transitions } from '../../data/schema-ids'
import { type Briefing, type CitedItem, ownSlug, type Scene, type ScenePoint } from '../../src/model/briefing/briefing'
import { views } from '../fixtures/views'

const text = fc.string({ unit: 'grapheme', maxLength: 30 })
const id = fc.stringMatching(/^[a-z0-9]{1,16}$/)
const cited: fc.Arbitrary<CitedItem> = fc.oneof(
  fc.record({ kind: fc.constantFrom('plan' as const, 'project' as const, 'indicator' as const), id }),
  fc.constant({ kind: 'answer' as const }),
)
const point: fc.Arbitrary<ScenePoint> = fc.oneof(
  text.map((words) => ({ kind: 'words' as const, text: words })),
  fc.constantFrom('=', '==', '=plan:pa055').map((words) => ({ kind: 'words' as const, text: words })),
  cited.map((item) => ({ kind: 'cited' as const, item })),
)
const day = fc
  .tuple(fc.integer({ min: 2020, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, ...rest]) => [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-'))

/** One scene of any sort, without notes. */
export const scenes: fc.Arbitrary<Scene> = fc.record(
  {
    no: fc.integer({ min: 1, max: 999 }),
    title: text,
    view: views.map((view) => ({ ...view, scene: undefined, ownBriefing: undefined })),
    points: fc.array(point, { maxLength: 5 }),
    holdSeconds: fc.integer({ min: 1, max: 999 }),
  },
  { requiredKeys: ['no', 'title', 'view', 'points'] },
)

/** Briefings of any sort, without notes. */
export const briefings: fc.Arbitrary<Briefing> = fc.record(
  {
    slug: fc.constant(ownSlug),
    title: text,
    subtitle: text.filter((words) => words !== ''),
    date: day,
    transition: fc.constantFrom(...transitions),
    release: day,
    scenes: fc.uniqueArray(scenes, { maxLength: 3, selector: ({ no }) => no }),
  },
  { requiredKeys: ['slug', 'title', 'date', 'transition', 'release', 'scenes'] },
)

/** Mulberry32: the same numbers on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
