import type { Plugin, Rolldown } from 'vite'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'
import { themeIds } from './data/schema-ids'
import { SettingError } from './data/settings'
import { recordPlugin } from './data/vite-plugin'
import { tellBriefings } from './src/briefing-pages'
import { addedLayerOf } from './src/build/owners-layers'
import { fileListPlugin } from './src/check-host/file-list-plugin'
import { type Basemap, basemapName, basemapOrigins, basemapsOf } from './src/model/basemaps'
import { embedOrigins } from './src/model/embed-origins'
import { type ConfiguredLayer, configuredLayers, layerOrigins } from './src/model/layer-settings'
import { message } from './src/model/messages'
import { english } from './src/model/messages/english'
import { catalogue } from './src/model/messages/sections'
import { defaultView } from './src/model/view'
import { offlinePlugin } from './src/offline/plugin'
import { sbomPlugins } from './src/sbom/plugin'
import { singleFilePlugin } from './src/single-file/plugin'
import { decodeValue, encodeView } from './src/state/link'

/**
 * No inline script, no other host but those of the basemaps and layers the owner has configured: the engine fetches tiles and
 * pictures alike, so `connect-src` is all they need. `style-src` holds no `unsafe-inline`: dynamic styles are set
 * through the CSSOM.
 */
const contentSecurityPolicy = (origins: readonly string[] = []) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

const ownersModule = 'virtual:yulan-owners'

/** Reads the owner's basemaps and layers from the settings, gives them to the page and lets the page ask for them. */
function ownersPlugin(): Plugin {
  let basemaps: Basemap[] = []
  let layers: ConfiguredLayer[] = []
  let production = false
  return {
    name: 'yulan-owners',
    configResolved({ env, command, logger }) {
      basemaps = basemapsOf(env)
      layers = configuredLayers(env.VITE_LAYERS)
      production = command === 'build'
      for (const basemap of basemaps)
        if (basemap.refused)
          logger.warn(message('zh-CN', `basemap.refused.${basemap.refused}`, { name: basemapName(basemap, 'zh-CN') }))
    },
    resolveId: (id) => (id === ownersModule ? `\0${ownersModule}` : undefined),
    load: (id) =>
      id === `\0${ownersModule}`
        ? `export const basemaps = ${JSON.stringify(basemaps)}\nexport const layers = ${JSON.stringify(layers.map(addedLayerOf))}\n`
        : undefined,
    transformIndexHtml: (html) =>
      production
        ? html.replace(
            '<meta charset="utf-8" />',
            `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy([...new Set([...basemapOrigins(basemaps), ...layerOrigins(layers)])].sort())}" />`,
          )
        : html,
  }
}

/**
 * Keeps the two languages of the message catalogue apart in the built page: the Chinese comes with the first script, the
 * English when a reader asks for it.
 */
function languagesPlugin(): Plugin {
  const chinese = Object.fromEntries(Object.entries(catalogue).map(([key, [text]]) => [key, [text]]))
  const modules: { readonly [file: string]: string } = {
    '/src/model/messages/sections.ts': `export const catalogue = ${JSON.stringify(chinese)}\n`,
    '/src/model/messages/english.ts': `export const english = ${JSON.stringify(english)}\n`,
  }
  return {
    name: 'yulan-languages',
    apply: 'build',
    load: (id) => Object.entries(modules).find(([file]) => id.endsWith(file))?.[1],
  }
}

/**
 * Gives the reader of archives a fflate of its own: of the one that exports and files share it would load, at the start,
 * everything any of them uses.
 */
function archivesPlugin(): Plugin {
  return {
    name: 'yulan-archives',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source !== 'fflate' || !importer?.includes('/node_modules/pmtiles/')) return undefined
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      return resolved && { ...resolved, id: `${resolved.id}?archives` }
    },
  }
}

type ChunkingContext = Parameters<Rolldown.CodeSplittingNameFunction>[1]

/** What a visit starts with, in the order in which it is loaded: each in one file, with all it needs beyond those before. */
const startChunks = { boot: '/src/boot.ts', main: '/src/main.tsx', engine: '/src/map/live-map.ts' } as const

