/** The scripts a first visit fetches until the map is idle, as brotli: exact, and told apart into own and MapLibre's. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser } from '../e2e/browser'
import { MapPage } from '../e2e/map-page'

export interface CodeSize {
  own: number
  engine: number
  /** Bytes by file name. */
  files: { [name: string]: number }
}

export async function codeAtStart(browser: Browser, site: string, folder: string): Promise<CodeSize> {
  const page = await MapPage.open(browser, site, { sharp: true })
  const names = page.requests
    .map((address) => new URL(address).pathname)
    .filter((path) => path.endsWith('.js'))
    .map((path) => basename(path))
  await page.close()
  const files: { [name: string]: number } = {}
  for (const name of new Set(names)) files[name] = brotliCompressSync(readFileSync(join(folder, 'assets', name))).length
  const sum = (of: (name: string) => boolean) =>
    Object.entries(files).reduce((total, [name, bytes]) => (of(name) ? total + bytes : total), 0)
  const isEngine = (name: string) => name.startsWith('maplibre')
  return { own: sum((name) => !isEngine(name)), engine: sum(isEngine), files }
}
