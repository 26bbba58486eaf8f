/** Fills columns with items of known heights. Any one unit of length. Pure. */

/** Something that stands in a column and is not broken. */
export interface FlowItem {
  height: number
  /** Whether it must not be the last of its column. */
  keepsNext?: boolean
}

/** An item in its column; `top` is counted from where the columns begin. */
export interface Filled {
  item: number
  column: number
  top: number
  height: number
}

/** Items and the columns they are to stand in. */
export interface AskedColumns {
  items: readonly FlowItem[]
  columns: number
  head: number
  room: number
  /** Whether a next page would give no more room. */
  isFresh: boolean
}

/** Columns with what has room in them. */
export interface FilledColumns {
  placed: Filled[]
  /** The first item without room. */
  next: number
  bottom: number
  restAt?: { column: number; top: number }
}

/** Returns the columns filled one after the other; where all has room, as evenly as can be. */
export function filledColumns(asked: AskedColumns): FilledColumns {
  const full = filledTo(asked, asked.room, asked.isFresh)
  if (full.next < asked.items.length || asked.columns === 1) return full
  let [low, high] = [0, full.bottom]
  while (high - low > 1) {
    const middle = (low + high) / 2
    if (filledTo(asked, middle, false).next < asked.items.length) low = middle
    else high = middle
  }
  const even = filledTo(asked, high, false)
  return even.next < asked.items.length ? full : even
}

/** With `force`, what is higher than a column stands in one all the same. */
function filledTo({ items, columns, head }: AskedColumns, room: number, force: boolean): FilledColumns {
  const placed: Filled[] = []
  let [column, top, bottom] = [0, head, 0]
  for (const [item, { height, keepsNext }] of items.entries()) {
    const needed = height + (keepsNext ? (items[item + 1]?.height ?? 0) : 0)
    if (top + needed > room && top > head) [column, top] = [column + 1, head]
    if (column >= columns || (head + height > room && !force)) return { placed, next: item, bottom }
    placed.push({ item, column, top, height })
    top += height
    bottom = Math.max(bottom, top)
  }
  return { placed, next: items.length, bottom }
}

/** Returns columns without their last items, so that a line `rest` high has room under those before. */
export function withoutLast(filled: FilledColumns, { columns, room, head }: AskedColumns, rest: number): FilledColumns {
  const placed = [...filled.placed]
  const bottomOf = () => {
    const last = placed.at(-1)
    return last && last.column === columns - 1 ? last.top + last.height : head
  }
  while (placed.length > 0 && bottomOf() + rest > room) placed.pop()
  const next = (placed.at(-1)?.item ?? -1) + 1
  return { placed, next, bottom: filled.bottom, restAt: { column: columns - 1, top: bottomOf() } }
}
