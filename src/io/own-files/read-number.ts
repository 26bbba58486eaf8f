/** Numbers and degrees as people write them. Pure. */

/** Returns a text with full-width digits, signs and letters as plain ones, other dashes as minus, without outer blanks. */
export const plainText = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[−–—－]/g, '-')
    .replace(/[\u00A0\u3000\u200B\uFEFF]/g, ' ')
    .trim()

/** How a column writes its numbers: `1,234.5` or `1234,5`. */
export type DecimalMark = '.' | ','

const withPoint = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/
const withComma = /^[+-]?(?:\d{1,3}(?:[. ]\d{3})+|\d+)?(?:,\d+)?$/

/** Returns whether a plain text is a number written with a mark; a code such as `007` or `891e3` is none. */
export function isNumber(text: string, mark: DecimalMark): boolean {
  if (!/\d/.test(text) || text.length > 40) return false
  if (/^[+-]?0\d/.test(text) || (text.match(/\d/g)?.length ?? 0) > 15) return false
  return (mark === '.' ? withPoint : withComma).test(text)
}

/** Returns the number of a text for which `isNumber` is true. */
export const toNumber = (text: string, mark: DecimalMark): number =>
  Number(mark === '.' ? text.replaceAll(',', '') : text.replace(/[. ]/g, '').replace(',', '.'))

const letters: { readonly [letter: string]: number } = { E: 1, N: 1, 东: 1, 北: 1, W: -1, S: -1, 西: -1, 南: -1 }

/**
 * Returns degrees, or metres of a projection, from a text: `106.55`, `106,55`, `１０６．５５`, `106°33′12″E`, `东经106度33分`,
 * `106 33 12`, `106:33.2`. Undefined if it is none of these, or minutes or seconds reach 60.
 */
export function readCoordinate(value: string): number | undefined {
  if (value.length > 60) return undefined
  const text = plainText(value).toUpperCase()
  const letter = /^(?:[东西]经|[北南]纬|[EWNS东西南北])|[EWNS]$/.exec(text)?.[0]
  const sign = letters[letter?.[0] ?? ''] ?? 1
  const bare = text
    .replace(/^(?:[东西]经|[北南]纬|[EWNS东西南北])\s*[:]?/, '')
    .replace(/[EWNS]$/, '')
    .trim()
  const degrees = plainDegrees(bare) ?? sexagesimal(bare)
  return degrees === undefined ? undefined : sign * degrees
}

function plainDegrees(text: string): number | undefined {
  const match = /^([+-]?\d{1,9})(?:[.,](\d*))?\s*[°º度]?$/.exec(text)
  if (match) return Number(`${match[1]}.${match[2] || '0'}`)
  const grouped = /^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/.exec(text)
  if (grouped) return Number(text.replaceAll(',', ''))
  const power = /^[+-]?\d(?:\.\d+)?E\+?\d{1,2}$/.exec(text)
  return power ? Number(text) : undefined
}

const parts =
  /^([+-]?)(\d{1,3})(?:\s*[°º度:]\s*|\s+)(\d{1,2}(?:[.,]\d+)?)(?:\s*[′'’‘´分:]\s*|\s+|$)(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:[″"”“秒]|''|′′|’’)?)?$/

function sexagesimal(text: string): number | undefined {
  const match = parts.exec(text)
  if (!match) return undefined
  const [degrees, minutes, seconds] = [match[2], match[3], match[4] ?? '0'].map((part) =>
    Number(part?.replace(',', '.')),
  )
  if (degrees === undefined || minutes === undefined || seconds === undefined) return undefined
  if (minutes >= 60 || seconds >= 60) return undefined
  return (match[1] === '-' ? -1 : 1) * (degrees + minutes / 60 + seconds / 3600)
}

/** Returns the two numbers of a text that holds both coordinates, in its order; undefined if it does not. */
export function readCoordinatePair(value: string): readonly [number, number] | undefined {
  if (value.length > 120) return undefined
  const text = plainText(value)
    .replace(/^[([{]|[)\]}]$/g, '')
    .replace(/^POINT\s*\(/i, '')
  for (const separator of [/\s*[,;、|/]\s*/, /\s+/]) {
    const both = text.split(separator).filter(Boolean)
    const [first, second] = both.map(readCoordinate)
    if (both.length === 2 && first !== undefined && second !== undefined) return [first, second]
  }
  return undefined
}
