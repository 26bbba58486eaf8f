/** A link as a QR code, and the code as an SVG file. */
import { encode, type QrCodeGenerateResult } from 'uqr'

/** A QR code as an SVG path. */
export interface QrCode {
  /** 1–40; up to 10 it is read from a projected slide at the back of a room. */
  version: number
  correction: 'L' | 'M' | 'Q' | 'H'
  /** Modules across, without the margin. */
  size: number
  /** The dark modules as an SVG path, a module a unit, the margin included. */
  path: string
  /** Units across with the margin of four modules that readers need. */
  width: number
}

const margin = 4
/** The largest version a phone reads off a slide without effort. */
const comfortableVersion = 10

/**
 * Returns the code of a text with the strongest error correction that keeps it at version 10 or below; a longer text
 * has weaker correction, then more modules. Throws if no QR code holds the text (more than 2,953 bytes).
 */
export function qrCode(text: string): QrCode {
  for (const correction of ['H', 'Q', 'M', 'L'] as const) {
    const code = tried(text, correction)
    if (code && (code.version <= comfortableVersion || correction === 'L')) return drawn(code, correction)
  }
  throw new Error(`no QR code holds ${text.length} characters`)
}

function tried(text: string, ecc: QrCode['correction']): QrCodeGenerateResult | undefined {
  try {
    return encode(text, { ecc, boostEcc: false, border: 0 })
  } catch {
    return undefined
  }
}

/** Each row's runs of dark modules as one rectangle each. */
function drawn({ version, size, data }: QrCodeGenerateResult, correction: QrCode['correction']): QrCode {
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue
      let end = x
      while (row[end]) end++
      path += `M${x + margin} ${y + margin}h${end - x}v1h-${end - x}z`
      x = end
    }
  })
  return { version, correction, size, path, width: size + 2 * margin }
}

/** Returns a code as an SVG file `pixels` wide, always dark on white, because scanners expect it. */
export function qrSvg({ path, width }: QrCode, pixels: number): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${width} ${width}" shape-rendering="crispEdges">`,
    `<rect width="${width}" height="${width}" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`,
  ].join('')
}
