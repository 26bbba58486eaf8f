/**
 * Writes a PMTiles archive (specification version 3) in parts, so that a reader fetches first what it shows first.
 * Identical tiles are stored once, adjacent ones along the Hilbert curve share a directory entry. Directories are
 * not compressed, nor need tiles be: a part compressed as a whole is a seventh smaller than its tiles each by itself. The same input always
 * gives the same bytes.
 */
import { createHash } from 'node:crypto'
import { type Entry, zxyToTileId } from 'pmtiles'

/** A vector tile, uncompressed unless the description says so. */
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
  /** Whether each tile is compressed by gzip. */
  compressed?: boolean
  /** What the specification calls JSON metadata: `name`, `attribution`, `vector_layers`. */
  metadata: object
}

const HEADER_BYTES = 127
/** A reader fetches this much first and expects the whole root directory in it. */
const FIRST_FETCH_BYTES = 16_384
const LEAF_ENTRIES = 4096

/**
 * Returns the archive cut into its parts, header and directories and one for each group with tiles in it: end to end
 * they are the archive. With one group it is whole. Throws if a tile is given twice, or the root directory does not fit
 * the first fetch.
 */
export function writeArchive(groups: readonly (readonly Tile[])[], description: ArchiveDescription): Uint8Array[] {
  const { places, parts } = storeOnce(groups)
  const entries = entriesOf(places)
  const { root, leaves } = directories(entries)
  const metadata = new TextEncoder().encode(JSON.stringify(description.metadata))
  const sections = [root, metadata, leaves, concatenated(parts.flat())]
  const header = writeHeader(sections, description, {
    addressed: places.length,
    entries: entries.length,
    contents: parts.flat().length,
    clustered: parts.length === 1,
  })
  const directory = [header, root, metadata, leaves]
  return (parts.length > 1 ? [directory, ...parts] : [[...directory, ...parts.flat()]]).map(concatenated)
}

/** Where the content of a tile begins among all contents, and its length. */
interface Place {
  tileId: number
  offset: number
  length: number
}

/** A content that several tiles have stands in the part of the first. */
function storeOnce(groups: readonly (readonly Tile[])[]): { places: Place[]; parts: Uint8Array[][] } {
  const known = new Map<string, { offset: number; length: number }>()
  const places: Place[] = []
  let end = 0
  const parts = groups.map((tiles) => {
    const contents: Uint8Array[] = []
    for (const { tileId, data } of byId(tiles)) {
      const key = createHash('sha256').update(data).digest('base64')
      const place = known.get(key) ?? { offset: end, length: data.length }
      if (place.offset === end) {
        known.set(key, place)
        contents.push(data)
        end += data.length
      }
      places.push({ tileId, ...place })
    }
    return contents
  })
  return { places: places.sort((a, b) => a.tileId - b.tileId), parts: parts.filter(({ length }) => length > 0) }
}

const byId = (tiles: readonly Tile[]) =>
  tiles.map(({ z, x, y, data }) => ({ tileId: zxyToTileId(z, x, y), data })).sort((a, b) => a.tileId - b.tileId)

function entriesOf(places: readonly Place[]): Entry[] {
  const entries: Entry[] = []
  for (const place of places) {
    const last = entries.at(-1)
    const next = last && last.tileId + last.runLength
    if (last && next === place.tileId && last.offset === place.offset) last.runLength++
    else if (next !== undefined && next > place.tileId) throw new Error(`tile ${place.tileId} is given twice`)
    else entries.push({ ...place, runLength: 1 })
  }
  return entries
}

/** One root directory where it fits the reader's first fetch, else a root of leaves. */
function directories(entries: Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = writeDirectory(entries)
  if (whole.length <= FIRST_FETCH_BYTES - HEADER_BYTES) return { root: whole, leaves: new Uint8Array() }
  const leaves: Uint8Array[] = []
  const pointers: Entry[] = []
  let offset = 0
  for (let start = 0; start < entries.length; start += LEAF_ENTRIES) {
    const part = entries.slice(start, start + LEAF_ENTRIES)
    const leaf = writeDirectory(part)
    pointers.push({ tileId: part[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 })
    leaves.push(leaf)
    offset += leaf.length
  }
  const root = writeDirectory(pointers)
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
const NOT_COMPRESSED = 1
const GZIP = 2

function writeHeader(
  sections: readonly Uint8Array[],
  { bounds, minZoom, maxZoom, compressed }: ArchiveDescription,
  counts: { addressed: number; entries: number; contents: number; clustered: boolean },
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
  header.set([counts.clustered ? 1 : 0, NOT_COMPRESSED, compressed ? GZIP : NOT_COMPRESSED, MVT, minZoom, maxZoom], 96)
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

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
