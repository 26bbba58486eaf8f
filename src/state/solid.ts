/** The one bridge from the store to Solid: a signal per selector. */
import { type Accessor, createSignal, getOwner, onCleanup } from 'solid-js'
import type { State, Store } from './store'

/** A signal that follows `selector`; equal results (by `equals`, else identity) do not notify. */
export function fromStore<T>(
  store: Store,
  selector: (state: State) => T,
  equals?: (previous: T, next: T) => boolean,
): Accessor<T> {
  const [value, setValue] = createSignal(selector(store.getState()), equals ? { equals } : undefined)
  const unsubscribe = store.subscribe((state) => setValue(() => selector(state)))
  if (getOwner()) onCleanup(unsubscribe)
  return value
}
