/** Writes PNG files, without an image library. */
import { crc32, deflateSync } from 'node:zlib'

/** An image: 8 bits a channel, RGBA, row by row, not premultiplied. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

/** Returns the PNG file of an image, one byte a pixel where it has few colours. Throws if `data` has another length than `width` × `height` × 4. */
export function encodePng({ width, height, data }: Pixels): Uint8Array {
  if (data.length !== width * height * 4) throw new RangeError(`${data.length} bytes for ${width} × ${height} pixels`)
  const indexed = withPalette(data)
  const stride = width * (indexed ? 1 : 4)
  const pixels = indexed?.pixels ?? data
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, indexed ? colorTypes.palette : colorTypes.rgba, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (stride + 1))
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [
    chunk('IHDR', header),
    ...(indexed ? [chunk('PLTE', indexed.colors), chunk('tRNS', indexed.alphas)] : []),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat([signature, ...chunks]))
}

const colorTypes = { palette: 3, rgba: 6 } as const
/** One byte tells so many apart. */
const mostColors = 256

/** The numbers of the colours pixel by pixel, and the colours; undefined where there are too many of them. */
function withPalette(data: Uint8Array): { pixels: Buffer; colors: Buffer; alphas: Buffer } | undefined {
  const rgba = Buffer.from(data)
  const numbers = new Map<number, number>()
  const pixels = Buffer.alloc(data.length / 4)
  for (let at = 0; at < pixels.length; at++) {
    const color = rgba.readUInt32BE(at * 4)
    const number = numbers.get(color) ?? numbers.size
    if (number === mostColors) return undefined
    numbers.set(color, number)
    pixels[at] = number
  }
  const colors = [...numbers.keys()]
  return {
    pixels,
    colors: Buffer.from(colors.flatMap((color) => [color >>> 24, (color >>> 16) & 255, (color >>> 8) & 255])),
    alphas: Buffer.from(colors.map((color) => color & 255)),
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
