/**
 * What a first visit fetches until the map is idle, as brotli: exact. Scripts are told apart into own and MapLibre's; with
 * archives, styles and the page itself they are all.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser } from '../e2e/browser'
import { MapPage } from '../e2e/map-page'

export interface CodeSize {
  own: number
  engine: number
  /** Everything asked for before the map was first idle, the page itself too. */
  all: number
  /** Bytes by file name. */
  files: { [name: string]: number }
}

export async function codeAtStart(browser: Browser, site: string, folder: string): Promise<CodeSize> {
  const page = await MapPage.open(browser, site, { sharp: true })
  // What comes after the map was first idle may have been asked for by now as well, on a slow machine more than on a fast.
  const all = await page.page.evaluate(() => {
    const idle = performance.getEntriesByName('yulan:map-idle')[0]?.startTime ?? Number.POSITIVE_INFINITY
    const early = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < idle)
    return early.map(({ name }) => new URL(name).pathname)
  })
  const ofWorkers = page.requests.map((address) => new URL(address).pathname).filter((path) => /worker/.test(path))
  await page.close()
  const names = [...all, ...ofWorkers].filter((path) => path.endsWith('.js')).map((path) => basename(path))
  const files: { [name: string]: number } = {}
  for (const name of new Set(names)) files[name] = packedBytes(join(folder, 'assets', name))
  const sum = (of: (name: string) => boolean) =>
    Object.entries(files).reduce((total, [name, bytes]) => (of(name) ? total + bytes : total), 0)
  const isEngine = (name: string) => name.startsWith('maplibre')
  const asked = new Set(
    [...all.map((path) => basename(path)), ...Object.keys(files)].filter((name) => name.includes('.')),
  )
  const bytes = [...asked].map(
    (name) => files[name] ?? packedBytes(join(folder, name.includes('-') ? 'assets' : '', name)),
  )
  return {
    own: sum((name) => !isEngine(name)),
    engine: sum(isEngine),
    all: bytes.reduce((total, each) => total + each, packedBytes(join(folder, 'index.html'))),
    files,
  }
}

const packedBytes = (file: string) => brotliCompressSync(readFileSync(file)).length
