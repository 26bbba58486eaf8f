/**
 * The service worker: keeps the files of one build and answers with them, so that a second visit needs no network. It
 * takes over only when all files are there and the reader says so; nothing is ever half one build and half another.
 */
import { kept } from 'virtual:yulan-kept'
import { addressOf, answerFor, cacheName, isBeside, isOlderCache, rangeOf } from './rules'

/** The part of a service worker's global scope that is used here. */
interface WorkerScope {
  registration: { scope: string }
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: ((type: 'install' | 'activate', listener: (event: Lasting) => void) => void) &
    ((type: 'fetch', listener: (event: Fetching) => void) => void) &
    ((type: 'message', listener: (event: { data: unknown }) => void) => void)
}
interface Lasting {
  waitUntil: (promise: Promise<unknown>) => void
}
interface Fetching {
  request: Request
  respondWith: (response: Promise<Response>) => void
}

const worker = globalThis as unknown as WorkerScope
const { scope } = worker.registration
const files = new Set(kept.files)
const ownCache = cacheName(scope, kept.version)

worker.addEventListener('install', (event) => event.waitUntil(keepAll()))
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()))
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { method, url, mode, cache } = event.request
  const answer = answerFor({ method, url, mode, cache }, scope, files)
  if (answer.from === 'kept') event.respondWith(fromCache(answer.path, event.request))
  else if (answer.otherwise) event.respondWith(fromNetwork(event.request, answer.otherwise))
})

/** All the map needs or none: a file that does not come leaves the build before in its place. */
async function keepAll() {
  const cache = await caches.open(ownCache)
  const waiting = [...files]
  const next = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await keep(cache, path)
  }
  try {
    await Promise.all(Array.from({ length: 4 }, next))
  } catch (error) {
    await caches.delete(ownCache)
    throw error
  }
}

/** A file whose name holds its hash is the same in every build, and need not be fetched again. */
async function keep(cache: Cache, path: string) {
  const address = addressOf(path, scope)
  const known = /-[\w-]{8,}\.\w+$/.test(path) ? await caches.match(address) : undefined
  const response = known ?? (await fetch(address, { cache: 'no-cache' }))
  const type = response.headers.get('content-type') ?? ''
  // Some hosts answer what is missing with the front page.
  const came = response.ok && !response.redirected && (path.endsWith('.html') || !/text\/html/.test(type))
  if (came) await cache.put(address, response)
  else if (!isBeside(path)) throw new Error(`${path} was answered with ${response.status} ${type}`)
}

async function forgetOlder() {
  for (const name of await caches.keys()) if (isOlderCache(name, scope, kept.version)) await caches.delete(name)
  await worker.clients.claim()
}

async function fromNetwork(request: Request, otherwise: string): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    return fromCache(otherwise, request)
  }
}

/** What a browser has thrown out of its cache is asked of the server as before. */
async function fromCache(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(ownCache)
  const response = await cache.match(addressOf(path, scope))
  if (!response) return fetch(request)
  const header = request.headers.get('range')
  return header === null ? response : partOf(response, header)
}

/** A whole file in answer to a range breaks those who count on the part. */
async function partOf(response: Response, header: string): Promise<Response> {
  const bytes = await response.arrayBuffer()
  const range = rangeOf(header, bytes.byteLength)
  const headers = new Headers(response.headers)
  if (!range) {
    headers.set('content-range', `bytes */${bytes.byteLength}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('content-range', `bytes ${range.first}-${range.last}/${bytes.byteLength}`)
  headers.set('content-length', String(range.last - range.first + 1))
  return new Response(bytes.slice(range.first, range.last + 1), { status: 206, headers })
}
