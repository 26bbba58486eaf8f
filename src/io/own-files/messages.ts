/** What the page and the worker that reads own files say to each other. Pure. */
import type { OwnRow, OwnTable } from '../../model/own-data/own-table'
import type { OwnContext } from '../../model/own-data/record-places'
import type { OwnFileReading } from './read-file'

/** A file that the worker is to read. */
export interface NamedBlob {
  name: string
  blob: Blob
  parts?: readonly NamedBlob[]
}

/** What the page asks, once a worker. */
export interface OwnFileRequest {
  file: NamedBlob
  context: OwnContext
}

/** What the worker says: how far it is, a file's reading without rows, then the rows of its tables, at last the end. */
export type OwnFileReply =
  | { kind: 'progress'; done: number }
  | { kind: 'reading'; reading: OwnFileReading }
  | { kind: 'rows'; table: number; rows: readonly OwnRow[] }
  | { kind: 'end' }

/** So many rows are taken within a frame or two. */
const rowsOfPiece = 2000
const positionsOfPiece = 20_000

/** Returns the messages that hand a reading on. */
export function* pieces(reading: OwnFileReading): Generator<OwnFileReply> {
  const tables = reading.ok ? reading.tables : []
  yield {
    kind: 'reading',
    reading: reading.ok ? { ...reading, tables: tables.map((table) => ({ ...table, rows: [] })) } : reading,
  }
  for (const [table, { rows }] of tables.entries())
    for (const part of parts(rows)) yield { kind: 'rows', table, rows: part }
}

function* parts(rows: readonly OwnRow[]): Generator<readonly OwnRow[]> {
  let [from, size] = [0, 0]
  for (const [at, { geometry }] of rows.entries()) {
    size += geometry && 'coordinates' in geometry ? geometry.coordinates.flat(2).length : 1
    if (at + 1 - from < rowsOfPiece && size < positionsOfPiece) continue
    yield rows.slice(from, at + 1)
    from = at + 1
    size = 0
  }
  if (from < rows.length) yield rows.slice(from)
}

/** Puts the messages of a worker together again. */
export interface ReadingCollector {
  /** Takes a message other than progress and end. */
  take(message: Extract<OwnFileReply, { kind: 'reading' | 'rows' }>): void
  /** Returns the reading so far; undefined before the first message of it. */
  reading(): OwnFileReading | undefined
}

/** Returns a collector of one reading. */
export function createCollector(): ReadingCollector {
  let begun: OwnFileReading | undefined
  const rows: OwnRow[][] = []
  const whole = (tables: readonly OwnTable[]) => tables.map((table, at) => ({ ...table, rows: rows[at] ?? [] }))
  return {
    take(message) {
      if (message.kind === 'reading') begun = message.reading
      else rows[message.table] = (rows[message.table] ?? []).concat(message.rows)
    },
    reading: () => (begun?.ok ? { ...begun, tables: whole(begun.tables) } : begun),
  }
}
