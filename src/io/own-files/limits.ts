/** How much of a reader's own file is taken, and how a file that is not taken says why. */
import type { OwnFileRefusal } from '../../model/own-data/own-table'

/** The most that one file may hold. */
export const ownLimits = {
  bytes: 200_000_000,
  inflatedBytes: 400_000_000,
  /** How many times larger an archive's entry may become; beyond the first megabytes, where tables repeat themselves. */
  inflatedRatio: 400,
  entries: 5000,
  /** XML grows tenfold in memory. */
  xmlBytes: 60_000_000,
  rows: 200_000,
  columns: 500,
  positions: 3_000_000,
  /** Levels of elements, objects or collections within each other. */
  depth: 100,
  /** Characters of one value that are kept. */
  valueCharacters: 4000,
} as const

/** Thrown by readers for a file that is refused whole; becomes a sentence. */
export class RefusedFile extends Error {
  /** A refusal for a reason; `values` fill the places of its message. */
  constructor(
    readonly reason: OwnFileRefusal,
    readonly values: { readonly [name: string]: string | number } = {},
  ) {
    super(reason)
  }
}

/** Throws a `RefusedFile` for more rows than are taken. */
export function assertRows(count: number): void {
  if (count > ownLimits.rows) throw new RefusedFile('too-many-rows', { count, limit: ownLimits.rows })
}

/** Throws a `RefusedFile` for more columns than are taken. */
export function assertColumns(count: number): void {
  if (count > ownLimits.columns) throw new RefusedFile('too-many-columns', { count, limit: ownLimits.columns })
}

/** Returns a counter of positions that throws a `RefusedFile` beyond the most that are taken. */
export function positionCounter(): (count: number) => void {
  let total = 0
  return (count) => {
    total += count
    if (total > ownLimits.positions) throw new RefusedFile('too-many-points', { limit: ownLimits.positions })
  }
}
