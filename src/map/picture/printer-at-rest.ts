import { loadPart } from '../../io/load-part'
import type { Store } from '../../state/store'
import type { EngineMap } from '../engine'

const afterRestMilliseconds = 1500

/**
 * Starts the printer once the page has nothing better to do: the browser's own print waits for nothing. Returns what ends it.
 */
export function startPrinterAtRest(map: EngineMap, store: Store): () => void {
  let end: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const onRest = () => {
    timer = setTimeout(async () => {
      const part = await loadPart(() => import('./printer')).catch(() => undefined)
      if (timer) end = part?.startPrinter(map, store)
    }, afterRestMilliseconds)
  }
  map.once('idle', onRest)
  return () => {
    map.off('idle', onRest)
    clearTimeout(timer)
    timer = undefined
    end?.()
  }
}
