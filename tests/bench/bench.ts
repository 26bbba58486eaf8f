/**
 * `npm run bench -- [--before <built folder>] [--line 10] [--slower 4] [--times 1,10,50,100] [--builds 50] [--rounds 12] [--tours 3] [--interactions 6] [--shows 1]
 * [--exports 5] [--files a4,a3,a1,deck,atlas]`: this application, a bare MapLibre page and a plain
 * Leaflet page with the same district borders, loaded cold by turns in one run. Ratios are medians of the ratios within a
 * round; a difference under 7 % is no finding. Sizes are exact. Then the same tour of drags and turns of the wheel over
 * this application and the bare page, and interactions with this application. 0 leaves a part out. Exits with 1 when the
 * tour's longest task takes more than 50 ms of the processor and than the bare page's, or an interaction or a change of
 * scene longer than its limit, the median of a file over its own, or when the heap grows while briefings are shown.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { type Browser, launchBrowser } from '../e2e/browser'
import { buildSite } from '../setup/site'
import { heapLimit, measureShow, type ShowFigures, sceneLimitMilliseconds } from './briefing'
import { codeAtStart } from './code-size'
import { exportsNamed, measureExports, printExports } from './exports'
import { type InteractionFigures, interactionLimits, measureInteractions } from './interactions'
import { largeHead, measureLarge, rowOf } from './large'
import { contenders, type LoadFigures, measureLoad, measures } from './load'
import { measureBuild } from './multiplied-folder'
import { type StaticServer, serveFolders } from './server'
import { bootstrap, median, percentile } from './statistics'
import { measureTour } from './tour'

const given = (name: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const option = (name: string, fallback: number) => Number(given(name) ?? fallback)
const listed = (name: string) => (given(name) ?? '').split(',').filter(Boolean).map(Number)
const before = given('before')
/** Mbit/s; 0 is a line without a limit. */
const line = option('line', 0)
const slower = option('slower', 1)
const compared = contenders.filter(({ name }) => name !== 'before' || before !== undefined)
const rounds = option('rounds', 12)
const tours = option('tours', 3)
const interactionRounds = option('interactions', 6)
const shows = option('shows', 1)
const exportRounds = option('exports', 0)
const limitTaskMilliseconds = 50

/** The districts as the site ships them, on a page of their own. */
async function buildPage(name: 'maplibre' | 'leaflet', districts: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), `yulan-bench-${name}-`))
  const root = join(import.meta.dirname, 'pages', name)
  await build({
    root,
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  })
  writeFileSync(join(outDir, 'districts.geojson'), districts)
  return outDir
}

function districtsOf(site: string): string {
  const { features } = JSON.parse(readFileSync(join(site, 'data/v1/features.geojson'), 'utf8')) as {
    features: { properties: { kind: string; name: string }; geometry: unknown }[]
  }
  const districts = features.filter(({ properties }) => properties.kind === 'district')
  const slim = districts.map(({ properties: { name }, geometry }) => ({
    type: 'Feature',
    properties: { name },
    geometry,
  }))
  return JSON.stringify({ type: 'FeatureCollection', features: slim })
}

async function loadsByTurns(server: StaticServer): Promise<{ [name: string]: LoadFigures }[]> {
  const browser = await launchBrowser('measured')
  try {
    const all: { [name: string]: LoadFigures }[] = []
    for (let round = -1; round < rounds; round++) {
      const first = (round + compared.length) % compared.length
      const order = [...compared.slice(first), ...compared.slice(0, first)]
      const figures: { [name: string]: LoadFigures } = {}
      for (const contender of order) figures[contender.name] = await measureLoad(browser, server, contender, slower)
      // The first round warms up the machine and is not counted.
      if (round >= 0) all.push(figures)
      process.stderr.write('.')
    }
    return all
  } finally {
    await browser.close()
  }
}

