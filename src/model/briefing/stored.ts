/** Reads a briefing that came from outside: a file, a link or the device's storage. Pure; never throws. */
import { type Transition, transitions } from '../../../data/schema-ids'
import type { Size } from '../../../geo/screen/camera'
import { ownSlug, type StoredBriefing, type StoredScene } from './briefing'
import type { MadeValue, MadeValues } from './made-values'

/** The most of everything that is read; more is cut off. Texts in UTF-16 units. */
export const storedLimits = { title: 300, words: 2000, notes: 20_000, view: 4000, points: 60, scenes: 100 } as const

type Fields = { readonly [key: string]: unknown }

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown, most: number) => (typeof value === 'string' ? value.slice(0, most) : undefined)
const dayOf = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) ? value : undefined
const isTransition = (value: unknown): value is Transition => transitions.some((each) => each === value)
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1000
const isLength = (value: unknown): value is number => typeof value === 'number' && value > 0 && value < 100_000

function screenOf(value: unknown): Size | undefined {
  if (!isFields(value)) return undefined
  const { width, height } = value
  return isLength(width) && isLength(height) ? { width, height } : undefined
}

/**
 * Returns the briefing in a value; undefined if it is none. What of it cannot be read is left out, and a scene without a
 * number of its own is given one.
 */
export function readStored(value: unknown): StoredBriefing | undefined {
  if (!isFields(value) || !Array.isArray(value.scenes)) return undefined
  const release = dayOf(value.release)
  const title = textOf(value.title, storedLimits.title)
  if (release === undefined || title === undefined) return undefined
  const subtitle = textOf(value.subtitle, storedLimits.title)
  const screen = screenOf(value.screen)
  return {
    slug: ownSlug,
    title,
    ...(subtitle ? { subtitle } : {}),
    date: dayOf(value.date) ?? release,
    transition: isTransition(value.transition) ? value.transition : 'cut',
    release,
    ...(screen ? { screen } : {}),
    scenes: numbered(value.scenes.slice(0, storedLimits.scenes).flatMap((scene) => readScene(scene) ?? [])),
  }
}

type Unnumbered = Omit<StoredScene, 'no'> & { no?: number }

function readScene(value: unknown): Unnumbered | undefined {
  if (!isFields(value)) return undefined
  const view = textOf(value.view, storedLimits.view)
  if (view === undefined) return undefined
  const points = Array.isArray(value.points) ? value.points.slice(0, storedLimits.points) : []
  const notes = textOf(value.notes, storedLimits.notes)
  return {
    ...(isNumber(value.no) ? { no: value.no } : {}),
    title: textOf(value.title, storedLimits.title) ?? '',
    view,
    points: points.flatMap((point) => readPoint(point) ?? []),
    ...(notes ? { notes } : {}),
    ...(isNumber(value.hold) ? { hold: value.hold } : {}),
  }
}

function readPoint(value: unknown): StoredScene['points'][number] | undefined {
  if (!isFields(value)) return undefined
  const cite = textOf(value.cite, 40)
  if (cite !== undefined) return { cite }
  const text = textOf(value.text, storedLimits.words)
  return text === undefined ? undefined : { text }
}

/** Each scene has one number, and no two the same. */
function numbered(scenes: readonly Unnumbered[]): StoredScene[] {
  const named = new Set(scenes.flatMap(({ no }) => no ?? []))
  const taken = new Set<number>()
  let free = 1
  return scenes.map(({ no, ...scene }) => {
    while (named.has(free) || taken.has(free)) free++
    const own = no !== undefined && !taken.has(no) ? no : free
    taken.add(own)
    return { no: own, ...scene }
  })
}

/** Returns the values that came with a briefing; those that cannot be read are left out. */
export function readMade(value: unknown): MadeValues {
  if (!isFields(value)) return {}
  const read = Object.entries(value).flatMap(([cited, each]) => {
    const made = readMadeValue(each)
    return made ? [[cited, made] as const] : []
  })
  return Object.fromEntries(read.slice(0, storedLimits.scenes * storedLimits.points))
}

function readMadeValue(value: unknown): MadeValue | undefined {
  if (!isFields(value)) return undefined
  const text = textOf(value.text, storedLimits.words)
  if (text === undefined) return undefined
  const figures = Array.isArray(value.figures) ? value.figures : []
  return {
    text,
    figures: figures.flatMap((figure) => textOf(figure, storedLimits.title) ?? []),
    ...(typeof value.status === 'string' ? { status: value.status } : {}),
    ...(typeof value.from === 'number' ? { from: value.from } : {}),
    ...(typeof value.to === 'number' ? { to: value.to } : {}),
  }
}
