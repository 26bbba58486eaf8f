/** Rules on what browsers and caches keep. Pure. */
import { createHash } from 'node:crypto'
import { isHashed } from './file-list'
import type { Observed } from './observed'
import { type Problem, problemAt } from './problem'
import { isOk, unpacked } from './reply'

const yearSeconds = 31_536_000
const monthSeconds = 2_592_000

/** A file asked for before it was uploaded would stay missing. */
export const missingIsForgotten = ({ missing }: Observed) =>
  problemAt(
    'fallback-kept',
    missing
      .filter(({ reply }) => reply.status >= 400 && maxAge(reply.headers['cache-control']) > 3600)
      .map(({ path }) => path),
  )

/** The page is of the build of the list. */
export function fresh({ page, list, files }: Observed): Problem[] {
  const digest = createHash('sha256').update(unpacked(page)).digest('hex')
  const entry = list?.files.find(({ path }) => path === 'index.html')
  const html = page.body.toString()
  const wanted = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, path = '']) => path)
  const known = new Set(files.map(({ file }) => file.path))
  const lost = list ? wanted.filter((path) => !known.has(path)) : []
  return entry && (entry.sha256 !== digest || lost.length > 0) ? problemAt('stale-page', ['index.html', ...lost]) : []
}

/** Returns for how many seconds an answer is kept without asking again; without a word, browsers guess. */
function maxAge(cacheControl: string | undefined): number {
  const words = (cacheControl ?? '').toLowerCase().split(/\s*,\s*/)
  if (words.includes('no-cache') || words.includes('no-store')) return 0
  const age = words.map((word) => /^max-age=(\d+)$/.exec(word)?.[1]).find((found) => found)
  return age === undefined ? Number.NaN : Number(age)
}

/** Names that stay while their content changes: the page, the folders' pages, the record under its documented names. */
export function asksAgain({ files, page }: Observed): Problem[] {
  const named = files.filter(({ file, reply }) => !isHashed(file.path) && isOk(reply))
  const kept = named.filter(({ reply }) => maxAge(reply.headers['cache-control']) !== 0)
  const given = kept[0]?.reply.headers['cache-control'] ?? page.headers['cache-control'] ?? '–'
  const paths = kept.map(({ file }) => file.path)
  const isPageKept = maxAge(page.headers['cache-control']) !== 0 && !paths.includes('index.html')
  return problemAt('page-kept', isPageKept ? ['', ...paths] : paths, { given })
}

/** Files with a hash in their name are kept. */
export function keepsHashed({ files }: Observed): Problem[] {
  const short = files.filter(
    ({ file, reply }) =>
      isHashed(file.path) && isOk(reply) && !(maxAge(reply.headers['cache-control']) >= monthSeconds),
  )
  return problemAt(
    'assets-not-kept',
    short.map(({ file }) => file.path),
    { given: short[0]?.reply.headers['cache-control'] ?? '–', seconds: String(yearSeconds) },
  )
}

/** A browser refuses to keep for the time without a network what varies by everything. */
export const storable = ({ files }: Observed) =>
  problemAt(
    'vary-all',
    files.filter(({ reply }) => /(^|,)\s*\*/.test(reply.headers.vary ?? '')).map(({ file }) => file.path),
  )
