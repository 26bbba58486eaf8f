/** The bridge from the store to Solid: one signal for each selector. */
import { type Accessor, createSignal, getOwner, onCleanup } from 'solid-js'
import type { State, Store } from './store'

/**
 * Returns a signal that follows `selector`; results that are equal (by `equals`, else by identity) do not notify. It
 * stops with its owner.
 */
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
