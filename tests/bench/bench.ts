/**
 * `npm run bench -- [--rounds 12]`: this application, a bare MapLibre page and a plain Leaflet page with the same
 * district borders, loaded cold by turns in one run. Ratios are medians of the ratios within a round; a difference
 * under 7 % is no finding. Sizes are exact.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { launchBrowser } from '../e2e/browser'
import { buildSite } from '../setup/site'
import { codeAtStart } from './code-size'
import { measureInteractions } from './interactions'
import { contenders, type LoadFigures, measureLoad, measures } from './load'
import { type StaticServer, serveFolders } from './server'
import { bootstrap, median, percentile } from './statistics'

const option = (name: string, fallback: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}
const rounds = option('rounds', 12)

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
  const browser = await launchBrowser()
  try {
    const all: { [name: string]: LoadFigures }[] = []
    for (let round = -1; round < rounds; round++) {
      const order = [...contenders.slice((round + 3) % 3), ...contenders.slice(0, (round + 3) % 3)]
      const figures: { [name: string]: LoadFigures } = {}
      for (const contender of order) figures[contender.name] = await measureLoad(browser, server, contender)
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
  console.log(
    `\n| ${rounds} cold loads each, median | app | bare MapLibre | Leaflet | app ÷ MapLibre | app ÷ Leaflet |`,
  )
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const measure of measures) {
    const of = (name: string) => all.map((round) => round[name]?.[measure] ?? Number.NaN)
    const ratio = (other: string) => {
      const ratios = of('app').map((value, at) => value / (of(other)[at] ?? Number.NaN))
      if (!ratios.every(Number.isFinite)) return '–'
      const { median: middle, low, high } = bootstrap(ratios)
      return `${middle.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
    }
    const cells = contenders.map(({ name }) => shown(measure, median(of(name))))
    console.log(`| ${measure} | ${cells.join(' | ')} | ${ratio('maplibre')} | ${ratio('leaflet')} |`)
  }
}

const site = await buildSite()
const folder = mkdtempSync(join(tmpdir(), 'yulan-bench-app-'))
cpSync(site.folder, folder, { recursive: true })
const districts = districtsOf(folder)
const pages = {
  app: folder,
  maplibre: await buildPage('maplibre', districts),
  leaflet: await buildPage('leaflet', districts),
}
const server = await serveFolders(pages)
try {
  printLoads(await loadsByTurns(server))
  const browser = await launchBrowser()
  const { clickToPanel, toggleToPaint, toggleToMap } = await measureInteractions(
    browser,
    `${server.address}app/`,
    Math.ceil(rounds / 2),
  )
  const { own, engine } = await codeAtStart(browser, `${server.address}app/`, folder)
  await browser.close()
  const line = (name: string, values: number[]) =>
    console.log(
      `${name}: p50 ${median(values).toFixed(0)} ms, p95 ${percentile(values, 0.95).toFixed(0)} ms (${values.length})`,
    )
  console.log('')
  line('click to panel', clickToPanel)
  line('toggle to paint', toggleToPaint)
  line('toggle to map redrawn', toggleToMap)
  console.log(
    `code at start, brotli: own ${(own / 1000).toFixed(1)} kB, MapLibre and worker ${(engine / 1000).toFixed(1)} kB`,
  )
} finally {
  server.close()
  site.remove()
  for (const each of Object.values(pages)) rmSync(each, { recursive: true, force: true })
}
