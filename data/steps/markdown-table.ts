/** A table of a report as Markdown, so that the README can quote it as it is printed. */
export interface Row {
  name: string
  cells: readonly (number | string)[]
}

export function table(head: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly (number | string)[]) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  return [line(head), line(rule), ...rows.map(({ name, cells }) => line([name, ...cells]))].join('\n')
}
