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

/** Where an answer comes from: a kept file by its path, else the network as if there were no worker. */
export type Answer = { from: 'kept'; path: string } | { from: 'network' }

const prefix = 'yulan'

/** Returns the name of the cache of a version; other applications and other folders of the origin have others. */
export const cacheName = (scope: string, version: string) => `${prefix} ${new URL(scope).pathname} ${version}`

/** Returns whether a cache is an older one of the same scope. */
export const isOlderCache = (name: string, scope: string, version: string) =>
  name.startsWith(`${prefix} ${new URL(scope).pathname} `) && name !== cacheName(scope, version)

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
  return files.has(path) ? { from: 'kept', path } : network
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
