/** QR codes as PNG, for files. */
import { encode } from 'uqr'
import { greyPng } from './png'

/** Modules of white around a code, without which scanners do not find it. */
const margin = 4
const pixelsPerModule = 8

/** Returns the code of an address as PNG; undefined for one that no code holds. */
export function qrPng(text: string): Uint8Array | undefined {
  const code = encoded(text)
  if (!code) return undefined
  const width = (code.length + 2 * margin) * pixelsPerModule
  const pixels = new Uint8Array(width * width).fill(255)
  code.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return
      for (let line = 0; line < pixelsPerModule; line++) {
        const start = ((y + margin) * pixelsPerModule + line) * width + (x + margin) * pixelsPerModule
        pixels.fill(0, start, start + pixelsPerModule)
      }
    })
  })
  return greyPng(width, width, pixels)
}

function encoded(text: string): boolean[][] | undefined {
  try {
    return encode(text, { ecc: 'M', border: 0 }).data
  } catch {
    return undefined
  }
}
