import { type Accessor, createEffect, createMemo, createSignal, For, type JSX, Show, untrack } from 'solid-js'
import { useApp } from '../context'
import { createIncrementalList, fewRowsAtATime } from './incremental-list'

interface LongListProps<T> {
  class: string
  rows: readonly T[]
  /** Another of what the rows are about begins with the first rows again. */
  about?: unknown
  /** So many are shown until the rest is asked for. */
  most: number
  /** So many of these are drawn at once, the others as soon as there is time; all of them where nothing is said. */
  first?: number
  children: (row: T) => JSX.Element
}

/** A button for two rows more would take as much room as they. */
const spare = 2

/**
 * The first rows, and the rest at one press: a district has hundreds, which would be slow to take away again. The focus
 * goes on to the first row that came. On paper all of them.
 */
export function LongList<T>(props: LongListProps<T>) {
  const app = useApp()
  const expanded = createExpanded(() => props.about)
  const isWhole = () => app.printing() || expanded()[0]() || props.rows.length <= props.most + spare
  const wanted = () => (isWhole() ? props.rows.length : props.most)
  const first = untrack(() => props.first ?? props.most + spare)
  const limit = createIncrementalList(wanted, () => props.about, first, fewRowsAtATime)
  const drawn = createMemo(() => props.rows.slice(0, app.printing() ? undefined : Math.min(limit(), wanted())))
  let list: HTMLUListElement | undefined
  let focusAt: number | undefined
  const showAll = () => {
    focusAt = drawn().length
    expanded()[1](true)
  }
  createEffect(() => {
    const { length } = drawn()
    if (focusAt === undefined || length <= focusAt) return
    list?.children[focusAt]?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
    focusAt = undefined
  })
  return (
    <>
      <ul class={props.class} ref={list}>
        <For each={drawn()}>{(row) => props.children(row)}</For>
      </ul>
      <Show when={!isWhole()}>
        <button type="button" class="text-button" onClick={showAll}>
          {app.t('list.rest', { count: props.rows.length - props.most })}
        </button>
      </Show>
    </>
  )
}

function createExpanded(about: Accessor<unknown>) {
  return createMemo(() => {
    about()
    return createSignal(false)
  })
}
