/**
 * The whole application as one HTML file that opens by double click and asks for nothing: code as one classic script,
 * styles inline, data and workers deflated in blocks of text. It is built with the site, and 导出 hands it out.
 */
import { createHash } from 'node:crypto'
import type { Plugin, ResolvedConfig } from 'vite'
import { buildSettings } from '../../data/settings'
import { bundled } from '../build/bundled'
import { billName, licencesName } from '../model/components'
import { type FilePart, withoutModules } from './document'
import { singleFileName } from './opened'

/** What the recipe of the record tells other plugins. */
interface RecordApi {
  /** The application's own files by plain name. */
  assets: () => Promise<readonly { name: string; content: string | Uint8Array }[]>
  release: () => Promise<string>
}

/** The workers of the engine, of the spatial answers and of own files, as the single file names them. */
const workers = {
  'maplibre-worker.js': 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs',
  'analysis-worker.js': 'src/io/analysis.worker.ts',
  'own-files-worker.js': 'src/io/own-files.worker.ts',
} as const

/**
 * Returns the plugin. `shared` makes the plugins that the application needs in any build; they must not write files.
 */
export function singleFilePlugin(shared: () => Plugin[]): Plugin {
  let config: ResolvedConfig
  return {
    name: 'yulan-single-file',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset' || buildSettings(config.root, config.mode).pageOnly) return
        const record = config.plugins.find(({ name }) => name === 'yulan-record')?.api as RecordApi
        const files: FilePart[] = [...(await record.assets())]
        for (const name of [billName, licencesName]) {
          const told = bundle[name]
          if (told?.type === 'asset') files.push({ name, content: told.source })
        }
        for (const [name, input] of Object.entries(workers))
          files.push({ name, content: (await bundled(config, input, [])).script })
        const code = await bundled(config, 'src/single-file/entry.ts', [
          placesOfFiles(await record.release()),
          ...shared(),
        ])
        const source = withoutModules(String(page.source), { ...code, files, hash: sha256 })
        this.emitFile({ type: 'asset', fileName: singleFileName, source })
      },
    },
  }
}

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** In the single file the application's files are blocks of the page, and workers are classic ones. */
function placesOfFiles(release: string): Plugin {
  const modules: { readonly [id: string]: string } = {
    'virtual:yulan-assets': `export const release = ${JSON.stringify(release)}\nexport const assets = globalThis.yulanFiles\n`,
    'maplibre-gl/dist/maplibre-gl-worker.mjs?url': `export default globalThis.yulanFiles['maplibre-worker.js'] + '#maplibre-worker.cjs'\n`,
  }
  return {
    name: 'yulan-single-file-places',
    enforce: 'pre',
    resolveId: (id) => (id in modules ? `\0single:${id}` : undefined),
    load: (id) => modules[id.replace('\0single:', '')],
    transform: {
      filter: { id: /\/src\/io\/(?:analysis|own-files)\.ts$/ },
      handler: (code) =>
        code.replace(
          /new Worker\(new URL\(['"]\.\/([\w-]+)\.worker\.ts['"][^)]*\), \{ type: ['"]module['"] \}\)/,
          "new Worker(globalThis.yulanFiles['$1-worker.js'])",
        ),
    },
  }
}
