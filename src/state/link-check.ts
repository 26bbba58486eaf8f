/** The check at a link's end: 20 bits of CRC-32 as four characters of Crockford's base 32 (no I, L, O, U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Four characters that change when any character of `text` (ASCII) changes. */
export function checkCharacters(text: string): string {
  const crc = crc32(text)
  return [15, 10, 5, 0].map((shift) => alphabet.charAt((crc >>> shift) & 31)).join('')
}

/** Whether a check as read, in letters of either size and with I, L and O for 1, 1 and 0, is the one expected. */
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
