/**
 * Keeps `session.analysis` in step with `view.analysis`: asks when the question or the record changes; the newest
 * question wins.
 */
import { type AnalysisOutcome, type AnalysisState, slowMilliseconds } from '../model/analysis/analysis'
import type { PlanRecord } from '../model/record'
import type { Analysis } from '../model/view'
import type { Actions } from './actions'
import type { Store } from './store'

/** The service that answers spatial questions; the composition root provides it. */
export interface AnalystPort {
  ask(record: PlanRecord, question: Analysis): Promise<AnalysisOutcome | undefined>
  cancel(): void
  prepare(): void
}

/** A speaker stays on a scene for longer; what it shows comes first. */
const restMilliseconds = 700

/** Starts to answer the question of the view. Returns a function that stops it. */
export function followAnalysis(store: Store, actions: Actions, analyst: AnalystPort): () => void {
  let asked: Analysis | undefined
  let turn = 0
  let prepared = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let aheadTimer: typeof timer
  let ahead: { question: Analysis; record: PlanRecord; outcome?: AnalysisOutcome } | undefined
  const say = (analysis: AnalysisState) => actions.setAnalysisState(analysis)
  const giveUp = () => {
    turn++
    clearTimeout(timer)
    analyst.cancel()
  }
  const answer = async (question: Analysis, record: PlanRecord) => {
    const mine = ++turn
    clearTimeout(timer)
    const known = ahead?.record === record && sameQuestion(ahead.question, question) ? ahead.outcome : undefined
    if (known?.ok) return say({ status: 'ready', question, answer: known.value })
    say({ status: 'working', question, slow: false })
    timer = setTimeout(() => say({ status: 'working', question, slow: true }), slowMilliseconds)
    const outcome = await analyst.ask(record, question)
    if (mine !== turn || !outcome) return
    clearTimeout(timer)
    if (outcome.ok) say({ status: 'ready', question, answer: outcome.value })
    else say({ status: 'failed', question, reason: outcome.reason })
  }
  /** The question of the scene that is shown next, unless one is being answered. */
  const askAhead = async () => {
    const { session } = store.getState()
    const question = session.nextView?.analysis
    if (!question || session.analysis.status === 'working' || session.record.status !== 'ready') return
    const mine: typeof ahead = { question, record: session.record.value }
    ahead = mine
    mine.outcome = await analyst.ask(mine.record, question)
  }
  let nextAsked: Analysis | undefined
  const follow = () => {
    const { view, session } = store.getState()
    if (session.nextView?.analysis !== nextAsked) {
      nextAsked = session.nextView?.analysis
      clearTimeout(aheadTimer)
      if (nextAsked) aheadTimer = setTimeout(askAhead, restMilliseconds)
    }
    if (session.transition && !prepared && !session.mapBusy) {
      prepared = true
      analyst.prepare()
    }
    if (session.analysis.status === 'cancelled') {
      if (asked === view.analysis && timer !== undefined) giveUp()
      if (asked === view.analysis) return
    }
    if (view.analysis === asked || session.record.status !== 'ready') return
    asked = view.analysis
    if (asked) return void answer(asked, session.record.value)
    giveUp()
    say({ status: 'none' })
  }
  follow()
  const unsubscribe = store.subscribe(follow)
  return () => {
    unsubscribe()
    clearTimeout(aheadTimer)
    giveUp()
  }
}

const sameQuestion = (one: Analysis, other: Analysis) => JSON.stringify(one) === JSON.stringify(other)
