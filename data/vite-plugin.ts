/**
 * Builds the record in `vite` and `vite build`: emits `data/v1/` under its documented names, the application's hashed
 * copies, and the static map in the page. In `vite` it reloads the page when a row or a shape is edited.
 */
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { buildRecord, RecordError } from './build'
import { escaped } from './escape'
import { paletteCss, paletteMark } from './palette-css'
import type { ShippedBriefing } from './schema-briefing'
import { type PageRegion, pageRegion } from './schema-region'
import { type BuildSettings, buildSettings, defaultRegionFolder, siteAddress } from './settings'
import { briefingFiles, type TellBriefings } from './steps/briefing-pages'
import { embedFiles } from './steps/embed'
import { firstPaintSvg } from './steps/first-paint'
import { type MapAsset, mapAssets } from './steps/map-assets'
import { type NamedView, namedLinkFiles } from './steps/named-links'
import { shapesFolder } from './steps/read-geometry'
import type { ShippedFeature } from './steps/resolve'

/** What the composition root gives the plugin, because data/ must not import it. */
export interface RecordPluginOptions {
  /** The value of `m` that selects a district. */
  linkFor: (district: string, release: string) => string
  /** What the value of `m` shows; undefined where it is not whole. */
  readLink: (value: string) => NamedView | undefined
  tellBriefings: TellBriefings
  contentSecurityPolicy: string
}

const assetsId = 'virtual:yulan-assets'
const regionId = 'virtual:yulan-region'
const staticMapPlace = '<!--static-map-->'

