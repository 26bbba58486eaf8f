import { createEffect, createMemo, createSignal, For, type JSX, on, onCleanup, onMount } from 'solid-js'
import { useApp } from '../context'
import { rowOffsets, visibleRows } from './window'

const extraPixels = 400

interface VirtualListProps<T> {
  label: string
  rows: readonly T[]
  /** CSS pixels, by row. */
  heightOf: (row: T) => number
  /** Rows that are the same keep their elements, and the focus in them, when the list changes. */
  isSame: (row: T, other: T) => boolean
  /** Headings are not counted as items of the list. */
  isItem: (row: T) => boolean
  children: (row: T) => JSX.Element
}

/**
 * A list of which only the rows near the window exist. The row that holds the focus stays, wherever the list is
 * scrolled to; arrow keys, Home and End move the focus from item to item. On paper all rows exist, one after the other.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const app = useApp()
  let scroller: HTMLDivElement | undefined
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(600)
  const [focused, setFocused] = createSignal<number>()
  const offsets = createMemo(() => rowOffsets(props.rows.map(props.heightOf)))
  const positions = createMemo(() => itemPositions(props.rows, props.isItem))
  const drawn = createMemo(() => {
    if (app.printing()) return props.rows.map((_, index) => index)
    const { first, end } = visibleRows(offsets(), top(), height(), extraPixels)
    const rows = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index)
    const kept = focused()
    return kept === undefined || kept >= props.rows.length || (kept >= first && kept < end) ? rows : [...rows, kept]
  })
  createEffect(
    on(
      () => props.rows,
      () => scroller?.scrollTo({ top: 0 }),
      { defer: true },
    ),
  )
  const moveTo = (row: number) => {
    const [from, to] = [offsets()[row] ?? 0, offsets()[row + 1] ?? 0]
    if (!scroller) return
    if (from < scroller.scrollTop) scroller.scrollTop = from - 40
    else if (to > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = to - scroller.clientHeight
    setFocused(row)
    queueMicrotask(() =>
      scroller?.querySelector<HTMLElement>(`[data-row="${row}"] a, [data-row="${row}"] button`)?.focus(),
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = focused()
    const items = positions().items
    const place = at === undefined ? -1 : (positions().placeOf.get(at) ?? 0) - 1
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: items.length - 1 }[event.key]
    const row = to === undefined || at === undefined ? undefined : items[to]
    if (row === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    moveTo(row)
  }
  onMount(() => {
    if (!scroller) throw new Error('the list was mounted without its scroller')
    onCleanup(watchScroller(scroller, { setTop, setHeight, setFocused }))
    scroller.addEventListener('keydown', onKeyDown)
  })
  return (
    <div class="virtual" ref={scroller}>
      <ul aria-label={props.label} style={{ height: `${offsets()[props.rows.length] ?? 0}px` }}>
        <For each={drawn()}>
          {(index) => (
            <li
              class="virtual-row"
              data-row={index}
              aria-setsize={positions().items.length}
              aria-posinset={positions().placeOf.get(index)}
              style={{
                transform: `translateY(${offsets()[index] ?? 0}px)`,
                height: `${rowHeight(offsets(), index)}px`,
              }}
            >
              <Row row={props.rows[index]} draw={props.children} isSame={props.isSame} />
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}

/** Tells how far a list is scrolled, how high it is, and which row holds the focus. Returns a function that stops measuring. */
function watchScroller(
  element: HTMLElement,
  told: {
    setTop: (pixels: number) => void
    setHeight: (pixels: number) => void
    setFocused: (row: number | undefined) => void
  },
): () => void {
  const observer = new ResizeObserver(() => told.setHeight(element.clientHeight || 600))
  observer.observe(element)
  element.addEventListener('scroll', () => told.setTop(element.scrollTop), { passive: true })
  element.addEventListener('focusin', ({ target }) => {
    const row = target instanceof Element ? target.closest('[data-row]')?.getAttribute('data-row') : undefined
    told.setFocused(row ? Number(row) : undefined)
  })
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) told.setFocused(undefined)
  })
  return () => observer.disconnect()
}

/** One row; it is rendered again when another row takes its place. */
function Row<T>(props: { row: T | undefined; draw: (row: T) => JSX.Element; isSame: (row: T, other: T) => boolean }) {
  const row = createMemo(() => props.row, undefined, {
    equals: (one, other) => one === other || (one !== undefined && other !== undefined && props.isSame(one, other)),
  })
  const content = createMemo(() => {
    const current = row()
    return current === undefined ? undefined : props.draw(current)
  })
  return <>{content()}</>
}

const rowHeight = (offsets: Float64Array, index: number) => (offsets[index + 1] ?? 0) - (offsets[index] ?? 0)

function itemPositions<T>(rows: readonly T[], isItem: (row: T) => boolean) {
  const items: number[] = []
  const placeOf = new Map<number, number>()
  for (const [index, row] of rows.entries()) {
    if (!isItem(row)) continue
    items.push(index)
    placeOf.set(index, items.length)
  }
  return { items, placeOf }
}
