/** A link as a QR code: its modules, and the same as an SVG file. */
import { encode, type QrCodeGenerateResult } from 'uqr'

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
 * The strongest correction that keeps the code comfortable; a longer text gives up correction first and grows last.
 * Throws on a text no QR code holds (2,953 bytes).
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

/** Dark on white whatever the page's colours: readers expect nothing else. */
export function qrSvg({ path, width }: QrCode, pixels: number): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${width} ${width}" shape-rendering="crispEdges">`,
    `<rect width="${width}" height="${width}" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`,
  ].join('')
}
