/**
 * `npx tsx tests/bench/analysis.ts`: every question that can be asked of the real record, worked out as the worker does;
 * p50 and p95 in milliseconds of processor time by kind, so that other work on the machine does not count. Then the same
 * buffers with a hundred times the features, all over Chongqing. Then some of each kind asked of the built page: wall
 * clock in its worker and the longest task of its main thread. Exits with 1 when a limit is missed: 100 ms p95, three times
 * the time, no task over 50 ms.
 */
import { buildRecord } from '../../data/build'
import { pageRegion } from '../../data/schema-region'
import { type AskedWorld, worldOf } from '../../src/model/analysis/analysis'
import { answerAtOnce } from '../../src/model/analysis/answer'
import { type PreparedWorld, prepareWorld } from '../../src/model/analysis/world'
import { indexRecord, type RecordFeature } from '../../src/model/record'
import type { Analysis } from '../../src/model/view'
import { launchBrowser } from '../e2e/browser'
import { buildSite, serveSite } from '../setup/site'
import { measureAsking } from './asking'
import { percentile } from './statistics'
import { syntheticFeatures } from './synthetic'

const limitMilliseconds = 100
const limitTaskMilliseconds = 50
const limitGrowth = 3
/** Of each kind, asked of the page. */
const askedOfThePage = 40
const radii = [500, 1000, 2000, 5000, 10_000, 20_000]

async function main() {
  const asked = await readWorld()
  const world = prepareWorld(asked)
  const questions = questionsAbout(asked)
  run(world, questions.buffer.slice(0, 50))
  let missed = false
  for (const [kind, list] of Object.entries(questions)) {
    const times = run(world, list)
    const p95 = percentile(times, 0.95)
    missed ||= p95 > limitMilliseconds
    report(kind, times)
  }
  const many = prepareWorld({
    ...asked,
    features: [...asked.features, ...syntheticFeatures(asked.features.length * 99, 20)],
  })
  const sample = questions.buffer.filter((_, index) => index % 7 === 0)
  run(many, sample.slice(0, 20))
  const [once, hundredfold] = [run(world, sample), run(many, sample)]
  report('buffers again', once)
  report('with 100 × the features', hundredfold)
  const growth = sum(hundredfold) / sum(once)
  console.log(`total ${growth.toFixed(2)} × the time (limit ${limitGrowth})`)
  if (missed || growth > limitGrowth) process.exitCode = 1
  const spread = Object.values(questions).flatMap((list) =>
    list.filter((_, index) => index % Math.ceil(list.length / askedOfThePage) === 0),
  )
  await inThePage(spread)
}

async function inThePage(questions: readonly Analysis[]) {
  const site = await buildSite()
  const [server, browser] = [await serveSite(site.folder), await launchBrowser('measured')]
  try {
    const { workerMilliseconds, longTasks } = await measureAsking(browser, server.address, questions)
    for (const [kind, times] of Object.entries(workerMilliseconds)) {
      report(`${kind} in the page’s worker`, times)
      if (percentile(times, 0.95) > limitMilliseconds) process.exitCode = 1
    }
    const longest = [...longTasks].sort((a, b) => b.milliseconds - a.milliseconds)
    console.log(`main thread: ${longTasks.length} tasks of 50 ms or more in ${questions.length} questions`)
    for (const { question, milliseconds } of longest.slice(0, 5))
      console.log(`  ${milliseconds.toFixed(0)} ms  ${question}`)
    if ((longest[0]?.milliseconds ?? 0) > limitTaskMilliseconds) process.exitCode = 1
  } finally {
    await browser.close()
    await server.close()
    site.remove()
  }
}

async function readWorld(): Promise<AskedWorld> {
  const { region, shipped } = await buildRecord(process.cwd())
  const { features } = JSON.parse(shipped.files.get('features.geojson') ?? '') as { features: RecordFeature[] }
  return worldOf(indexRecord({ ...JSON.parse(shipped.core), features }, pageRegion(region)))
}

function questionsAbout({ features }: AskedWorld): { [kind: string]: Analysis[] } & { buffer: Analysis[] } {
  const placed = features.filter(({ geometry }) => geometry !== null)
  const lines = placed.filter(({ kind, geometry }) => kind === 'district' || geometry?.type.endsWith('LineString'))
  return {
    buffer: placed.flatMap(({ id }) =>
      radii.map((radiusMeters): Analysis => ({ kind: 'buffer', radiusMeters, subject: { feature: id } })),
    ),
    crossing: lines.map(({ id }) => ({ kind: 'crossing', feature: id, radiusMeters: 1000 })),
    between: placed.map(({ id }, index) => ({
      kind: 'between',
      from: id,
      to: placed[(index * 101 + 7) % placed.length]?.id ?? id,
    })),
    adjacency: features
      .filter(({ kind }) => kind === 'district')
      .map(({ id }) => ({ kind: 'adjacency', feature: id, order: 2 })),
  }
}

function run(world: PreparedWorld, questions: readonly Analysis[]): number[] {
  return questions.map((question) => {
    const start = process.cpuUsage()
    answerAtOnce(world, question)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
}

function report(name: string, times: readonly number[]) {
  const [p50, p95, most] = [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1))
  console.log(
    `${name.padEnd(26)} ${String(times.length).padStart(5)} questions   p50 ${p50}   p95 ${p95}   most ${most} ms`,
  )
}

const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0)

main()
