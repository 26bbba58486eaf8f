import { expose } from 'comlink'
import { describe, expect, test, vi } from 'vitest'
import { createAnalyst } from '../../../src/io/analysis'
import { AnalysisQueue } from '../../../src/io/analysis-queue'
import type { AnalysisOutcome } from '../../../src/model/analysis/analysis'
import type { PlanRecord } from '../../../src/model/record'
import type { Analysis } from '../../../src/model/view'
import { createActions } from '../../../src/state/actions'
import { type AnalystPort, followAnalysis } from '../../../src/state/analysis'
import { createAppStore } from '../../../src/state/store'
import { syntheticFeatures } from '../../bench/synthetic'
import { smallRecord } from '../../fixtures/small-record'

const question = (radiusMeters: number): Analysis => ({
  kind: 'buffer',
  radiusMeters,
  subject: { drawn: 'point', positions: [[106.55, 29.56]] },
})

describe('the queue', () => {
  /** Pauses wait until the test lets them go on, so that questions can overtake each other. */
  const slowQueue = () => {
    const waiting: (() => void)[] = []
    const queue = new AnalysisQueue(() => new Promise((resolve) => waiting.push(resolve)))
    queue.setWorld({ region: [105, 28, 111, 33], features: syntheticFeatures(20_000, 5), adjacency: [] })
    // Every step takes longer than a slice.
    let clock = 0
    vi.spyOn(performance, 'now').mockImplementation(() => {
      clock += 100
      return clock
    })
    const goOn = () => {
      for (const resolve of waiting.splice(0)) resolve()
    }
    return { queue, goOn }
  }
  const finish = async <T>(promise: Promise<T>, goOn: () => void): Promise<T> => {
    let done = false
    promise.then(() => {
      done = true
    })
    while (!done) {
      goOn()
      await Promise.resolve()
    }
    return promise
  }

  test('the newest question wins, the older has no answer', async () => {
    const { queue, goOn } = slowQueue()
    const [older, newer] = [queue.ask(question(5000)), queue.ask(question(1000))]
    expect(await finish(older, goOn)).toBeUndefined()
    const outcome = await finish(newer, goOn)
    expect(outcome?.ok && outcome.value.kind === 'buffer' && outcome.value.areaKm2).toBeCloseTo(3.14, 1)
    vi.restoreAllMocks()
  })

  test('a cancelled question has no answer, the next one has', async () => {
    const { queue, goOn } = slowQueue()
    const first = queue.ask(question(5000))
    queue.cancel()
    expect(await finish(first, goOn)).toBeUndefined()
    expect((await finish(queue.ask(question(5000)), goOn))?.ok).toBe(true)
    vi.restoreAllMocks()
  })

  test('without a record it says so and does not throw', async () => {
    const queue = new AnalysisQueue(() => Promise.resolve())
    expect(await queue.ask(question(1000))).toEqual({ ok: false, reason: 'worker-failed' })
  })
})

test('a question asked again of the same record is worked out once, one that was given up anew', async () => {
  const queue = { setWorld: vi.fn(), ask: vi.fn(async () => ({ ok: false, reason: 'no-record' })), cancel: vi.fn() }
  const ports: MessagePort[] = []
  const newWorker = () => {
    const { port1, port2 } = new MessageChannel()
    expose(queue, port2)
    ports.push(port1, port2)
    return port1
  }
  vi.stubGlobal('Worker', new Proxy(class {}, { construct: newWorker }))
  try {
    const analyst = createAnalyst()
    const record = smallRecord()
    const asked = question(1000)
    queue.ask.mockResolvedValue({ ok: true, value: 'answer' } as never)
    const first = analyst.ask(record, asked)
    expect(await analyst.ask(record, asked)).toEqual({ ok: true, value: 'answer' })
    expect(await first).toEqual({ ok: true, value: 'answer' })
    await analyst.ask(record, asked)
    expect(queue.ask).toHaveBeenCalledTimes(1)
    expect(queue.setWorld).toHaveBeenCalledTimes(1)
    await analyst.ask(record, question(1000))
    expect(queue.ask).toHaveBeenCalledTimes(2)
    analyst.cancel()
    queue.ask.mockResolvedValue(undefined as never)
    const again = question(2000)
    expect(await analyst.ask(record, again)).toBeUndefined()
    await analyst.ask(record, again)
    expect(queue.ask).toHaveBeenCalledTimes(4)
    expect(queue.setWorld).toHaveBeenCalledTimes(1)
  } finally {
    for (const port of ports) port.close()
    vi.unstubAllGlobals()
  }
})

