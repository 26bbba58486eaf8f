/** What the service worker answers, and from where. Pure, so that every rule can be tried without a browser. */

/** What the worker keeps: the files of one build, by path from its scope. */
export interface Kept {
  /** Changes with any file. */
  version: string
  files: readonly string[]
}

/** The part of a request that decides. */
export interface Asked {
  method: string
  url: string
  mode: string
  cache: string
}

/**
 * Where an answer comes from: a kept file by its path, or the network as if there were no worker. `otherwise` is the kept
 * file for when the network has none.
 */
export type Answer = { from: 'kept'; path: string } | { from: 'network'; otherwise?: string }

const prefix = 'yulan'

/** Returns the name of the cache of a version; other applications and other folders of the origin have others. */
export const cacheName = (scope: string, version: string) => `${prefix} ${new URL(scope).pathname} ${version}`

/** Returns whether a cache is an older one of the same scope. */
export const isOlderCache = (name: string, scope: string, version: string) =>
  name.startsWith(`${prefix} ${new URL(scope).pathname} `) && name !== cacheName(scope, version)

/** Named links and reading pages of briefings: changed without the map, and so asked of the server first. */
const pages = /^[bs]\//

/** What the page asks for or links to outside `assets/`. */
const usedData = /^data\/v1\/(authored\.json|sbom\.json|licences\.txt)$/

/**
 * Returns whether the worker keeps a file of a build: all that the map asks for, but the single file, which is the whole
 * map again; of the pages beside it the text, without pictures; no data for other readers, and nothing the host alone needs.
 */
export const isKept = (name: string) =>
  /^assets\/.*(?<!\.map)$|^index\.html$/.test(name) ||
  (pages.test(name) && /\.(html|css)$/.test(name)) ||
  usedData.test(name)

/** Returns whether a file belongs to a page beside the map: the map is complete without it. */
export const isBeside = (path: string) => pages.test(path)

/** Returns the address of a file: a page's is its folder, since many hosts lead from its name to there. */
export const addressOf = (path: string, scope: string) => new URL(path.replace(/(^|\/)index\.html$/, '$1'), scope).href

/** Returns where the answer to a request comes from. */
export function answerFor({ method, url, mode, cache }: Asked, scope: string, files: ReadonlySet<string>): Answer {
  const network: Answer = { from: 'network' }
  // Who asks past every cache wants to know what the server has.
  if (method !== 'GET' || cache === 'no-store' || cache === 'reload' || !url.startsWith(scope)) return network
  const path = pathOf(url.slice(scope.length))
  if (path === undefined) return network
  // Only the page's own address: what another page of the scope is, the server says.
  const page = path === '' || path === 'index.html' || (mode === 'navigate' && /^(%3f|？)m/i.test(path))
  if (page) return { from: 'kept', path: 'index.html' }
  const file = isBeside(path) ? path.replace(/\/$/, '/index.html') : path
  if (!files.has(file)) return network
  return isBeside(path) ? { from: 'network', otherwise: file } : { from: 'kept', path: file }
}

function pathOf(rest: string): string | undefined {
  try {
    return decodeURI(rest.replace(/[?#].*$/, ''))
  } catch {
    return undefined
  }
}

/**
 * Returns the part of a file that a range asks for, as first and last byte; undefined for one that cannot be given, and
 * for none.
 */
export function rangeOf(header: string | null, size: number): { first: number; last: number } | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return undefined
  const [from, to] = [found[1], found[2]].map((text) => (text ? Number(text) : undefined))
  const first = from ?? Math.max(0, size - (to ?? 0))
  const last = from === undefined ? size - 1 : Math.min(to ?? size - 1, size - 1)
  return first <= last && first < size ? { first, last } : undefined
}
