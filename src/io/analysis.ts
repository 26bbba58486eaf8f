/** The page's end of the analysis worker. The worker is started by the first question and is sent the record once. */
import type { Remote } from 'comlink'
import { type AnalysisOutcome, worldOf } from '../model/analysis/analysis'
import type { PlanRecord } from '../model/record'
import type { Analysis } from '../model/view'
import type { AnalysisQueue } from './analysis-queue'
import { loadPart } from './load-part'

/** Answers spatial questions in a worker. */
export interface Analyst {
  /**
   * The answer, which is worked out once for a question asked again; nothing when a newer question or a cancellation came
   * first. Never throws.
   */
  ask(record: PlanRecord, question: Analysis): Promise<AnalysisOutcome | undefined>
  cancel(): void
  /** Starts the worker, for a page whose network may go before the first question. */
  prepare(): void
}

/** A worker that has been started. */
interface Opened {
  queue: Remote<AnalysisQueue>
  /** Settles only when the worker fails. */
  failed: Promise<AnalysisOutcome>
}

/** Returns an analyst. Its worker starts with the first question, and again after a failure. */
export function createAnalyst(): Analyst {
  let opened: Promise<Opened> | undefined
  let known: PlanRecord['features'] | undefined
  let asked: { record: PlanRecord; question: Analysis; outcome: Promise<AnalysisOutcome | undefined> } | undefined
  const forget = () => {
    opened = undefined
    known = undefined
    asked = undefined
  }
  const open = async (): Promise<Opened> => {
    const { wrap } = await loadPart(() => import('comlink'))
    const worker = new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' })
    const failed = new Promise<AnalysisOutcome>((resolve) => {
      worker.addEventListener('error', () => {
        worker.terminate()
        forget()
        resolve({ ok: false, reason: 'worker-failed' })
      })
    })
    return { queue: wrap<AnalysisQueue>(worker), failed }
  }
  const openOnce = () => {
    opened ??= open().catch((error) => {
      forget()
      throw error
    })
    return opened
  }
  const outcomeOf = async (record: PlanRecord, question: Analysis): Promise<AnalysisOutcome | undefined> => {
    try {
      const { queue, failed } = await openOnce()
      if (known !== record.features) {
        known = record.features
        queue.setWorld(worldOf(record))
      }
      return await Promise.race([queue.ask(question), failed])
    } catch (error) {
      console.error(error)
      return { ok: false, reason: 'worker-failed' }
    }
  }
  return {
    prepare: () => void openOnce().catch(() => undefined),
    async ask(record, question) {
      if (asked?.record !== record || asked.question !== question)
        asked = { record, question, outcome: outcomeOf(record, question) }
      const mine = asked
      const outcome = await mine.outcome
      // What failed or was overtaken is asked anew.
      if (!outcome?.ok && asked === mine) asked = undefined
      return outcome
    },
    cancel() {
      asked = undefined
      // One that could not be opened has nothing to cancel.
      opened?.then(
        ({ queue }) => queue.cancel(),
        () => {},
      )
    },
  }
}
