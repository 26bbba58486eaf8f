/** How the width of a table is shared out, the same in every format. Pure. */
import type { HandoutTable } from '../../model/handout/handout'

/** Chinese characters. */
const [narrowest, widest] = [4, 28]

/** Returns the width of a text in Chinese characters. */
export function widthInCharacters(text: string): number {
  let width = 0
  for (const character of text) width += /[\u2e80-\uffef]/.test(character) ? 1 : 0.55
  return width
}

/** Returns the shares of a table's width that its columns get, by the length of what stands in them, `most` characters at most. */
export function columnShares({ columns, rows }: HandoutTable, most: number = widest): number[] {
  const wanted = columns.map(({ title, unit }, at) => {
    const widths = rows.map((row) => widthInCharacters(String(row[at] ?? '')))
    return Math.min(most, Math.max(narrowest, widthInCharacters(unit ? `${title}（${unit}）` : title) + 1, ...widths))
  })
  const sum = wanted.reduce((total, one) => total + one, 0)
  return wanted.map((one) => one / sum)
}
