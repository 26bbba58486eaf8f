/**
 * A briefing as the field `h` of a link holds it: JSON with short keys, raw deflate with a preset dictionary, base32 in
 * small letters. The first letter is the version; what version `a` reads and writes is frozen like the grammar of links:
 * `tests/briefings/golden/v1` must be read as it is for ever. Notes stay out.
 */
import { deflateSync, inflateSync } from 'fflate'
import { ownSlug, type StoredBriefing, type StoredScene } from '../../model/briefing/briefing'
import { readStored } from '../../model/briefing/stored'
import { fromBase32, toBase32 } from './base32'
import { briefingDictionary } from './dictionary'

const version = 'a'
/** No link that is handed on has room for more. */
const longestCode = 1000
const largestBytes = 65_536

/** Short keys: title, subtitle, date, transition, release, scenes; of a scene number, title, view, points, hold. */
interface ShortBriefing {
  t: string
  u?: string
  d: string
  x: string
  r: string
  s: ShortScene[]
}
interface ShortScene {
  n: number
  t: string
  v: string
  /** A citation begins with one `=`; of own words that begin so, the sign is doubled. */
  p?: string[]
  h?: number
}

let dictionaryBytes: Uint8Array | undefined
const dictionary = () => {
  dictionaryBytes ??= new TextEncoder().encode(briefingDictionary)
  return dictionaryBytes
}

/** Returns a briefing as the text of the field `h`, however long that is. */
export function encodeBriefing(stored: StoredBriefing): string {
  const bytes = new TextEncoder().encode(JSON.stringify(shortened(stored)))
  return version + toBase32(deflateSync(bytes, { level: 9, mem: 8, dictionary: dictionary() }))
}

/** What the field `h` holds, or why it cannot be read. */
export type DecodedBriefing = { ok: true; stored: StoredBriefing } | { ok: false; reason: 'damaged' | 'tooLarge' }

/** Returns what the field `h` holds. Never throws. */
export function decodeBriefing(code: string): DecodedBriefing {
  if (code.length > longestCode) return { ok: false, reason: 'tooLarge' }
  const bytes = code.startsWith(version) ? fromBase32(code.slice(1)) : undefined
  if (!bytes || bytes.length === 0) return { ok: false, reason: 'damaged' }
  try {
    // The room is one byte more than is allowed: what fills it is too large, and nothing more is made of it.
    const out = inflateSync(bytes, { dictionary: dictionary(), out: new Uint8Array(largestBytes + 1) })
    if (out.length > largestBytes) return { ok: false, reason: 'tooLarge' }
    const stored = readStored(lengthened(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(out))))
    return stored ? { ok: true, stored } : { ok: false, reason: 'damaged' }
  } catch {
    return { ok: false, reason: 'damaged' }
  }
}

function shortened({ title, subtitle, date, transition, release, scenes }: StoredBriefing): ShortBriefing {
  return {
    t: title,
    ...(subtitle ? { u: subtitle } : {}),
    d: date,
    x: transition,
    r: release,
    s: scenes.map(({ no, title: name, view, points, hold }) => ({
      n: no,
      t: name,
      v: withoutCheck(view),
      ...(points.length > 0 ? { p: points.map(shortPoint) } : {}),
      ...(hold === undefined ? {} : { h: hold }),
    })),
  }
}

/** The link around it has a check, and the briefing names the release. */
const withoutCheck = (view: string) => view.replace(/~v\d{6}~k\w{4}$/, '')

const shortPoint = (point: StoredScene['points'][number]) =>
  'cite' in point ? `=${point.cite}` : point.text.startsWith('=') ? `=${point.text}` : point.text

/** Gives the fields their names again; `readStored` looks at what is in them. */
function lengthened(short: unknown): unknown {
  if (typeof short !== 'object' || short === null) return undefined
  const { t, u, d, x, r, s } = short as Partial<ShortBriefing>
  if (!Array.isArray(s)) return undefined
  return { slug: ownSlug, title: t, subtitle: u, date: d, transition: x, release: r, scenes: s.map(longScene) }
}

function longScene(short: unknown): unknown {
  if (typeof short !== 'object' || short === null) return undefined
  const { n, t, v, p, h } = short as Partial<ShortScene>
  return { no: n, title: t, view: v, points: Array.isArray(p) ? p.map(longPoint) : [], hold: h }
}

function longPoint(short: unknown): unknown {
  if (typeof short !== 'string') return undefined
  if (short.startsWith('==')) return { text: short.slice(1) }
  return short.startsWith('=') ? { cite: short.slice(1) } : { text: short }
}
