/** Reads the rows of a `.dbf`. Pure. */
import { decodeAs } from './decode-text'
import { assertColumns, assertRows, RefusedFile } from './limits'

/** The names of the columns and the values of the rows; undefined for a row that was deleted. */
export interface DbfTable {
  names: readonly string[]
  rows: readonly (readonly (string | number | boolean | null)[] | undefined)[]
}

interface Field {
  name: string
  kind: string
  start: number
  length: number
}

const fieldBytes = 32
const deletedMark = 0x2a
/** The language byte of a Chinese Windows; other programs leave it 0. */
const chineseLanguage = 0x4d
const westernLanguages = [0x03, 0x57]

/** Returns the table of a `.dbf`; `label` is what a `.cpg` beside it names as the encoding. */
export function readDbf(bytes: Uint8Array, label: string | undefined): DbfTable {
  if (bytes.length < fieldBytes + 1) throw new RefusedFile('damaged')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [count, start, rowBytes] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  if (rowBytes < 1) throw new RefusedFile('damaged')
  const rows = Math.min(count, Math.max(0, Math.ceil((bytes.length - start) / rowBytes)))
  assertRows(rows)
  const encoding = label?.trim() || encodingOf(bytes, view.getUint8(29))
  const fields = fieldsOf(bytes, Math.min(start, bytes.length), encoding)
  assertColumns(fields.length)
  return {
    names: fields.map(({ name }) => name),
    rows: Array.from({ length: rows }, (_, at) => {
      const row = bytes.subarray(start + at * rowBytes, start + (at + 1) * rowBytes)
      return row[0] === deletedMark ? undefined : fields.map((field) => cellOf(row, field, encoding))
    }),
  }
}

/** Without a `.cpg` or a language byte the bytes themselves tell. */
function encodingOf(bytes: Uint8Array, language: number): string {
  if (language === chineseLanguage) return 'gb18030'
  if (westernLanguages.includes(language) && isAscii(bytes.subarray(fieldBytes))) return 'windows-1252'
  return fitsUtf8(bytes.subarray(fieldBytes)) ? 'utf-8' : 'gb18030'
}

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80)

/** Texts that fill their field may be cut within a character: those few do not speak against it. */
function fitsUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const unread = text.match(/\uFFFD/g)?.length ?? 0
  return unread * 20 <= text.replace(/[\p{ASCII}\uFFFD]/gu, '').length
}

function fieldsOf(bytes: Uint8Array, end: number, encoding: string): Field[] {
  const fields: Field[] = []
  let start = 1
  for (let at = fieldBytes; at + fieldBytes <= end && bytes[at] !== 0x0d; at += fieldBytes) {
    const name = whole(decodeAs(upToZero(bytes.subarray(at, at + 11)), encoding))
    const [kind, length] = [String.fromCharCode(bytes[at + 11] ?? 0), bytes[at + 16] ?? 0]
    fields.push({ name: name.trim() || `F${fields.length + 1}`, kind, start, length })
    start += length
  }
  return fields
}

const upToZero = (bytes: Uint8Array) => {
  const zero = bytes.indexOf(0)
  return zero < 0 ? bytes : bytes.subarray(0, zero)
}

/** A text cut within a character ends in one that is none. */
const whole = (text: string) => text.replace(/\uFFFD+$/, '')

function cellOf(row: Uint8Array, { kind, start, length }: Field, encoding: string): string | number | boolean | null {
  const bytes = row.subarray(start, start + length)
  const raw = decodeAs(upToZero(bytes), encoding)
  const text = (bytes.length === length ? whole(raw) : raw).trim()
  if (!text) return null
  switch (kind) {
    case 'N':
    case 'F': {
      const number = Number(text)
      return Number.isFinite(number) ? number : null
    }
    case 'L':
      return /^[TtYy]$/.test(text) ? true : /^[FfNn]$/.test(text) ? false : null
    case 'D':
      return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text
    default:
      return text
  }
}
