/** Bytes of text files as text: UTF-8, UTF-16 with a byte-order mark, or GB 18030. */

/** The encodings that are told apart. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const marks: readonly { bytes: readonly number[]; encoding: TextEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/**
 * Returns the text of bytes without a byte-order mark, and its encoding: that of the mark, else UTF-8 if every byte fits,
 * or nearly every one, else GB 18030. What cannot be decoded becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte))
  if (mark) return { text: decodeAs(bytes, mark.encoding), encoding: mark.encoding }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const encoding = mostlyUtf8(bytes) ? 'utf-8' : 'gb18030'
    return { text: decodeAs(bytes, encoding), encoding }
  }
}

/** GB 2312 and GBK are parts of GB 18030. */
const chineseLabel = /^\s*(?:(?:cp|ms|windows-?|ansi\s*)?936|x?-?gbk|gb_?2312(?:-80)?|gb_?18030|euc-?cn)\s*$/i

/** Returns the text of bytes in an encoding by its label, such as `GBK` or `936`; GB 18030 for one that no decoder knows. */
export function decodeAs(bytes: Uint8Array, label: string): string {
  const named = chineseLabel.test(label) ? 'gb18030' : label.trim()
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** One damaged byte must not turn a whole UTF-8 file into another encoding: characters of several bytes that fit decide. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let [fitting, unfitting] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const length = lengthOfSequence(bytes[at] ?? 0)
    if (length === 1) continue
    if (length > 1 && continues(bytes, at, length)) {
      fitting++
      at += length - 1
    } else unfitting++
  }
  return fitting > 10 * unfitting
}

function lengthOfSequence(byte: number): number {
  if (byte < 0x80) return 1
  if (byte >= 0xf0 && byte < 0xf5) return 4
  if (byte >= 0xe0) return byte < 0xf0 ? 3 : 0
  return byte >= 0xc2 ? 2 : 0
}

function continues(bytes: Uint8Array, at: number, length: number): boolean {
  for (let next = at + 1; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false
  return true
}
