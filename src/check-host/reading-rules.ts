/** Rules on compression and byte ranges. Pure. */
import type { Observed } from './observed'
import { type Problem, problemAt } from './problem'
import { isOk, typeOf } from './reply'

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
export function readsRanges({ archive }: Observed): Problem[] {
  if (!archive || !isOk(archive.plain)) return []
  const { file, plain, compressed } = archive
  const isRange = ({ status, headers, body }: typeof plain) =>
    status === 206 && body.length === 100 && headers['content-range']?.trim() === `bytes 0-99/${file.bytes}`
  if (!isRange(plain)) return problemAt('no-ranges', [file.path], { status: String(plain.status) })
  const isWhole = isRange(compressed) && !isCompressed(compressed.headers)
  return isWhole
    ? []
    : problemAt('ranges-compressed', [file.path], {
        given: `${compressed.status} ${compressed.headers['content-encoding'] ?? ''}`.trim(),
      })
}

/** Only where another site may read at all: to a page of the same site every header is open. */
export function etagOpen({ archive }: Observed): Problem[] {
  if (!archive?.plain.headers['access-control-allow-origin']) return []
  const open = (archive.plain.headers['access-control-expose-headers'] ?? '').toLowerCase().split(/\s*,\s*/)
  const isOpen = open.includes('*') || ['etag', 'content-range'].every((name) => open.includes(name))
  return isOpen ? [] : problemAt('etag-hidden', [archive.file.path])
}
