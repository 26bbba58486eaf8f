/**
 * Builds the record in `vite` and `vite build`: emits `data/v1/` under its documented names, the application's hashed
 * copies, and the static map in the page. In `vite` it reloads the page when a row or a shape is edited.
 */
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { reloadOnEdit, serveSiteFiles } from './dev-server'
import { escaped } from './escape'
import { paletteCss, paletteMark } from './palette-css'
import { type BuildSettings, buildSettings, defaultRegionFolder, siteAddress } from './settings'
import { buildSiteFiles, type SiteFiles, type SiteOptions } from './site-files'
import { shapesFolder } from './steps/read-geometry'

const assetsId = 'virtual:yulan-assets'
const regionId = 'virtual:yulan-region'
const staticMapPlace = '<!--static-map-->'

/** Returns the Vite plugin. */
export function recordPlugin(options: SiteOptions): Plugin {
  let root = process.cwd()
  let settings: BuildSettings = { regionFolder: defaultRegionFolder }
  let production = false
  let siteUrl: string | undefined
  let built: Promise<SiteFiles> | undefined
  const result = () => {
    built ??= buildSiteFiles(root, settings, options, { siteUrl, withPng: production && !settings.pageOnly })
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
      serveSiteFiles(server, result)
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

function hashedName(name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  const [, stem = name, ending = ''] = /^(.*?)(\.[a-z0-9]+)?$/.exec(name) ?? []
  return `assets/${stem}-${hash}${servedEndings[ending] ?? ending}`
}

/** Hosts that serve only the endings they know (IIS, gateways) refuse these; what is not for readers need not bear them. */
const servedEndings: { [ending: string]: string } = { '.geojson': '.json', '.pmtiles': '.bin' }

/** Addresses are relative to the page, so that the site can stand under any path. */
function assetsModule({ assets, release }: Pick<SiteFiles, 'assets' | 'release'>, production: boolean): string {
  const entries = assets.map(({ name, content }) => {
    const path = production ? hashedName(name, content) : `data/dev/${name}`
    return `${JSON.stringify(name)}: new URL(${JSON.stringify(path)}, document.baseURI).href`
  })
  return `export const release = ${JSON.stringify(release)}\nexport const assets = {${entries.join(',')}}\n`
}

const authoredFolders = (root: string, { regionFolder }: BuildSettings) => [
  resolve(root, regionFolder),
  shapesFolder(root, regionFolder),
]
