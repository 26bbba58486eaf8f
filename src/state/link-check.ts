/** The check at a link's end: 20 bits of CRC-32 as four characters of Crockford's base 32 (no I, L, O, U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Returns the four check characters of an ASCII text. */
export function checkCharacters(text: string): string {
  const crc = crc32(text)
  return [15, 10, 5, 0].map((shift) => alphabet.charAt((crc >>> shift) & 31)).join('')
}

/** Returns whether a check that was read is the expected one, in either case and with I, L and O read as 1, 1 and 0. */
export function sameCheck(read: string, expected: string): boolean {
  return read.toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0') === expected
}

function crc32(text: string): number {
  let crc = 0xffffffff
  for (let index = 0; index < text.length; index++) {
    crc ^= text.charCodeAt(index) & 0xff
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
