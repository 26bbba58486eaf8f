/** RFC 4180 rows with a byte-order mark, which spreadsheet programs need to read Chinese. */

type Cell = string | number | undefined

/**
 * Returns RFC 4180 text with CRLF line ends and a byte-order mark, which spreadsheet programs need to read Chinese. A
 * text that a spreadsheet would run as a formula, or read as a date, a time, a fraction or another number than is
 * written, gets an apostrophe and so stays text.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(escaped).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/** What spreadsheet programs rewrite: 2020-05, 2020/5/1, 5-1, 3月5日, 2020年5月, 1/2, 8:30, 1e5, 007, 16 digits and more. */
const rewritten = [
  /^\d{1,4}([-/.]\d{1,2}){1,2}$/,
  /^(\d{4}年)?\d{1,2}月(\d{1,2}日)?$/,
  /^\d{1,2}(:\d{2}){1,2}$/,
  /^\d+(\.\d+)?e[+-]?\d+$/i,
  /^0\d+$/,
  /^\d{16,}$/,
]
/** A decimal number is one to spreadsheets too. */
const plainNumber = /^(0|[1-9]\d{0,14})(\.\d+)?$/

const staysText = (text: string) => plainNumber.test(text) || !rewritten.some((pattern) => pattern.test(text))

function escaped(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) || !staysText(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