describe('the state follows the question', () => {
  const answerOf = (areaKm2: number): AnalysisOutcome => ({
    ok: true,
    value: {
      kind: 'buffer',
      shape: { type: 'Polygon', coordinates: [] },
      areaKm2,
      errorMeters: 0,
      found: [],
      covered: [],
      coveredExtents: [],
      nearest: [],
    },
  })
  const start = () => {
    const asked: { question: Analysis; answer: (outcome: AnalysisOutcome | undefined) => void }[] = []
    const cancel = vi.fn()
    const analyst: AnalystPort = {
      ask: (_: PlanRecord, each) => new Promise((resolve) => asked.push({ question: each, answer: resolve })),
      cancel,
      prepare: () => {},
    }
    const store = createAppStore({ today: '2026-11-30', record: { status: 'ready', value: smallRecord() } })
    const actions = createActions(store)
    const end = followAnalysis(store, actions, analyst)
    return { asked, cancel, store, actions, end, state: () => store.getState().session.analysis }
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve))

  test('an older answer that comes late is not shown', async () => {
    const { asked, actions, state } = start()
    actions.ask(question(5000))
    actions.ask(question(1000))
    asked[1]?.answer(answerOf(1))
    await settled()
    asked[0]?.answer(answerOf(5))
    await settled()
    const now = state()
    expect(now.status === 'ready' && now.answer.kind === 'buffer' && now.answer.areaKm2).toBe(1)
  })

  test('progress is said after 300 ms and not before', async () => {
    vi.useFakeTimers()
    const { actions, state } = start()
    actions.ask(question(5000))
    vi.advanceTimersByTime(299)
    expect(state()).toMatchObject({ status: 'working', slow: false })
    vi.advanceTimersByTime(2)
    expect(state()).toMatchObject({ status: 'working', slow: true })
    vi.useRealTimers()
  })

  test('a question stopped keeps the question and can be asked again', async () => {
    const { asked, cancel, store, actions, state } = start()
    actions.ask(question(5000))
    actions.cancelAnalysis()
    expect(state()).toMatchObject({ status: 'cancelled' })
    expect(cancel).toHaveBeenCalled()
    asked[0]?.answer(answerOf(5))
    await settled()
    expect(state()).toMatchObject({ status: 'cancelled' })
    expect(store.getState().view.analysis).toMatchObject({ kind: 'buffer' })
    actions.ask(store.getState().view.analysis)
    asked[1]?.answer(answerOf(5))
    await settled()
    expect(state()).toMatchObject({ status: 'ready' })
  })

  test('ending the analysis clears the answer', async () => {
    const { asked, actions, state } = start()
    actions.ask(question(5000))
    asked[0]?.answer(answerOf(5))
    await settled()
    actions.ask(undefined)
    expect(state()).toEqual({ status: 'none' })
  })

  test('the question of the next scene is answered while this one is shown, once', async () => {
    vi.useFakeTimers()
    const { asked, actions, state, store } = start()
    actions.setNextView({ ...store.getState().view, analysis: question(5000) })
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked).toHaveLength(1)
    expect(state()).toEqual({ status: 'none' })
    asked[0]?.answer(answerOf(5))
    await vi.advanceTimersByTimeAsync(0)
    // The same question from the scene itself, as another object.
    actions.ask(question(5000))
    expect(state()).toMatchObject({ status: 'ready', answer: { areaKm2: 5 } })
    expect(asked).toHaveLength(1)
    actions.ask(question(3000))
    expect(state()).toMatchObject({ status: 'working' })
    expect(asked).toHaveLength(2)
    vi.useRealTimers()
  })

  test('a reason is passed on', async () => {
    const { asked, actions, state } = start()
    actions.ask(question(5000))
    asked[0]?.answer({ ok: false, reason: 'self-crossing' })
    await settled()
    expect(state()).toMatchObject({ status: 'failed', reason: 'self-crossing' })
  })
})
