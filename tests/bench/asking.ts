/** Questions asked of the built page: wall clock in its worker, and the longest task of its main thread meanwhile. */
import type { Analysis } from '../../src/model/view'
import { encodeAnalysis } from '../../src/state/link-analysis'
import type { Browser, Page } from '../e2e/browser'
import { MapPage } from '../e2e/map-page'

export interface AskingFigures {
  /** Milliseconds from a question's arrival in the worker to its answer, by kind. */
  workerMilliseconds: { [kind: string]: number[] }
  /** The main thread's tasks of 50 ms and more, with the question they came with. */
  longTasks: { question: string; milliseconds: number }[]
}

export async function measureAsking(browser: Browser, site: string, questions: readonly Analysis[]) {
  const map = await MapPage.open(browser, site, { before: timedWorker, sharp: true })
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
    await takeTimes(map)
    await watchTasks(map)
    for (const question of questions) {
      await ask(question)
      figures.workerMilliseconds[question.kind] ??= []
      figures.workerMilliseconds[question.kind]?.push(...(await takeTimes(map)))
      for (const milliseconds of await takeTasks(map))
        figures.longTasks.push({ question: encodeAnalysis(question), milliseconds })
    }
    return figures
  } finally {
    await map.close()
  }
}

/** What stands at the head of the worker's script: notes when a question comes and when its answer goes. */
const stopwatch = `
self.times = []
const started = new Map()
addEventListener('message', ({ data }) => data?.path?.[0] === 'ask' && started.set(data.id, performance.now()))
const post = self.postMessage.bind(self)
self.postMessage = (message, options) => {
  const start = started.get(message?.id)
  if (start !== undefined) self.times.push(performance.now() - start)
  post(message, options)
}
`

async function timedWorker(page: Page): Promise<void> {
  await page.route(/analysis\.worker[^/]*\.js/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${stopwatch}${await response.text()}` })
  })
}

function takeTimes({ page }: MapPage): Promise<number[]> {
  const worker = page.workers().find((each) => each.url().includes('analysis'))
  if (!worker) throw new Error('the page has no analysis worker')
  return worker.evaluate(() => (Reflect.get(self, 'times') as number[]).splice(0))
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
