/** A small site and a server for it that does everything right, unless it is told what to do wrong. */
import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { endingOf, fileListName, isHashed } from '../../../src/check-host/file-list'
import { servedTypes } from '../../../src/check-host/served-types'

/** The policy in the page. */
export const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self' https://tiles.example.org; base-uri 'none'"

/** The policy in the folder's page, which asks no other host. */
const starPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'"

/** What a server does to an answer before it is sent; the body may be changed too. */
export type Fault = (answer: Answer, asked: Asked) => void

interface Asked {
  path: string
  range: string | undefined
  takesGzip: boolean
  /** Of the files that are there. */
  files: ReadonlyMap<string, Buffer>
}

interface Answer {
  status: number
  headers: { [name: string]: string }
  body: Buffer
}

const random = (length: number, seed: number) =>
  Buffer.from(Array.from({ length }, (_, at) => (at * 2_654_435_761 * seed) >>> 24))

function siteAt(address: string): Map<string, Buffer> {
  const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><div id="map"></div>
<script type="module" src="./assets/index-CHklwnD9.js"></script>${' '.repeat(2000)}`
  const star = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${starPolicy}">
<meta property="og:image" content="${address}s/star/preview.png">`
  const files = new Map<string, Buffer>([
    ['index.html', Buffer.from(page)],
    ['assets/index-CHklwnD9.js', Buffer.from(`export default ${JSON.stringify('x'.repeat(3000))}`)],
    ['assets/own-files.worker-Cw1iJKS9.js', Buffer.from('postMessage(1)')],
    ['assets/basemap-acc5a227.bin', random(5000, 3)],
    ['data/v1/features.geojson', Buffer.from(`{"type":"FeatureCollection","features":[${'1,'.repeat(2000)}1]}`)],
    ['s/star/index.html', Buffer.from(star)],
    ['s/star/preview.png', random(300, 7)],
    ['service-worker.js', Buffer.from('addEventListener("fetch", () => {})')],
  ])
  const listed = [...files].map(([path, content]) => ({
    path,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }))
  return files.set(fileListName, Buffer.from(JSON.stringify({ schema: 1, files: listed })))
}

/** Returns what a right server answers. */
function rightAnswer({ path, range, takesGzip, files }: Asked): Answer {
  const body = files.get(path)
  if (!body) return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: Buffer.from('404') }
  const { types = [], isText } = servedTypes[endingOf(path)] ?? {}
  const headers: Answer['headers'] = {
    'Content-Type': types[0] ?? '',
    'Cache-Control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: '"1"',
    ...(path.endsWith('.html') ? { 'Content-Security-Policy': policy } : {}),
  }
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
  if (start !== undefined)
    return {
      status: 206,
      headers: { ...headers, 'Content-Range': `bytes ${start}-${end}/${body.length}` },
      body: body.subarray(Number(start), Number(end) + 1),
    }
  if (takesGzip && isText)
    return {
      status: 200,
      headers: { ...headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' },
      body: gzipSync(body),
    }
  return { status: 200, headers, body }
}

/** Serves the site below a path, with a fault or without. */
export async function serve(fault?: Fault): Promise<{ address: string; close: () => void }> {
  let files = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const written = (request.url ?? '').replace(/^\/map\//, '')
    const path = written === '' || written.endsWith('/') ? `${written}index.html` : written
    const { range, 'accept-encoding': encodings = '' } = request.headers
    const asked = { path, range, takesGzip: /gzip/.test(String(encodings)), files }
    const answer = rightAnswer(asked)
    fault?.(answer, asked)
    send(response, answer, request.method === 'HEAD')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/map/`
  files = siteAt(address)
  return { address, close: () => server.close() }
}

function send(response: ServerResponse, { status, headers, body }: Answer, isHead: boolean) {
  response.writeHead(status, { ...headers, 'Content-Length': body.length })
  response.end(isHead ? undefined : body)
}
