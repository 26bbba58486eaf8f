/** Pictures as PNG, without a canvas: small ones of few colours in one piece, large ones strip by strip. */
import { strToU8, zlibSync } from 'fflate'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Returns a PNG of `width` × `height` grey pixels, row by row from the top; the same picture gives the same bytes. */
export function greyPng(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const rows = new Uint8Array(height * (width + 1))
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  return joined([
    new Uint8Array(signature),
    headerChunk({ width, height }, colorTypes.grey),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}

/** A picture that comes strip by strip. */
export interface StripPicture {
  /** Pixels. */
  width: number
  height: number
  /** Pixels an inch, told to whoever prints the file. */
  dpi: number
  /** Whether what it does not cover is seen through. */
  transparent: boolean
  /** Returns RGBA bytes of the rows from `top` on, row by row. */
  rows: (top: number, count: number) => Uint8ClampedArray
}

/** How the writing of a picture is followed and given up. */
export interface StripOptions {
  signal?: AbortSignal
  /** Hears which share of the rows is written, 0…1. */
  onProgress?: (done: number) => void
}

const mostStripPixels = 2 ** 19
/** Returns how many rows of a picture are asked for at once: the page waits for each strip. */
export const stripRowsOf = (width: number): number => Math.max(1, Math.min(256, Math.floor(mostStripPixels / width)))

/** The page has its turn between strips. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Returns the picture as a PNG; the whole of it is never in memory at once. Rejects with the signal's reason. */
export async function stripPng(picture: StripPicture, { signal, onProgress }: StripOptions = {}): Promise<Blob> {
  const { width, height, transparent, rows } = picture
  const channels = transparent ? 4 : 3
  const deflate = new CompressionStream('deflate')
  const written = partsOf(deflate.readable)
  const writer = deflate.writable.getWriter()
  const stripRows = stripRowsOf(width)
  let above = new Uint8Array(width * channels)
  try {
    for (let top = 0; top < height; top += stripRows) {
      signal?.throwIfAborted()
      const count = Math.min(stripRows, height - top)
      const filtered = filteredRows(rows(top, count), width, channels, above)
      above = filtered.last
      await writer.write(filtered.bytes)
      onProgress?.((top + count) / height)
      await nextTask()
    }
    await writer.close()
  } catch (error) {
    writer.abort(error).catch(() => undefined)
    written.catch(() => undefined)
    throw error
  }
  const data = (await written).map((part) => chunk('IDAT', part))
  const head = [
    new Uint8Array(signature),
    headerChunk(picture, transparent ? colorTypes.colorWithAlpha : colorTypes.color),
    resolutionChunk(picture.dpi),
  ]
  return new Blob([...head, ...data, chunk('IEND', new Uint8Array())], { type: 'image/png' })
}

async function partsOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return parts
    parts.push(value)
  }
}

/** Each row as what differs from the one above it: plain areas become zeros. */
function filteredRows(pixels: Uint8ClampedArray, width: number, channels: 3 | 4, above: Uint8Array<ArrayBuffer>) {
  const count = pixels.length / (width * 4)
  const length = width * channels
  const bytes = new Uint8Array(count * (length + 1))
  let before = above
  let row = new Uint8Array(length)
  for (let index = 0; index < count; index++) {
    let from = index * width * 4
    const to = index * (length + 1)
    bytes[to] = upFilter
    for (let at = 0; at < length; ) {
      for (let channel = 0; channel < channels; channel++, at++) {
        const value = pixels[from + channel] ?? 0
        row[at] = value
        bytes[to + 1 + at] = value - (before[at] ?? 0)
      }
      from += 4
    }
    const free = before === above ? new Uint8Array(length) : before
    before = row
    row = free
  }
  return { bytes, last: before }
}

/** PNG's filter type 2. */
const upFilter = 2
const colorTypes = { grey: 0, color: 2, colorWithAlpha: 6 } as const

function headerChunk({ width, height }: { width: number; height: number }, colorType: number) {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([8, colorType, 0, 0, 0], 8)
  return chunk('IHDR', header)
}

const metersPerInch = 0.0254

function resolutionChunk(dpi: number) {
  const bytes = new Uint8Array(9)
  const view = new DataView(bytes.buffer)
  const perMeter = Math.round(dpi / metersPerInch)
  view.setUint32(0, perMeter)
  view.setUint32(4, perMeter)
  bytes[8] = 1
  return chunk('pHYs', bytes)
}

function chunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(strToU8(name), 4)
  bytes.set(data, 8)
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)))
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 255] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}
