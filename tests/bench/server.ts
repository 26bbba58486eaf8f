/** A static server as a careful host would set it up: brotli or gzip made beforehand, right types, no caching. */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const types: { [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

export interface StaticServer {
  address: string
  /** Bytes of bodies sent since it was last asked. */
  takeBytes: () => number
  close: () => void
}

/** A line that all answers share, and the time that passes before each begins. */
export interface Line {
  bytesPerSecond: number
  latencyMilliseconds: number
}

/** Serves each folder under its name: `{app: '/tmp/x'}` is `<address>app/`. */
export async function serveFolders(folders: { [name: string]: string }, line?: Line): Promise<StaticServer> {
  const send = line ? sendOver(line) : (response: ServerResponse, body: Buffer) => response.end(body)
  const bodies = new Map<string, { body: Buffer; encoding?: string; type: string }>()
  for (const [name, folder] of Object.entries(folders))
    for (const file of filesIn(folder))
      bodies.set(`/${name}/${relative(folder, file).split(sep).join('/')}`, packed(file))
  let sent = 0
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    const found = bodies.get(path.endsWith('/') ? `${path}index.html` : path)
    if (!found) return response.writeHead(404).end()
    sent += found.body.length
    response.writeHead(200, {
      'Content-Type': found.type,
      'Content-Length': found.body.length,
      'Cache-Control': 'no-store',
      ...(found.encoding ? { 'Content-Encoding': found.encoding } : {}),
    })
    send(response, found.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    takeBytes: () => {
      const bytes = sent
      sent = 0
      return bytes
    },
    close: () => server.close(),
  }
}

const chunkBytes = 8192

/** Chunk by chunk, in the order in which answers ask for the line: a few at a time share it evenly. */
function sendOver({ bytesPerSecond, latencyMilliseconds }: Line) {
  let freeAt = 0
  const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  return async (response: ServerResponse, body: Buffer) => {
    await sleep(latencyMilliseconds)
    for (let sent = 0; sent < body.length; sent += chunkBytes) {
      const chunk = body.subarray(sent, sent + chunkBytes)
      freeAt = Math.max(freeAt, performance.now()) + (chunk.length / bytesPerSecond) * 1000
      await sleep(freeAt - performance.now())
      response.write(chunk)
    }
    response.end()
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Archives and pictures are packed already. */
function packed(file: string): { body: Buffer; encoding?: string; type: string } {
  const type = types[extname(file)] ?? 'application/octet-stream'
  const body = readFileSync(file)
  if (/\.(png|pmtiles|woff2)$/.test(file)) return { body, type }
  return { body: brotli(body), encoding: 'br', type }
}

/** Quality 9 is what a build step can afford for a few megabytes; of a record many times over it would take minutes. */
const brotli = (body: Buffer) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: body.length > 3e6 ? 4 : 9 } })
