/** What `vite` serves while rows are edited: the record's files and pages, made again with every edit. */
import type { ServerResponse } from 'node:http'
import type { ViteDevServer } from 'vite'
import { RecordError } from './build'
import type { SiteFiles } from './site-files'

/** Serves the files of `data/` and the pages beside the map. */
export function serveSiteFiles(server: ViteDevServer, result: () => Promise<SiteFiles>) {
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

function servePage(url: string, response: ServerResponse, { pages }: SiteFiles, next: () => void) {
  const path = url
    .slice(1)
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '/index.html')
  const content = pages.get(path)
  if (content === undefined) return next()
  response.setHeader('Content-Type', contentTypes[path.split('.').pop() ?? ''] ?? 'application/octet-stream')
  response.end(content)
}

/** An edited row or shape rebuilds the record; what is wrong with it is shown over the page until it is mended. */
export function reloadOnEdit(server: ViteDevServer, authored: readonly string[], rebuild: () => Promise<SiteFiles>) {
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
