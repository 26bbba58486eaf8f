/** Waits until an engine has all that its picture shows. */
import type { EngineMap } from '../engine'
import { nextTask } from '../next-task'

/** A host that does not answer keeps a map from ever resting; while data come, it is waited for. */
const patienceMilliseconds = 20_000

/**
 * Returns when the engine is at rest, or when nothing has come for 20 s. Call it before the change whose end is waited
 * for. Rejects with the signal's reason, or when the graphics context is lost.
 */
export async function atRest(map: EngineMap, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    if ((await nextIdle(map, signal)) === 'silent') return
    // What has come may itself have set data, such as the ends of links.
    await nextTask()
    if (map.loaded()) return
  }
}

function nextIdle(map: EngineMap, signal: AbortSignal | undefined): Promise<'idle' | 'silent'> {
  signal?.throwIfAborted()
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>
    const settle = (run: () => void) => () => {
      clearTimeout(timer)
      map.off('idle', onIdle)
      map.off('data', wait)
      map.off('webglcontextlost', onLost)
      signal?.removeEventListener('abort', onAbort)
      run()
    }
    const onIdle = settle(() => resolve('idle'))
    const onLost = settle(() => reject(new Error('the graphics context of the pictures was lost')))
    const onAbort = settle(() => reject(signal?.reason))
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(
        settle(() => resolve('silent')),
        patienceMilliseconds,
      )
    }
    wait()
    map.on('idle', onIdle)
    map.on('data', wait)
    map.on('webglcontextlost', onLost)
    signal?.addEventListener('abort', onAbort)
  })
}
