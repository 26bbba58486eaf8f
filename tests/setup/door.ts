/** Builds the second door to the map by itself, for tests that draw with it beside or without the application. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { Page } from '../e2e/browser'
import { archiveFiles } from '../fixtures/site-archives'

const entry = 'tests/render/door.ts'

export interface BuiltDoor {
  /** Serves the door's files below `door/` of whatever site the page is on. */
  serveOn: (page: Page) => Promise<void>
  /** Of the script, below `door/`. */
  script: string
  remove: () => void
}

export async function buildDoor(): Promise<BuiltDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'yulan-door-'))
  await build({
    configFile: false,
    logLevel: 'error',
    base: './',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: 'door.js',
          assetFileNames: ({ names: [name = ''] }) =>
            name.endsWith('.css') ? 'door.css' : `assets/[name]-[hash]${name.endsWith('.mjs') ? '.js' : '[extname]'}`,
        },
      },
    },
  })
  return {
    script: 'door/door.js',
    serveOn: async (page) => {
      await page.route('**/door/**', (route) => {
        const path = new URL(route.request().url()).pathname.split('/door/')[1] ?? ''
        return route.fulfill({ path: join(folder, path) })
      })
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The built site's assets by plain name, as the application knows them. */
export function siteAssets(siteFolder: string, siteAddress: string): { [name: string]: string } {
  const files = readdirSync(join(siteFolder, 'assets'))
  const sprite = ['sprite.json', 'sprite.png'].map((name) => {
    const [stem, ending] = name.split('.')
    const file = files.find((each) => new RegExp(`^${stem}-[^.]*\\.${ending}$`).test(each))
    if (!file) throw new Error(`the site has no ${name}`)
    return [name, file] as const
  })
  const all = [...Object.entries(archiveFiles(siteFolder)), ...sprite]
  return Object.fromEntries(all.map(([name, file]) => [name, `${siteAddress}assets/${file}`]))
}
