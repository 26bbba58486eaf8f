import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { stripPng } from '../../../src/io/formats/png'

const signatureBytes = 8

/** The chunks of a PNG by name, several of one name joined. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>()
  for (let at = signatureBytes; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const name = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    chunks.set(name, Buffer.concat([chunks.get(name) ?? Buffer.alloc(0), data]))
    at += length + 12
  }
  return chunks
}

/** Rows whose pixels tell their place. */
const rowsOf = (width: number) => (top: number, count: number) =>
  new Uint8ClampedArray(width * count * 4).map((_, at) => {
    const [y, x, channel] = [top + Math.floor(at / (width * 4)), Math.floor(at / 4) % width, at % 4]
    return channel === 0 ? y % 256 : channel === 1 ? x % 256 : channel === 2 ? 7 : 128
  })

/** The bytes of pixels again from rows that say how they differ from the one above. */
function unfiltered(bytes: Buffer, height: number): Buffer[] {
  const length = bytes.length / height
  const rows: Buffer[] = []
  for (let y = 0; y < height; y++) {
    const row = bytes.subarray(y * length, (y + 1) * length)
    expect(row[0]).toBe(2)
    const above = rows[y - 1]
    rows.push(Buffer.from(row.subarray(1).map((value, at) => value + (above?.[at] ?? 0))))
  }
  return rows
}

test.each([
  [false, 3],
  [true, 4],
])('a picture comes back from its strips, with its resolution; transparent %s', async (transparent, channels) => {
  const [width, height] = [300, 700]
  const heard: number[] = []
  const blob = await stripPng(
    { width, height, dpi: 300, transparent, rows: rowsOf(width) },
    { onProgress: (done) => heard.push(done) },
  )
  const chunks = chunksOf(Buffer.from(await blob.arrayBuffer()))
  expect(chunks.get('IHDR')?.readUInt32BE(0)).toBe(width)
  expect(chunks.get('IHDR')?.readUInt32BE(4)).toBe(height)
  expect(chunks.get('pHYs')?.readUInt32BE(0)).toBe(11_811)
  const rows = unfiltered(inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0)), height)
  for (const y of [0, 255, 256, 511, 512, 699])
    for (const x of [0, 255, 299]) {
      const pixel = [...(rows[y]?.subarray(x * channels, (x + 1) * channels) ?? [])]
      expect(pixel).toEqual([y % 256, x % 256, 7, 128].slice(0, channels))
    }
  expect(heard.at(-1)).toBe(1)
  expect(heard.length).toBe(3)
})

test('a picture is given up between strips', async () => {
  const controller = new AbortController()
  const asked: number[] = []
  const rows = (top: number, count: number) => {
    asked.push(top)
    controller.abort(new Error('enough'))
    return rowsOf(8)(top, count)
  }
  const picture = { width: 8, height: 5000, dpi: 96, transparent: false, rows }
  await expect(stripPng(picture, { signal: controller.signal })).rejects.toThrow('enough')
  expect(asked).toEqual([0])
})
