/** Tables of a report as Markdown. */

/** A row of a table. */
export interface Row {
  name: string
  cells: readonly (number | string)[]
}

/** Returns a Markdown table; all columns but the first are aligned right. */
export function table(head: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly (number | string)[]) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  return [line(head), line(rule), ...rows.map(({ name, cells }) => line([name, ...cells]))].join('\n')
}