/** Returns the Vite plugin. */
export function recordPlugin(options: RecordPluginOptions): Plugin {
  let root = process.cwd()
  let settings: BuildSettings = { regionFolder: defaultRegionFolder }
  let production = false
  let siteUrl: string | undefined
  let built: Promise<Built> | undefined
  const result = () => {
    built ??= build(root, settings, options, { siteUrl, withPng: production && !settings.pageOnly })
    return built
  }
  return {
    name: 'yulan-record',
    // For the plugin that puts all into one file.
    api: {
      assets: async () => (await result()).assets,
      release: async () => (await result()).release,
    },
    configResolved(config) {
      root = config.root
      settings = buildSettings(root, config.mode)
      production = config.command === 'build'
      siteUrl = siteAddress(config.env.VITE_SITE_URL)
    },
    configureServer(server) {
      serveAssets(server, result)
      reloadOnEdit(server, authoredFolders(root, settings), () => {
        built = undefined
        return result()
      })
    },
    resolveId: (id) => (id === assetsId || id === regionId ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${assetsId}`) return assetsModule(await result(), production)
      if (id === `\0${regionId}`) return `export const region = ${JSON.stringify((await result()).region)}\n`
      return undefined
    },
    transform: {
      order: 'pre',
      filter: { id: /\/src\/styles\/page\.css$/ },
      handler: (css) => css.replace(paletteMark, paletteCss()),
    },
    transformIndexHtml: {
      order: 'pre',
      handler: async (html) => {
        const { staticMap, region } = await result()
        return html.replaceAll('{city}', escaped(region.name.zh)).replace(staticMapPlace, () => staticMap)
      },
    },
    async generateBundle() {
      const { assets, files, pages } = await result()
      for (const { name, content } of assets)
        this.emitFile({ type: 'asset', fileName: hashedName(name, content), source: content })
      for (const [name, content] of files)
        this.emitFile({ type: 'asset', fileName: `data/v1/${name}`, source: content })
      for (const [fileName, content] of pages) this.emitFile({ type: 'asset', fileName, source: content })
    },
  }
}

interface Built {
  release: string
  region: PageRegion
  assets: MapAsset[]
  files: Map<string, string>
  staticMap: string
  /** Named links and briefings: files by path below the site's root. */
  pages: Map<string, string | Uint8Array>
}

async function build(
  root: string,
  settings: BuildSettings,
  options: RecordPluginOptions,
  links: { siteUrl?: string; withPng: boolean },
): Promise<Built> {
  const record = await buildRecord(root, settings)
  const { files, core, details } = record.shipped
  const features = files.get('features.geojson')
  if (!features) throw new Error('the recipe made no features.geojson')
  const own = [
    { name: 'features.geojson', content: features },
    { name: 'core.json', content: core },
    { name: 'details.json', content: details },
    { name: 'releases.json', content: files.get('releases.json') ?? '' },
    { name: 'briefings.json', content: files.get('briefings.json') ?? '' },
  ]
  const staticMap = firstPaintSvg({
    topology: record.boundaries.topology,
    rivers: record.rivers,
    features: record.resolved.features as ShippedFeature[],
    region: record.region,
    linkFor: (district) => options.linkFor(district, record.region.release),
  })
  const { files: pages, problems } = namedLinkFiles({ ...record, ...options, ...links, staticMap })
  const briefings = briefingFiles({ ...record, ...options, ...links, staticMap })
  problems.push(...briefings.problems)
  if (problems.length > 0) throw new RecordError(problems)
  const all = new Map([...pages, ...briefings.files])
  const embed = embedFiles({
    release: record.region.release,
    ...(links.siteUrl ? { siteUrl: links.siteUrl } : {}),
    links: record.record.links.map(({ row }) => row),
    briefings: (JSON.parse(files.get('briefings.json') ?? '{"briefings":[]}') as { briefings: ShippedBriefing[] })
      .briefings,
    playValue: (slug, no) => briefings.told.get(slug)?.find((scene) => scene.no === no)?.playValue ?? '',
    paths: new Set(all.keys()),
  })
  return {
    assets: [...own, ...mapAssets(root, record)],
    files: new Map([...files, ...embed]),
    staticMap,
    pages: all,
    region: pageRegion(record.region),
    release: record.region.release,
  }
}

function hashedName(name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  const [, stem = name, ending = ''] = /^(.*?)(\.[a-z0-9]+)?$/.exec(name) ?? []
  return `assets/${stem}-${hash}${servedEndings[ending] ?? ending}`
}

/** Hosts that serve only the endings they know (IIS, gateways) refuse these; what is not for readers need not bear them. */
const servedEndings: { [ending: string]: string } = { '.geojson': '.json', '.pmtiles': '.bin' }

/** Addresses are relative to the page, so that the site can stand under any path. */
function assetsModule({ assets, release }: Pick<Built, 'assets' | 'release'>, production: boolean): string {
  const entries = assets.map(({ name, content }) => {
    const path = production ? hashedName(name, content) : `data/dev/${name}`
    return `${JSON.stringify(name)}: new URL(${JSON.stringify(path)}, document.baseURI).href`
  })
  return `export const release = ${JSON.stringify(release)}\nexport const assets = {${entries.join(',')}}\n`
}

function serveAssets(server: ViteDevServer, result: () => Promise<Built>) {
  server.middlewares.use(async (request, response, next) => {
    const url = request.url ?? ''
    const found = /^\/data\/(dev|v1)\/([^?]+)/.exec(url)
    if (/^\/[sb]\//.test(url)) return servePage(url, response, await result(), next)
    if (!found) return next()
    try {
      const { assets, files } = await result()
      const name = found[2] ?? ''
      const content = found[1] === 'v1' ? files.get(name) : assets.find((asset) => asset.name === name)?.content
      if (content === undefined) return next()
      response.setHeader('Content-Type', name.endsWith('json') ? 'application/json' : 'application/octet-stream')
      response.end(content)
    } catch (error) {
      next(error)
    }
  })
}

const contentTypes: { [extension: string]: string } = {
  html: 'text/html',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
}

function servePage(url: string, response: ServerResponse, { pages }: Built, next: () => void) {
  const path = url
    .slice(1)
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '/index.html')
  const content = pages.get(path)
  if (content === undefined) return next()
  response.setHeader('Content-Type', contentTypes[path.split('.').pop() ?? ''] ?? 'application/octet-stream')
  response.end(content)
}

const authoredFolders = (root: string, { regionFolder }: BuildSettings) => [
  resolve(root, regionFolder),
  shapesFolder(root, regionFolder),
]

/** An edited row or shape rebuilds the record; what is wrong with it is shown over the page until it is mended. */
function reloadOnEdit(server: ViteDevServer, authored: readonly string[], rebuild: () => Promise<Built>) {
  server.watcher.add([...authored])
  const onChange = async (path: string) => {
    if (!/\.(yaml|geojson)$/.test(path) || !authored.some((folder) => path.startsWith(folder))) return
    try {
      await rebuild()
      server.moduleGraph.invalidateAll()
      server.ws.send({ type: 'full-reload' })
    } catch (error) {
      if (!(error instanceof RecordError)) throw error
      server.config.logger.error(error.message)
      server.ws.send({ type: 'error', err: { message: error.message, stack: '' } })
    }
  }
  for (const event of ['change', 'add', 'unlink'] as const) server.watcher.on(event, onChange)
}
