import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Returns the time in milliseconds, told every second. Must be called in an owner. */
export function createClock(): Accessor<number> {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), 1000)
  onCleanup(() => clearInterval(timer))
  return now
}
