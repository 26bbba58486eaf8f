/**
 * A chart as plain shapes, in CSS pixels. The page and exported images draw the same shapes in their own colours.
 * Pure.
 */

/** The role of a colour; the page and the export each map it to one. */
export type Tone = 'ink' | 'quiet' | 'line' | 'sunk' | 'accent' | 'bar' | 'paper'

/** One shape of a chart. `mark` is the id of the row it stands for. */
export type Shape =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; tone: Tone; hatched?: boolean; mark?: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; tone: Tone; dashed?: boolean; width?: number }
  | { kind: 'dot'; x: number; y: number; radius: number; tone: Tone; hollow?: boolean }
  /** A small triangle: up for a value that has to be exceeded, down for one to stay under. */
  | { kind: 'arrow'; x: number; y: number; up: boolean; tone: Tone }
  | {
      kind: 'text'
      x: number
      y: number
      text: string
      /** CSS pixels. */
      size: number
      tone: Tone
      anchor?: 'middle' | 'end'
      bold?: boolean
      mark?: string
    }

/** The shapes of a chart, bottom to top, with its size in CSS pixels. */
export interface Chart {
  width: number
  height: number
  shapes: readonly Shape[]
}

/**
 * Returns a chart with marks below its shapes, for an exported image. The page draws the two apart, because marks
 * change often.
 */
export const withMarks = (chart: Chart, marks: readonly Shape[]): Chart => ({
  ...chart,
  shapes: [...marks, ...chart.shapes],
})

/**
 * Returns the approximate width of a text in CSS pixels: a Chinese character is as wide as the font size, others
 * about half.
 */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const character of text)
    width += /[\u2e80-\uffef]/.test(character) ? 1 : /[A-Z%WMm]/.test(character) ? 0.68 : 0.55
  return width * size
}

/** Returns the text, cut with … if it is wider than `room` CSS pixels. */
export function fitted(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  let cut = text
  while (cut.length > 1 && textWidth(`${cut}…`, size) > room) cut = cut.slice(0, -1)
  return `${cut}…`
}

/** Returns the text in at most `most` lines; the last is cut with … if more would follow. */
export function lines(text: string, size: number, room: number, most: number): string[] {
  const found: string[] = []
  let rest = text
  while (rest !== '' && found.length < most - 1) {
    let end = rest.length
    while (end > 1 && textWidth(rest.slice(0, end), size) > room) end -= 1
    const space = end < rest.length ? rest.lastIndexOf(' ', end) : -1
    if (space > end / 2) end = space + 1
    found.push(rest.slice(0, end).trim())
    rest = rest.slice(end)
  }
  return rest === '' ? found : [...found, fitted(rest, size, room)]
}

/** Returns a round step (1, 2 or 5 times a power of ten) so that about `count` steps cover the range. */
export function roundStep(range: number, count: number): number {
  const rough = range / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10
  return step * power
}
