/** RFC 4180 rows with a byte-order mark, which spreadsheet programs need to read Chinese. */

type Cell = string | number | undefined

/**
 * Returns RFC 4180 text with CRLF line ends and a byte-order mark, which spreadsheet programs need to read Chinese. A
 * cell that would start a formula gets an apostrophe.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(escaped).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function escaped(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
