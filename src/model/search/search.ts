/**
 * Search over the whole record: names, aliases, pinyin, English, prose and figures. It scans folded text, which is
 * fast enough for some thousand entries, and looks for near matches if there are few exact ones.
 */
import { type HitKind, hitKinds, type SearchEntry, type SearchIndex, type SearchKey, shortName } from './index-record'
import { spell } from './pinyin'
import { distance, folded, isHan, isSubsequence, likeness } from './text'

/** A result with its score; higher is better. */
export interface Hit {
  entry: SearchEntry
  score: number
}

/** The results of a query. */
export interface SearchAnswer {
  /** What was searched, as it was understood. */
  terms: readonly string[]
  /** By kind, the kind of the best hit first. */
  groups: readonly { kind: HitKind; hits: readonly Hit[]; more: number }[]
  /** Only when nothing was found. */
  nearest: readonly SearchEntry[]
}

const perGroup = 6
/** A score from here on is a match of a name or a figure, not of prose. */
const strong = 400
/** Near matches are not looked for in longer texts, which are sentences. */
const longestTypo = 20

/** No name or sentence of the record is longer; a pasted page would keep the processor busy for seconds. */
export const longestQuery = 64

/** Returns what a query finds; only its first `longestQuery` characters are looked for. */
export function search(index: SearchIndex, query: string): SearchAnswer {
  const terms = simplified(index, query.slice(0, longestQuery))
    .split(/[\s、，,;；]+(?!\d{3}(?:\D|$))/)
    .map(folded)
    .filter((term) => term !== '')
  if (terms.length === 0) return { terms, groups: [], nearest: [] }
  let hits = scan(index, terms, exactScore)
  if (!hits.some(({ score }) => score >= strong)) hits = better(hits, scan(index, terms, nearScore))
  const alone = terms.length === 1 ? (terms[0] ?? '') : ''
  if (!hits.some(({ score }) => score >= strong)) hits = better(hits, scanSplit(index, alone))
  if (!hits.some(({ score }) => score >= strong)) hits = better(hits, scanSound(index, alone))
  const nearest = hits.length > 0 ? [] : nearestTo(index, terms.join(''))
  return { terms, groups: grouped(hits), nearest }
}

const simplified = (index: SearchIndex, query: string) =>
  query.replace(/\p{Script=Han}/gu, (sign) => index.simplified.get(sign) ?? sign)

type Score = (entry: SearchEntry, term: string) => number

/** Every term has to match, and the worst match counts most. */
function scan({ entries }: SearchIndex, terms: readonly string[], scoreOf: Score): Hit[] {
  const hits: Hit[] = []
  for (const entry of entries) {
    const scores = terms.map((term) => Math.max(scoreOf(entry, term), terms.length > 1 ? placedIn(entry, term) : 0))
    const least = Math.min(...scores)
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    if (least > 0) hits.push({ entry, score: 0.7 * least + 0.3 * mean + entry.weight })
  }
  return hits
}

const placedIn = ({ places }: SearchEntry, term: string) => (places.includes(shortName(term)) ? 520 : 0)

/** What sounds the same: 渝被 for 渝北, as an input method offers it. */
function scanSound(index: SearchIndex, term: string): Hit[] {
  if (!isHan(term) || term.length < 2) return []
  const sound = spell(term, index.readings).full
  return isHan(sound) ? [] : scan(index, [sound], (entry, spelled) => 0.6 * exactScore(entry, spelled))
}

/** 渝北公园 as 渝北 and 公园: the cut that gives the best hit. */
function scanSplit(index: SearchIndex, term: string): Hit[] {
  if (!isHan(term) || term.length < 4 || term.length > 14) return []
  let found: Hit[] = []
  for (let cut = 2; cut <= term.length - 2; cut++) {
    const hits = scan(index, [term.slice(0, cut), term.slice(cut)], exactScore)
    if (best(hits) > best(found)) found = hits
  }
  return found
}

const best = (hits: readonly Hit[]) => hits.reduce((most, { score }) => Math.max(most, score), 0)

function better(first: readonly Hit[], second: readonly Hit[]): Hit[] {
  const found = new Map<SearchEntry, Hit>()
  for (const hit of [...first, ...second]) if ((found.get(hit.entry)?.score ?? 0) < hit.score) found.set(hit.entry, hit)
  return [...found.values()]
}

/** From here on an id, such as a district's code, is meant and not a number. */
const shortestId = 4

function exactScore(entry: SearchEntry, term: string): number {
  if (term.length >= shortestId && entry.id === term) return 990
  let score = 0
  for (const each of entry.keys) score = Math.max(score, keyScore(each, term))
  if (/^\d/.test(term)) score = Math.max(score, figureScore(entry.figures, term))
  if (score < 300 && entry.body.includes(term)) score = 280 + Math.min(20, term.length)
  return score
}

