/**
 * A chart as plain shapes, in CSS pixels. The page draws them with its own colours, an exported image with the colours
 * of print; both come from here, so that they cannot differ. Pure, and small enough to read in a test.
 */
export type Tone = 'ink' | 'quiet' | 'line' | 'sunk' | 'accent' | 'bar' | 'paper'

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

export interface Chart {
  width: number
  height: number
  shapes: readonly Shape[]
}

/** The chart with marks under it, for an image; the page draws the two apart, since marks change often. */
export const withMarks = (chart: Chart, marks: readonly Shape[]): Chart => ({
  ...chart,
  shapes: [...marks, ...chart.shapes],
})

/** Width of a text in CSS pixels, near enough to keep it inside its room: Chinese is square, the rest about half. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const character of text)
    width += /[\u2e80-\uffef]/.test(character) ? 1 : /[A-Z%WMm]/.test(character) ? 0.68 : 0.55
  return width * size
}

/** The text, cut with … where it would not fit. */
export function fitted(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  let cut = text
  while (cut.length > 1 && textWidth(`${cut}…`, size) > room) cut = cut.slice(0, -1)
  return `${cut}…`
}

/** The text in at most `most` lines; the last is cut where more would follow. */
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

/** A round step so that about `count` steps cover the range. */
export function roundStep(range: number, count: number): number {
  const rough = range / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10
  return step * power
}
