/** Sets the figures of a point apart within its text, so that a slide does not say them twice. Pure. */
import type { ToldFigure } from './told'

/** A piece of a text; `figure` where it is one of the figures. */
export interface TextPiece {
  text: string
  figure: boolean
}

/** Returns a text in pieces with its figures set apart, and the figures it does not hold. */
export function figuresInText(
  text: string,
  figures: readonly ToldFigure[],
): { pieces: TextPiece[]; missing: ToldFigure[] } {
  const spans: [from: number, to: number][] = []
  const missing = figures.filter(({ value }) => {
    const found = waysToSay(value)
      .map((way) => patternOf(way).exec(text))
      .find((each) => each !== null)
    if (found) spans.push([found.index, found.index + found[0].length])
    return !found
  })
  const pieces: TextPiece[] = []
  let at = 0
  for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
    if (from < at) continue
    if (from > at) pieces.push({ text: text.slice(at, from), figure: false })
    pieces.push({ text: text.slice(from, to), figure: true })
    at = to
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), figure: false })
  return { pieces, missing }
}

/** The same characters with any spaces between; a number’s own commas may be there or not, and no digit beside it. */
function patternOf(value: string): RegExp {
  const signs = [...value.replaceAll(/[\s,]/g, '')].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&'))
  return new RegExp(`(?<![\\d.])${signs.join('[\\s,]*')}(?!\\d)`)
}

const numerals = [undefined, undefined, '两', '三', '四', '五', '六', '七', '八', '九'] as const

/** As it is; without the word before the number, where the text has another (超过, 突破); a small count in words. */
function waysToSay(value: string): string[] {
  const [, digit = '', unit = ''] = /^(\d) (\p{Script=Han}+)$/u.exec(value) ?? []
  const inWords = numerals[Number(digit)]
  return [value, value.replace(/^\D+(?=\d)/, ''), ...(unit && inWords ? [`${inWords}${unit}`] : [])]
}