function keyScore({ text, spelling, words, english, share }: SearchKey, term: string): number {
  let score = placeScore(text, term, 1000, 800, 620)
  if (!isHan(term)) {
    if (spelling) score = Math.max(score, spellingScore(spelling, term))
    if (english !== '') score = Math.max(score, englishScore(words, english, term))
  }
  return score * share
}

/** Equal, at the start, or inside; longer shares of the whole count more. */
function placeScore(text: string, term: string, equal: number, start: number, inside: number): number {
  const at = text.indexOf(term)
  if (at < 0) return 0
  if (term.length === text.length) return equal
  return (at === 0 ? start : inside) + 80 * (term.length / text.length)
}

function spellingScore({ full, starts, initials }: NonNullable<SearchKey['spelling']>, term: string): number {
  const at = full.indexOf(term)
  const whole = at >= 0 && starts.has(at) ? placeScore(full, term, 920, 720, 540) : 0
  const long = term.length >= 2 ? placeScore(initials, term, 880, 660, term.length >= 3 ? 440 : 0) : 0
  return Math.max(whole, long)
}

function englishScore(words: readonly string[], english: string, term: string): number {
  if (english === term) return 920
  if (english.startsWith(term)) return 730 + 80 * (term.length / english.length)
  const ranks = words.map((word) => (word === term ? 640 : word.startsWith(term) ? 580 : 0))
  return Math.max(0, ...ranks, term.length >= 4 && english.includes(term) ? 420 : 0)
}

function figureScore(figures: readonly string[], term: string): number {
  let score = 0
  for (const figure of figures) {
    if (figure === term) score = Math.max(score, 860)
    else if (figure.startsWith(term) && !/^[\d.]/.test(figure.slice(term.length))) score = Math.max(score, 780)
    else if (figure.includes(term) && /\d{3}|%/.test(term)) score = Math.max(score, 420)
  }
  return score
}

/** One slip of the finger or of the memory: a character missing, added, wrong or swapped; or an abbreviation. */
function nearScore(entry: SearchEntry, term: string): number {
  let score = exactScore(entry, term)
  if (term.length > longestTypo) return score
  for (const { text, spelling, words, english, share } of entry.keys) {
    const near = isHan(term) ? nearHan(text, term) : nearLatin(spelling?.full ?? '', english, words, term)
    score = Math.max(score, near * share)
  }
  return score
}

function nearHan(text: string, term: string): number {
  if (term.length === 2)
    return text.length === 2 && distance(term, text, 1) === 1 && isSwap(term, text) ? 520 : abbreviates(text, term)
  const covered = 60 * Math.min(1, term.length / text.length)
  if (distance(term, text, 1) <= 1) return 520 + covered
  if (distance(term, text.slice(0, term.length + 1), 1, true) <= 1) return 450 + covered
  if (term.length >= 4 && distance(term, text, 1, true) <= 1) return 430 + covered
  return abbreviates(text, term)
}

const isSwap = (a: string, b: string) => a[0] === b[1] && a[1] === b[0]

const abbreviates = (text: string, term: string) =>
  term.length >= 2 && term.length * 4 >= text.length && isSubsequence(term, text)
    ? 400 + 80 * (term.length / text.length)
    : 0

function nearLatin(full: string, english: string, words: readonly string[], term: string): number {
  if (term.length < 4 || /^\d/.test(term)) return 0
  const covered = (text: string) => 60 * Math.min(1, term.length / text.length)
  const limit = term.length >= 10 ? 2 : 1
  for (const text of [full, english])
    if (text !== '' && distance(term, text, limit) <= limit) return 520 + covered(text)
  if (words.some((word) => word.length >= 4 && distance(term, word, 1) <= 1)) return 470
  if (term.length < 6) return 0
  for (const text of [full, english])
    if (text !== '' && distance(term, text, limit, true) <= limit) return 420 + covered(text)
  return 0
}

function grouped(hits: readonly Hit[]): SearchAnswer['groups'] {
  const sorted = [...hits].sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
  return hitKinds
    .map((kind) => ({ kind, all: sorted.filter(({ entry }) => entry.kind === kind) }))
    .filter(({ all }) => all.length > 0)
    .sort((a, b) => (b.all[0]?.score ?? 0) - (a.all[0]?.score ?? 0))
    .map(({ kind, all }) => ({ kind, hits: all.slice(0, perGroup), more: Math.max(0, all.length - perGroup) }))
}

/** Returns the names most like the query, for the notice that nothing was found. */
function nearestTo({ entries }: SearchIndex, term: string): SearchEntry[] {
  const like = (entry: SearchEntry) =>
    Math.max(
      0,
      ...entry.keys.map(({ text, spelling, english }) =>
        isHan(term) ? likeness(term, text) : Math.max(likeness(term, spelling?.full ?? ''), likeness(term, english)),
      ),
    )
  return entries
    .map((entry) => ({ entry, score: like(entry) }))
    .filter(({ score }) => score > 0.15)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ entry }) => entry)
}
