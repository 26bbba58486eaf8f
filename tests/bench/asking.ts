/** Questions asked of the built page: wall clock in its worker, and the longest task of its main thread meanwhile. */
import type { Analysis } from '../../src/model/view'
import { encodeAnalysis } from '../../src/state/link-analysis'
import type { Browser } from '../e2e/browser'
import { MapPage } from '../e2e/map-page'

export interface AskingFigures {
  /** Milliseconds from a question's arrival in the worker to its answer, by kind. */
  workerMilliseconds: { [kind: string]: number[] }
  /** The main thread's tasks of 50 ms and more, with the question they came with. */
  longTasks: { question: string; milliseconds: number }[]
}

export async function measureAsking(browser: Browser, site: string, questions: readonly Analysis[]) {
  const map = await MapPage.open(browser, site)
  const figures: AskingFigures = { workerMilliseconds: {}, longTasks: [] }
  try {
    await map.page.evaluate('globalThis.__name ??= (inner) => inner')
    const ask = async (question: Analysis) => {
      // The camera stays, so that the map's own work is that of the answer's shape.
      await map.show(`a${encodeAnalysis(question)}~z9.6~y29.6~x106.6`)
      await map.page
        .locator('.analysis[aria-busy=false] .analysis-sentence, .analysis[aria-busy=false] .note')
        .waitFor()
      await map.settled()
    }
    for (const first of questions.slice(0, 2)) await ask(first)
    const takeTimes = await timeWorker(map)
    await watchTasks(map)
    for (const question of questions) {
      await ask(question)
      figures.workerMilliseconds[question.kind] ??= []
      figures.workerMilliseconds[question.kind]?.push(...(await takeTimes()))
      for (const milliseconds of await takeTasks(map))
        figures.longTasks.push({ question: encodeAnalysis(question), milliseconds })
    }
    return figures
  } finally {
    await map.close()
  }
}

/** Notes in the analysis worker itself when a question comes and when its answer goes. */
async function timeWorker({ page }: MapPage): Promise<() => Promise<number[]>> {
  const worker = page.workers().find((each) => each.url().includes('analysis'))
  if (!worker) throw new Error('the page has no analysis worker')
  await worker.evaluate(() => {
    const times: number[] = []
    const started = new Map<unknown, number>()
    Reflect.set(self, 'times', times)
    addEventListener('message', ({ data }) => data?.path?.[0] === 'ask' && started.set(data.id, performance.now()), {
      capture: true,
    })
    const post = self.postMessage.bind(self) as (message: unknown, options?: StructuredSerializeOptions) => void
    Reflect.set(self, 'postMessage', (message: { id?: unknown }, options?: StructuredSerializeOptions) => {
      const start = started.get(message?.id)
      if (start !== undefined) times.push(performance.now() - start)
      post(message, options)
    })
  })
  return () => worker.evaluate(() => (Reflect.get(self, 'times') as number[]).splice(0))
}

const watchTasks = ({ page }: MapPage) =>
  page.evaluate(() => {
    const tasks: number[] = []
    Reflect.set(window, 'tasks', tasks)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask' })
  })

const takeTasks = ({ page }: MapPage) => page.evaluate(() => (Reflect.get(window, 'tasks') as number[]).splice(0))
