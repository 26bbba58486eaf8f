/** Text on pictures in lines. Pure. */

/** Returns how wide a text is. */
export type Measure = (text: string) => number

/** Returns a text in lines of a width: an address has no spaces to break at, so that lines break between any two characters. */
export function wrapped(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (line && measure(line + character) > width) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return line ? [...lines, line] : lines
}
