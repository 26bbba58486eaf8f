/**
 * What is published: the same bytes wherever and whenever it is built, and served by nginx and Caddy as the recipes say,
 * with nothing for `npm run check-host` to find.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endingOf, type FileList } from '../../src/check-host/file-list'
import { fileListOf } from '../../src/check-host/file-list-plugin'
import { observe } from '../../src/check-host/observe'
import { reportOf } from '../../src/check-host/report'
import { problemsOf } from '../../src/check-host/rules'
import { servedTypes } from '../../src/check-host/served-types'
import { type Bill, billName, componentsOf } from '../../src/model/components'
import { type BuiltSite, buildSite } from '../setup/site'
import { startCaddy, startNginx, type WebServer } from './web-servers'

const port = 18_741
const address = `http://127.0.0.1:${port}/`
const settings = { VITE_SITE_URL: address }
let site: BuiltSite

beforeAll(async () => {
  site = await buildSite({ ...settings, TZ: 'Asia/Shanghai' })
}, 300_000)
afterAll(() => site?.remove())

/** Forty days ahead of this machine's clock. */
const laterClock = `const Now = Date, ahead = 40 * 864e5
globalThis.Date = class extends Now {
  constructor(...given) { given.length > 0 ? super(...given) : super(Now.now() + ahead) }
  static now() { return Now.now() + ahead }
}`

test('two builds in other folders, times and time zones are byte-equal', async () => {
  const elsewhere = join(mkdtempSync(join(tmpdir(), 'yulan-elsewhere-')), 'another name')
  for (const name of ['package.json', 'tsconfig.json', 'vite.config.ts', 'index.html', 'src', 'geo', 'data'])
    cpSync(name, join(elsewhere, name), { recursive: true })
  copyModules(join(elsewhere, 'node_modules'))
  const other = await buildSite(
    {
      ...settings,
      TZ: 'America/St_Johns',
      LC_ALL: 'C',
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(laterClock)}`,
    },
    elsewhere,
  )
  const [here, there] = [fileListOf(site.folder), fileListOf(other.folder)]
  other.remove()
  rmSync(elsewhere, { recursive: true, force: true })
  expect(differing(here, there)).toEqual([])
  expect(here.files.length).toBeGreaterThan(150)
}, 400_000)

/** Links to the files, not to the folder, so that their paths differ too; copies where another disk forbids links. */
function copyModules(target: string) {
  const from = `${process.cwd()}/node_modules/.`
  try {
    execFileSync('cp', ['-aLl', from, target], { stdio: 'ignore' })
  } catch {
    execFileSync('cp', ['-aL', from, target])
  }
}

const differing = (a: FileList, b: FileList) => {
  const digests = new Map(b.files.map(({ path, sha256 }) => [path, sha256]))
  const paths = new Set(a.files.map(({ path }) => path))
  return [
    ...a.files.filter(({ path, sha256 }) => digests.get(path) !== sha256).map(({ path }) => path),
    ...b.files.filter(({ path }) => !paths.has(path)).map(({ path }) => path),
  ]
}

test('the check knows every sort of file that the build ships', () => {
  const endings = fileListOf(site.folder).files.map(({ path }) => endingOf(path))
  expect([...new Set(endings)].filter((ending) => !(ending in servedTypes))).toEqual([])
  expect(readdirSync(join(site.folder, 'data/v1'))).toContain('files.json')
})

test('the bill of materials names what is in the page and its workers, and nothing of the build alone', () => {
  const text = readFileSync(join(site.folder, billName), 'utf8')
  const names = componentsOf(JSON.parse(text) as Bill).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['clipper2-ts', 'earcut', 'hucre', 'maplibre-gl', 'solid-js']))
  expect(names.filter((name) => ['echarts', 'leaflet', 'mapshaper', 'vitest', 'yaml', 'zod'].includes(name))).toEqual(
    [],
  )
  expect(text).not.toContain(process.cwd())
})

const servers: readonly [string, (folder: string, port: number) => Promise<WebServer>][] = [
  ['nginx', startNginx],
  ['Caddy', startCaddy],
]

test.each(servers)('%s by the recipe serves the site as it must be served', async (_, start) => {
  const server = await start(site.folder, port)
  try {
    const observed = await observe(address, { builtFolder: site.folder })
    expect(observed.files.length).toBeGreaterThan(150)
    const problems = problemsOf(observed)
    expect(problems, reportOf(observed, problems, 'zh-CN')).toEqual([])
  } finally {
    await server.close()
  }
})
