/** Answers questions one at a time, the newest first; an older one is given up at its next step. Runs in the worker. */
import type { AnalysisOutcome, AskedWorld } from '../model/analysis/analysis'
import { answerSteps } from '../model/analysis/answer'
import { type PreparedWorld, prepareWorld } from '../model/analysis/world'
import type { Analysis } from '../model/view'

/** How long steps may follow each other before it is looked whether a newer question came. */
const sliceMilliseconds = 16

/** The worker's queue of questions about one record. */
export class AnalysisQueue {
  private world: PreparedWorld | undefined
  private latest = 0

  /** `pause` lets waiting messages in. */
  constructor(private readonly pause: () => Promise<void>) {}

  setWorld(world: AskedWorld): void {
    this.world = prepareWorld(world)
  }

  /** The answer; nothing when a newer question or a cancellation came first. Never throws. */
  async ask(question: Analysis): Promise<AnalysisOutcome | undefined> {
    const turn = ++this.latest
    if (!this.world) return { ok: false, reason: 'worker-failed' }
    try {
      const steps = answerSteps(this.world, question)
      let sliceEnd = performance.now() + sliceMilliseconds
      for (;;) {
        const { done, value } = steps.next()
        if (done) return value
        if (performance.now() < sliceEnd) continue
        await this.pause()
        if (turn !== this.latest) return undefined
        sliceEnd = performance.now() + sliceMilliseconds
      }
    } catch (error) {
      console.error(error)
      return { ok: false, reason: 'worker-failed' }
    }
  }

  cancel(): void {
    this.latest++
  }
}
