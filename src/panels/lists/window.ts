/** Which rows of a long list stand in the visible part: rows of known heights, found by bisection. */

/** Where each row begins; one more entry than rows, the last being the whole height. Pixels. */
export function rowOffsets(heights: readonly number[]): Float64Array {
  const offsets = new Float64Array(heights.length + 1)
  for (let row = 0; row < heights.length; row++) offsets[row + 1] = (offsets[row] ?? 0) + (heights[row] ?? 0)
  return offsets
}

/** Rows from `first` up to but not including `end` that touch the window, with some more at both sides. */
export function visibleRows(offsets: Float64Array, top: number, height: number, extraPixels: number) {
  const rows = offsets.length - 1
  const first = Math.min(rowAt(offsets, top - extraPixels), Math.max(0, rows - 1))
  const end = Math.min(rows, rowAt(offsets, top + height + extraPixels) + 1)
  return { first, end }
}

/** The row that covers a height; 0 above the first, the last row below the last. */
export function rowAt(offsets: Float64Array, at: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}