/** Names the chunk of a module of the start. A file a module would cost a round trip each where few load at a time. */
function startChunk() {
  const known = new Map<string, string | null>()
  const chunkOf = (id: string, context: ChunkingContext): string | null => {
    if (/node_modules[\\/]maplibre-gl[\\/].*\.m?js$/.test(id)) return 'maplibre'
    if (known.size === 0)
      for (const [name, entry] of Object.entries(startChunks)) collect(name, `${import.meta.dirname}${entry}`, context)
    return known.get(id) ?? null
  }
  const collect = (name: string, id: string, context: ChunkingContext) => {
    if (known.has(id)) return
    known.set(id, name)
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) collect(name, imported, context)
  }
  return chunkOf
}

/** Stops for an origin that no embedding page can ever have. */
function embedPlugin(): Plugin {
  return {
    name: 'yulan-embed',
    configResolved({ env }) {
      const { problems } = embedOrigins(env.VITE_EMBED_ORIGINS)
      for (const { text, sentence } of problems) throw new SettingError('VITE_EMBED_ORIGINS', text, sentence)
    },
  }
}

/**
 * A page opened from a file, or in a sandboxed frame, has no origin of its own: a style sheet asked for with `crossorigin`
 * would be refused there, and the static map would be black. And the first frame waits for the first script, as it does
 * for the style sheet: it shows at once where the address says to look, and is drawn once.
 */
function headPlugin(): Plugin {
  return {
    name: 'yulan-head',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          .replaceAll('<link rel="stylesheet" crossorigin', '<link rel="stylesheet"')
          .replace('<script type="module" crossorigin', '<script type="module" blocking="render" crossorigin'),
    },
  }
}

/** The view a named link opens; undefined unless every part of it can be read. */
function wholeView(value: string) {
  const { view, integrity, unread } = decodeValue(value)
  return integrity === 'ok' && unread.length === 0 ? view : undefined
}

const sbom = sbomPlugins()
const solidPlugin = () => solid({ solid: { moduleName: '/src/panels/dom' } })
const record = recordPlugin({
  linkFor: (district, release) => encodeView({ ...defaultView(themeIds), districts: [district] }, release),
  readLink: wholeView,
  tellBriefings,
  contentSecurityPolicy: contentSecurityPolicy(),
})

export default defineConfig({
  base: './',
  plugins: [
    solidPlugin(),
    record,
    ownersPlugin(),
    embedPlugin(),
    languagesPlugin(),
    archivesPlugin(),
    headPlugin(),
    sbom.page,
    // Built once more in another form, from the same record, whose files only the site has.
    singleFilePlugin(() => [
      solidPlugin(),
      { ...record, generateBundle: undefined, transformIndexHtml: undefined },
      ownersPlugin(),
      languagesPlugin(),
    ]),
    offlinePlugin(),
    fileListPlugin(),
  ],
  worker: { format: 'es', plugins: () => [sbom.worker] },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // The engine changes seldom and the application often: apart, a browser fetches only what changed.
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: startChunk() }] },
        // Servers that send .mjs as octet-stream would refuse MapLibre's module worker.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.mjs')) ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  preview: { port: 4173, strictPort: false, open: false },
  test: {
    environment: 'node',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/{links,briefings}/**/*.test.ts'],
          // Files of a worker share what they import, and with it the record, built once for all of them.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [solid()],
        resolve: { alias: { 'virtual:yulan-assets': `${import.meta.dirname}/tests/fixtures/virtual-assets.ts` } },
        test: {
          name: 'panels',
          environment: 'jsdom',
          include: ['tests/unit/**/*.test.tsx'],
          setupFiles: ['tests/setup/jsdom.ts'],
          // A page of its own a file: what one leaves behind, another would find.
          isolate: true,
          maxWorkers: 2,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts', 'tests/render/**/*.test.ts'],
          globalSetup: ['tests/setup/built-site.ts'],
          setupFiles: ['tests/setup/site-ready.ts'],
          // One file draws a map while another works in panels, where next to nothing is drawn.
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 1 },
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'long',
          environment: 'node',
          // The files that take a sample of a corpus in `npm test`.
          include: [
            'tests/e2e/{accessibility,dots,selecting}.test.ts',
            'tests/briefings/hostile.test.ts',
            'tests/unit/io/own-files/hostile.test.ts',
          ],
          env: { YULAN_CORPUS: 'whole' },
          globalSetup: ['tests/setup/built-site.ts'],
          setupFiles: ['tests/setup/site-ready.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'hosts',
          environment: 'node',
          include: ['tests/hosts/**/*.test.ts'],
          globalSetup: ['tests/setup/built-site.ts'],
          setupFiles: ['tests/setup/site-ready.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
