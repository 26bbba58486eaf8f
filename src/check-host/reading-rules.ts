/** Rules on compression and byte ranges. Pure. */
import type { Archive, Observed } from './observed'
import { type Problem, problemAt } from './problem'
import { isOk, type Reply, typeOf } from './reply'

/** A text shorter than this gains nothing by compression. */
export const leastCompressedBytes = 1400

/** Text is compressed. */
export function compressesText({ texts }: Observed): Problem[] {
  const plain = texts.filter(({ reply }) => isOk(reply) && !isCompressed(reply.headers))
  return problemAt(
    'not-compressed',
    plain.map(({ file }) => file.path),
    { types: [...new Set(plain.map(({ reply }) => typeOf(reply.headers)))].join(' ') },
  )
}

const isCompressed = (headers: { readonly [name: string]: string }) =>
  !/^(identity)?$/.test((headers['content-encoding'] ?? '').trim())

/** Archives are served by ranges, and as they are. */
export const readsRanges = ({ archives }: Observed): Problem[] => archives.flatMap(rangesOf)

function rangesOf({ path, bytes, plain, compressed }: Archive): Problem[] {
  if (!isOk(plain))
    return isElsewhere(path) ? problemAt('archive-missing', [path], { status: String(plain.status) }) : []
  if (!isRange(plain, bytes)) return problemAt('no-ranges', [path], { status: String(plain.status) })
  const given = `${compressed.status} ${compressed.headers['content-encoding'] ?? ''}`.trim()
  const isWhole = isRange(compressed, bytes) && !isCompressed(compressed.headers)
  return isWhole ? [] : problemAt('ranges-compressed', [path], { given })
}

function isRange({ status, headers, body }: Reply, bytes: number | undefined): boolean {
  const [, total] = /^bytes 0-99\/(\d+)$/.exec(headers['content-range']?.trim() ?? '') ?? []
  return (
    status === 206 && body.length === 100 && total !== undefined && (bytes === undefined || Number(total) === bytes)
  )
}

const isElsewhere = (path: string) => /^https?:/.test(path)

/** An archive of another host must let pages of this one read it. */
export function openToSite({ address, archives }: Observed): Problem[] {
  const { origin } = new URL(address)
  const closed = archives.filter(
    ({ path, plain }) =>
      isElsewhere(path) && isOk(plain) && !['*', origin].includes(plain.headers['access-control-allow-origin'] ?? ''),
  )
  return problemAt(
    'cors-closed',
    closed.map(({ path }) => path),
    { origin },
  )
}

/** Only where another site may read at all: to a page of the same site every header is open. */
export function etagOpen({ archives }: Observed): Problem[] {
  const hidden = archives.filter(({ plain: { headers } }) => {
    if (!headers['access-control-allow-origin']) return false
    const open = (headers['access-control-expose-headers'] ?? '').toLowerCase().split(/\s*,\s*/)
    return !open.includes('*') && !['etag', 'content-range'].every((name) => open.includes(name))
  })
  return problemAt(
    'etag-hidden',
    hidden.map(({ path }) => path),
  )
}
