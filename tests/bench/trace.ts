/**
 * The main thread's tasks in a trace. By the clock a task also lasts while other threads have the processor, which here
 * draw the map; its own time is what the page's code took.
 */
import type { Browser, Page } from '../e2e/browser'

/** Starts the trace that `mainThread` reads. */
export const startTrace = (browser: Browser, page: Page) =>
  browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] })

/** A task in milliseconds: when it began, how long it lasted by the clock, and how much of that it ran. */
export interface MainTask {
  start: number
  clock: number
  own: number
}

/** The main thread's tasks, and the page's own marks by name with their times. */
export interface MainThread {
  tasks: MainTask[]
  marks: Map<string, number[]>
}

interface TraceEvent {
  name: string
  cat: string
  ph: string
  pid: number
  tid: number
  /** Microseconds, as `dur`; `tdur` is the thread's own. */
  ts: number
  dur?: number
  tdur?: number
  args: { name?: string }
}

/** Stops the trace and returns what the main thread did. */
export async function stopTrace(browser: Browser): Promise<MainThread> {
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`
  const named = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
  const mainThreads = new Set(named.map(threadOf))
  const ofPage = traceEvents.filter((event) => mainThreads.has(threadOf(event)))
  const marks = new Map<string, number[]>()
  for (const { cat, name, ts } of ofPage)
    if (cat.includes('user_timing')) marks.set(name, [...(marks.get(name) ?? []), ts / 1000])
  const tasks = ofPage
    .filter(({ ph, name }) => ph === 'X' && name.endsWith('RunTask'))
    .map(({ ts, dur = 0, tdur = 0 }) => ({ start: ts / 1000, clock: dur / 1000, own: tdur / 1000 }))
  return { tasks, marks }
}

/** Returns the tasks that stand between two times at least in part. */
export const tasksBetween = (tasks: readonly MainTask[], from: number, to: number): MainTask[] =>
  tasks.filter(({ start, clock }) => start < to && start + clock > from)

/** Returns how long the tasks ran that stand between two times at least in part. */
export const ownTimeBetween = (tasks: readonly MainTask[], from: number, to: number): number =>
  tasksBetween(tasks, from, to).reduce((total, { own }) => total + own, 0)
