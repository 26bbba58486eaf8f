/**
 * Writes a PMTiles archive (specification version 3). Identical tiles are stored once, adjacent ones along the
 * Hilbert curve share a directory entry, tiles and directories are gzipped. The same input always gives the same
 * bytes.
 */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type Entry, zxyToTileId } from 'pmtiles'

/** An uncompressed vector tile. */
export interface Tile {
  z: number
  x: number
  y: number
  data: Uint8Array
}

/** The header and metadata of an archive. */
export interface ArchiveDescription {
  /** West, south, east, north in degrees. */
  bounds: readonly [number, number, number, number]
  minZoom: number
  maxZoom: number
  /** What the specification calls JSON metadata: `name`, `attribution`, `vector_layers`. */
  metadata: object
}

const HEADER_BYTES = 127
/** A reader fetches this much first and expects the whole root directory in it. */
const FIRST_FETCH_BYTES = 16_384
const LEAF_ENTRIES = 4096

/** Returns the archive. Throws if a tile is given twice, or the root directory does not fit the first fetch. */
export function writeArchive(tiles: readonly Tile[], description: ArchiveDescription): Uint8Array {
  const { entries, contents } = storeOnce(tiles)
  const tileData = concatenated(contents)
  const { root, leaves } = directories(entries)
  const metadata = gzip(new TextEncoder().encode(JSON.stringify(description.metadata)))
  const sections = [root, metadata, leaves, tileData]
  const header = writeHeader(sections, description, {
    addressed: entries.reduce((sum, { runLength }) => sum + runLength, 0),
    entries: entries.length,
    contents: contents.length,
  })
  return concatenated([header, ...sections])
}

function storeOnce(tiles: readonly Tile[]): { entries: Entry[]; contents: Uint8Array[] } {
  const sorted = tiles
    .map(({ z, x, y, data }) => ({ tileId: zxyToTileId(z, x, y), data }))
    .sort((a, b) => a.tileId - b.tileId)
  const known = new Map<string, { offset: number; length: number }>()
  const entries: Entry[] = []
  const contents: Uint8Array[] = []
  let end = 0
  for (const { tileId, data } of sorted) {
    const key = createHash('sha256').update(data).digest('base64')
    let place = known.get(key)
    if (!place) {
      const packed = gzip(data)
      place = { offset: end, length: packed.length }
      known.set(key, place)
      contents.push(packed)
      end += packed.length
    }
    const last = entries.at(-1)
    if (last && last.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength++
    else if (last && last.tileId + last.runLength > tileId) throw new Error(`tile ${tileId} is given twice`)
    else entries.push({ tileId, ...place, runLength: 1 })
  }
  return { entries, contents }
}

/** One root directory where it fits the reader's first fetch, else a root of leaves. */
function directories(entries: Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = gzip(writeDirectory(entries))
  if (whole.length <= FIRST_FETCH_BYTES - HEADER_BYTES) return { root: whole, leaves: new Uint8Array() }
  const leaves: Uint8Array[] = []
  const pointers: Entry[] = []
  let offset = 0
  for (let start = 0; start < entries.length; start += LEAF_ENTRIES) {
    const part = entries.slice(start, start + LEAF_ENTRIES)
    const leaf = gzip(writeDirectory(part))
    pointers.push({ tileId: part[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 })
    leaves.push(leaf)
    offset += leaf.length
  }
  const root = gzip(writeDirectory(pointers))
  if (root.length > FIRST_FETCH_BYTES - HEADER_BYTES) throw new RangeError(`root directory of ${root.length} bytes`)
  return { root, leaves: concatenated(leaves) }
}

function writeDirectory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = []
  writeVarint(bytes, entries.length)
  entries.forEach(({ tileId }, index) => {
    writeVarint(bytes, tileId - (entries[index - 1]?.tileId ?? 0))
  })
  for (const { runLength } of entries) writeVarint(bytes, runLength)
  for (const { length } of entries) writeVarint(bytes, length)
  entries.forEach(({ offset }, index) => {
    const before = entries[index - 1]
    writeVarint(bytes, before && offset === before.offset + before.length ? 0 : offset + 1)
  })
  return Uint8Array.from(bytes)
}

function writeVarint(bytes: number[], value: number): void {
  let rest = value
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  bytes.push(rest)
}

const MVT = 1
const GZIP = 2

function writeHeader(
  sections: readonly Uint8Array[],
  { bounds, minZoom, maxZoom }: ArchiveDescription,
  counts: { addressed: number; entries: number; contents: number },
): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES)
  const view = new DataView(header.buffer)
  header.set(new TextEncoder().encode('PMTiles'), 0)
  view.setUint8(7, 3)
  let offset = HEADER_BYTES
  sections.forEach((section, index) => {
    view.setBigUint64(8 + index * 16, BigInt(offset), true)
    view.setBigUint64(16 + index * 16, BigInt(section.length), true)
    offset += section.length
  })
  view.setBigUint64(72, BigInt(counts.addressed), true)
  view.setBigUint64(80, BigInt(counts.entries), true)
  view.setBigUint64(88, BigInt(counts.contents), true)
  header.set([1, GZIP, GZIP, MVT, minZoom, maxZoom], 96)
  const [west, south, east, north] = bounds
  const degrees = (at: number, value: number) => view.setInt32(at, Math.round(value * 1e7), true)
  degrees(102, west)
  degrees(106, south)
  degrees(110, east)
  degrees(114, north)
  view.setUint8(118, Math.round((minZoom + maxZoom) / 2))
  degrees(119, (west + east) / 2)
  degrees(123, (south + north) / 2)
  return header
}

function gzip(data: Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(data, { level: 9 }))
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
