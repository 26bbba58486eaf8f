/** The engine's worker, started while the engine's code is still on its way: it is a fifth of what the first view loads. */
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

export { workerUrl }

let early: Worker | undefined

/** Starts it. No-op where a page has no origin, and in the single file, which has the worker at hand. */
export function startWorkerEarly(): void {
  if (!/^https?:/.test(workerUrl) || globalThis.origin === 'null') return
  early = new Worker(workerUrl, { type: 'module' })
}

/** Runs `start`, in which the engine makes its workers: the first of them is the one that was started, if there is one. */
export function withEarlyWorker(start: () => void): void {
  const { Worker } = globalThis
  const given = (...asked: ConstructorParameters<typeof Worker>) => {
    const worker = early ?? new Worker(...asked)
    early = undefined
    return worker
  }
  globalThis.Worker = new Proxy(Worker, { construct: (_, asked) => given(...(asked as [string])) })
  try {
    start()
  } finally {
    globalThis.Worker = Worker
  }
}
