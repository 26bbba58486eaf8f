/** The page's end of the analysis worker. The worker is started by the first question and is sent the record once. */
import { type Remote, wrap } from 'comlink'
import { type AnalysisOutcome, worldOf } from '../model/analysis/analysis'
import type { PlanRecord } from '../model/record'
import type { Analysis } from '../model/view'
import type { AnalysisQueue } from './analysis-queue'

/** Answers spatial questions in a worker. */
export interface Analyst {
  /** The answer; nothing when a newer question or a cancellation came first. Never throws. */
  ask(record: PlanRecord, question: Analysis): Promise<AnalysisOutcome | undefined>
  cancel(): void
}

/** Returns an analyst. Its worker starts with the first question, and again after a failure. */
export function createAnalyst(): Analyst {
  let queue: Remote<AnalysisQueue> | undefined
  let failed: Promise<AnalysisOutcome> | undefined
  let known: PlanRecord['features'] | undefined
  const open = (): Remote<AnalysisQueue> => {
    const worker = new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' })
    failed = new Promise((resolve) => {
      worker.addEventListener('error', () => {
        worker.terminate()
        queue = undefined
        known = undefined
        resolve({ ok: false, reason: 'worker-failed' })
      })
    })
    return wrap<AnalysisQueue>(worker)
  }
  return {
    async ask(record, question) {
      try {
        queue ??= open()
        if (known !== record.features) {
          known = record.features
          queue.setWorld(worldOf(record))
        }
        return await Promise.race([queue.ask(question), failed as Promise<AnalysisOutcome>])
      } catch (error) {
        console.error(error)
        return { ok: false, reason: 'worker-failed' }
      }
    },
    cancel() {
      queue?.cancel()
    },
  }
}
