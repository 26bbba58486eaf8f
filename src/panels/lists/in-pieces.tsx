import { type Accessor, createMemo, createSignal, For, type JSX, onCleanup } from 'solid-js'
import { useApp } from '../context'
import { createIncrementalList, fewRowsAtATime, whenIdle } from './incremental-list'

/** Like `For`, but the first rows at once and the others as soon as there is time; on paper all of them. */
export function InPieces<T>(props: {
  rows: readonly T[]
  first: number
  children: (row: T, index: Accessor<number>) => JSX.Element
}) {
  const app = useApp()
  const limit = createIncrementalList(
    () => props.rows.length,
    () => undefined,
    props.first,
    fewRowsAtATime / 2,
  )
  const drawn = createMemo(() => (app.printing() ? props.rows : props.rows.slice(0, limit())))
  return <For each={drawn()}>{(row, index) => props.children(row, index)}</For>
}

/** Returns whether what is out of sight at first may be drawn: as soon as there is time, on paper at once. */
export function createLater(): Accessor<boolean> {
  const app = useApp()
  const [hasTime, setHasTime] = createSignal(false)
  onCleanup(whenIdle(() => setHasTime(true)))
  return () => hasTime() || app.printing()
}

/** Returns whether what was put in the page with this owner has been painted; on paper at once. */
export function createPainted(): Accessor<boolean> {
  const app = useApp()
  const [isPainted, setPainted] = createSignal(false)
  const frame = requestAnimationFrame(() => setTimeout(() => setPainted(true)))
  onCleanup(() => cancelAnimationFrame(frame))
  return () => isPainted() || app.printing()
}
