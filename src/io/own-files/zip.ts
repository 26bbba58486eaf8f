/** Reads archives, counting what they inflate to while they do. Pure. */
import { Inflate } from 'fflate'
import { decodeAs } from './decode-text'
import { ownLimits, RefusedFile } from './limits'

/** A file in an archive. */
export interface ZipEntry {
  /** Its path in the archive. */
  name: string
  /** Its bytes. Throws a `RefusedFile` if it inflates to too much, or is damaged. */
  read(): Uint8Array
  /** Inflates it without keeping it. Throws as `read` does. */
  measure(): void
}

const signature = { entry: 0x02014b50, end: 0x06054b50, local: 0x04034b50 } as const
const utf8Names = 0x800
/** Small enough that no piece inflates to more than a few megabytes. */
const chunkBytes = 4096
/** Up to here a file may be as repetitive as it likes. */
const freeBytes = 20_000_000

/** Returns the files of an archive, without folders and what macOS adds. Throws a `RefusedFile` for one that is none. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return listed(bytes, view)
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    throw new RefusedFile('damaged')
  }
}

function listed(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > ownLimits.entries) throw new RefusedFile('too-large', { limit: ownLimits.entries })
  const total = { bytes: 0 }
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== signature.entry) throw new RefusedFile('damaged')
    const nameLength = view.getUint16(at + 28, true)
    const flags = view.getUint16(at + 8, true)
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), flags)
    const header = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      whole: view.getUint32(at + 24, true),
      local: view.getUint32(at + 42, true),
      encrypted: (flags & 1) === 1,
    }
    if (!/\/$|(?:^|\/)(?:__MACOSX|\.DS_Store|\._)/.test(name))
      entries.push({
        name,
        read: () => inflated(bytes, view, header, total, true),
        measure: () => void inflated(bytes, view, header, total, false),
      })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

interface EntryHeader {
  method: number
  packed: number
  /** What it says it inflates to. */
  whole: number
  local: number
  encrypted: boolean
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - 65_536; at--) if (view.getUint32(at, true) === signature.end) return at
  throw new RefusedFile('damaged')
}

/** Without the mark of UTF-8 names, an archive made by a Chinese Windows has them in GB 18030. */
function nameOf(bytes: Uint8Array, flags: number): string {
  if ((flags & utf8Names) === 0) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return decodeAs(bytes, 'gb18030')
    }
  }
  return decodeAs(bytes, 'utf-8')
}

function inflated(
  bytes: Uint8Array,
  view: DataView,
  { method, packed, whole, local, encrypted }: EntryHeader,
  total: { bytes: number },
  keep: boolean,
): Uint8Array {
  if (encrypted) throw new RefusedFile('encrypted')
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== signature.local) throw new RefusedFile('damaged')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const data = bytes.subarray(start, start + packed)
  assertInflated(whole, packed, total.bytes + whole)
  if (method === 0) return data
  if (method !== 8) throw new RefusedFile('unsupported-compression', { method })
  return inflateCounted((onChunk) => new Inflate(onChunk), data, total, keep)
}

/** An inflater that takes chunks, as fflate's are. */
interface ChunkInflater {
  push(chunk: Uint8Array, final?: boolean): void
}

/**
 * Returns what bytes inflate to, adding to a total of several. Throws a `RefusedFile` as soon as it is more than is taken,
 * or out of proportion. Unless `keep`, the bytes are only counted.
 */
export function inflateCounted(
  start: (onChunk: (chunk: Uint8Array) => void) => ChunkInflater,
  data: Uint8Array,
  total: { bytes: number },
  keep = true,
): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  const inflater = start((chunk) => {
    length += chunk.length
    total.bytes += chunk.length
    assertInflated(length, data.length, total.bytes)
    if (keep) chunks.push(chunk)
  })
  try {
    for (let at = 0; at === 0 || at < data.length; at += chunkBytes)
      inflater.push(data.subarray(at, at + chunkBytes), at + chunkBytes >= data.length)
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('damaged')
  }
  return joined(chunks, keep ? length : 0)
}

function assertInflated(length: number, packed: number, total: number): void {
  const isOutOfProportion = length > freeBytes && length > packed * ownLimits.inflatedRatio
  if (total > ownLimits.inflatedBytes || isOutOfProportion)
    throw new RefusedFile('inflates-too-much', { megabytes: Math.round(ownLimits.inflatedBytes / 1e6) })
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
