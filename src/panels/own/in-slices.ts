/** Work on many rows, a few milliseconds at a time, so that keys, pointer and map have their turn between. */

const sliceMilliseconds = 8

/** Calls `each` for 0 … count − 1. Rejects with the signal's reason when it is aborted. */
export async function inSlices(count: number, each: (index: number) => void, signal: AbortSignal): Promise<void> {
  let until = performance.now() + sliceMilliseconds
  for (let index = 0; index < count; index++) {
    if (performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve))
      signal.throwIfAborted()
      until = performance.now() + sliceMilliseconds
    }
    each(index)
  }
}
