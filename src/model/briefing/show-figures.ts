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
    const found = patternOf(value).exec(text)
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