function printLoads(all: { [name: string]: LoadFigures }[]) {
  const shown = (measure: (typeof measures)[number], value: number) =>
    measure === 'bytes' ? `${(value / 1000).toFixed(0)} kB` : `${value.toFixed(0)} ms`
  const others = compared.slice(1).map(({ name }) => name)
  const heads = [...compared.map(({ name }) => name), ...others.map((name) => `app ÷ ${name}`)]
  const on = `${line > 0 ? ` on ${line} Mbit/s, 40 ms` : ''}${slower > 1 ? `, processor ${slower} × slower` : ''}`
  console.log(`\n| ${rounds} cold loads each${on}, median | ${heads.join(' | ')} |`)
  console.log(`| --- |${' ---: |'.repeat(heads.length)}`)
  for (const measure of measures) {
    const of = (name: string) => all.map((round) => round[name]?.[measure] ?? Number.NaN)
    const ratio = (other: string) => {
      const ratios = of('app').map((value, at) => value / (of(other)[at] ?? Number.NaN))
      if (!ratios.every(Number.isFinite)) return '–'
      const { median: middle, low, high } = bootstrap(ratios)
      return `${middle.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
    }
    const cells = [...compared.map(({ name }) => shown(measure, median(of(name)))), ...others.map(ratio)]
    console.log(`| ${measure} | ${cells.join(' | ')} |`)
  }
}

async function printTours(browser: Browser, site: string) {
  const longest: { [name: string]: number[] } = {}
  for (let round = 0; round < tours; round++)
    for (const contender of contenders.filter(({ name }) => name === 'app' || name === 'maplibre')) {
      const tasks = await measureTour(browser, site, contender)
      longest[contender.name] = [...(longest[contender.name] ?? []), Math.max(0, ...tasks.map(({ own }) => own))]
      const told = tasks.map(({ clock, own }) => `${clock.toFixed(0)} (own ${own.toFixed(0)})`)
      console.log(`tour of ${contender.name}: ${tasks.length} tasks of 50 ms or more by the clock ${told.join(', ')}`)
    }
  const [own, bare] = [longest.app ?? [], longest.maplibre ?? []].map(median)
  if ((own ?? 0) > Math.max(limitTaskMilliseconds, bare ?? 0)) process.exitCode = 1
}

function printInteractions(figures: InteractionFigures) {
  console.log('')
  for (const [name, values] of Object.entries(figures)) {
    const [p50, p95] = [median(values), percentile(values, 0.95)]
    const usual = interactionLimits[name as keyof InteractionFigures]
    const limit = usual && usual * Math.max(1, slower / 2)
    const tooLong = limit !== undefined && p95 > limit
    if (tooLong) process.exitCode = 1
    const verdict = tooLong ? `, over the limit of ${limit} ms` : ''
    console.log(`${name}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (${values.length})${verdict}`)
  }
}

function printShow({ changes, heap }: ShowFigures) {
  const times = changes.map(({ milliseconds }) => milliseconds)
  const [p50, p95] = [median(times), percentile(times, 0.95)]
  console.log(`scene to scene: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (${times.length})`)
  for (const { briefing, from, to, milliseconds } of changes)
    if (milliseconds > sceneLimitMilliseconds)
      console.log(`  ${briefing} ${from} to ${to}: ${milliseconds.toFixed(0)} ms`)
  for (const { changes: count, bytes } of heap)
    console.log(`heap after ${count} changes: ${(bytes / 1e6).toFixed(2)} MB`)
  const [first, last] = heap
  const grown = first && last ? last.bytes / first.bytes - 1 : 0
  if (p95 > sceneLimitMilliseconds || grown > heapLimit) process.exitCode = 1
}

const site = await buildSite()
const folder = mkdtempSync(join(tmpdir(), 'yulan-bench-app-'))
cpSync(site.folder, folder, { recursive: true })
const pages: { [name: string]: string } = { app: folder, ...(before ? { before } : {}) }
if (rounds > 0 || tours > 0) {
  const districts = districtsOf(folder)
  for (const name of ['maplibre', 'leaflet'] as const) pages[name] = await buildPage(name, districts)
}
const shared = line > 0 ? { bytesPerSecond: (line * 1e6) / 8, latencyMilliseconds: 40 } : undefined
const server = await serveFolders(pages, shared)
try {
  if (rounds > 0) printLoads(await loadsByTurns(server))
  const browser = await launchBrowser('measured')
  if (tours > 0) await printTours(browser, server.address)
  if (interactionRounds > 0)
    printInteractions(await measureInteractions(browser, `${server.address}app/`, interactionRounds, slower))
  if (shows > 0) printShow(await measureShow(browser, `${server.address}app/`, folder))
  if (exportRounds > 0) {
    const named = exportsNamed(given('files'))
    const files = await measureExports(browser, `${server.address}app/`, folder, exportRounds, named)
    if (printExports(files)) process.exitCode = 1
  }
  if (given('times')) console.log(largeHead)
  for (const times of listed('times')) console.log(rowOf(times, await measureLarge(browser, folder, times)))
  for (const times of listed('builds'))
    console.log(`build of the record ${times} times over: ${(await measureBuild(process.cwd(), times)).toFixed(0)} s`)
  const { own, engine, all } = await codeAtStart(browser, `${server.address}app/`, folder)
  await browser.close()
  console.log(
    `code at start, brotli: own ${(own / 1000).toFixed(1)} kB, MapLibre and worker ${(engine / 1000).toFixed(1)} kB; all before the first idle ${(all / 1000).toFixed(1)} kB`,
  )
} finally {
  server.close()
  site.remove()
  for (const [name, each] of Object.entries(pages))
    if (name !== 'before') rmSync(each, { recursive: true, force: true })
}
