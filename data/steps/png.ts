/** Writes PNG files, without an image library. */
import { crc32, deflateSync } from 'node:zlib'

/** An image: 8 bits a channel, RGBA, row by row, not premultiplied. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

/** Returns the PNG file of an image. Throws if `data` has another length than `width` × `height` × 4. */
export function encodePng({ width, height, data }: Pixels): Uint8Array {
  if (data.length !== width * height * 4) throw new RangeError(`${data.length} bytes for ${width} × ${height} pixels`)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width * 4 + 1))
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([signature, ...chunks]))
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
