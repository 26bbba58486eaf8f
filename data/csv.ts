/** RFC 4180 rows with a byte-order mark, which spreadsheet programs need to read Chinese. */

type Cell = string | number | undefined

/** One text with CRLF line ends; a cell that could start a formula is kept from being one. */
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
