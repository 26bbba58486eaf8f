/** Text as the search compares it, and measures of how much two texts differ. */

const han = /\p{Script=Han}/u
/** Everything but letters, digits and the marks that belong to figures. */
const ignored = /[^\p{L}\p{N}%‰.]+/gu

/** Returns whether a text holds a Chinese character. */
export const isHan = (text: string) => han.test(text)

const foldedSign = (sign: string) =>
  sign
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(ignored, '')

/**
 * What each sign becomes, by its code: worked out once, because a large record has millions of them and few thousand
 * different ones.
 */
const signs = new Uint16Array(0x10000)
/** Beside 0, for a sign not met before. */
const [nothing, unlike] = [1, 2]
/** Where a text is put together: joined from pieces it would be many times as slow to look through. */
const room = new Uint16Array(2048)

function signOf(code: number): number {
  const sign = foldedSign(String.fromCharCode(code))
  const isPlain = sign.length <= 1 && sign !== '.' && (code < 0xd800 || code >= 0xe000)
  const found = isPlain ? sign.charCodeAt(0) || nothing : unlike
  signs[code] = found
  return found
}

/**
 * Returns a text without case, accents, full-width forms, spaces and punctuation. A figure keeps its decimal point,
 * `%` and `‰`.
 */
export function folded(text: string): string {
  if (text.length > room.length) return foldedBySigns(text)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const sign = signs[code] || signOf(code)
    if (sign === unlike) return foldedBySigns(text)
    if (sign !== nothing) room[length++] = sign
  }
  return String.fromCharCode.apply(undefined, room.subarray(0, length) as unknown as number[])
}

/** Also where one sign becomes several, as ½ and ㎡ do, and where a point may be one of a figure. */
const foldedBySigns = (text: string) =>
  Array.from(text, foldedSign)
    .join('')
    .replace(/\.(?!\d)/g, '')

/** Returns the folded words of an English name. */
export const words = (text: string) =>
  text
    .split(/[\s–—\-/,()]+/)
    .map(folded)
    .filter((word) => word !== '')

/**
 * Returns the least number of single-character edits (missing, extra, wrong, two swapped) that turn `query` into
 * `text`, or with `anywhere` into some part of it. Returns `limit + 1` for anything beyond `limit`.
 */
export function distance(query: string, text: string, limit: number, anywhere = false): number {
  const tooFar = limit + 1
  if (query.length - text.length > limit || (!anywhere && text.length - query.length > limit)) return tooFar
  if (!sharesPiece(query, text, limit)) return tooFar
  let before: number[] = []
  let row = Array.from({ length: text.length + 1 }, (_, column) => (anywhere ? 0 : column))
  for (let line = 1; line <= query.length; line++) {
    const next = nextRow(query, text, line, before, row)
    if (next.every((value) => value > limit)) return tooFar
    before = row
    row = next
  }
  return Math.min(tooFar, anywhere ? Math.min(...row) : (row[text.length] ?? tooFar))
}

/** One edit spoils at most two of neighbouring pieces, so of `2 · limit + 1` pieces one must stand in the text. */
function sharesPiece(query: string, text: string, limit: number): boolean {
  const pieces = 2 * limit + 1
  for (let piece = 0; piece < pieces; piece++) {
    const from = Math.floor((piece * query.length) / pieces)
    const to = Math.floor(((piece + 1) * query.length) / pieces)
    if (text.includes(query.slice(from, to))) return true
  }
  return false
}

function nextRow(query: string, text: string, line: number, before: number[], row: number[]): number[] {
  const next = [line]
  const character = query.charCodeAt(line - 1)
  const previous = query.charCodeAt(line - 2)
  for (let column = 1; column <= text.length; column++) {
    const diagonal = (row[column - 1] ?? 0) + (character === text.charCodeAt(column - 1) ? 0 : 1)
    let least = Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, diagonal)
    const swapped =
      line > 1 && column > 1 && character === text.charCodeAt(column - 2) && previous === text.charCodeAt(column - 1)
    if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1)
    next.push(least)
  }
  return next
}

/** Returns whether the characters of `query` occur in `text` in this order: 国博 in 国际博览中心. */
export function isSubsequence(query: string, text: string): boolean {
  let at = 0
  for (const character of query) {
    at = text.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/**
 * Returns the share of two-character pieces that two texts have in common, 0…1; of single characters if the first
 * text has at most two.
 */
export function likeness(a: string, b: string): number {
  const size = a.length <= 2 ? 1 : 2
  const pieces = (text: string) =>
    new Set(Array.from({ length: Math.max(1, text.length - size + 1) }, (_, at) => text.slice(at, at + size)))
  const [first, second] = [pieces(a), pieces(b)]
  const shared = [...first].filter((piece) => second.has(piece)).length
  return (2 * shared) / (first.size + second.size)
}
