/** Writes text in the encodings that files come in. */

/** The encodings of the corpus. */
export const encodings = {
  'utf-8': (text: string) => new TextEncoder().encode(text),
  'utf-8 with a mark': (text: string) => new TextEncoder().encode(`\uFEFF${text}`),
  gb18030: (text: string) => gb18030(text),
  'utf-16le': (text: string) => utf16(text, true),
  'utf-16be': (text: string) => utf16(text, false),
} as const

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2))
  view.setUint16(0, 0xfeff, isLittle)
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), isLittle)
  return new Uint8Array(view.buffer)
}

let codes: Map<string, number[]> | undefined

/** The platform only decodes: the codes of two and, for the characters used, of four bytes are found by decoding all. */
export function gb18030(text: string): Uint8Array {
  codes ??= twoByteCodes()
  const known = codes
  return Uint8Array.from([...text].flatMap((character) => known.get(character) ?? fourBytes(character)))
}

function twoByteCodes(): Map<string, number[]> {
  const found = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let code = 0; code < 0x80; code++) found.set(String.fromCharCode(code), [code])
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\uFFFD') found.set(character, [lead, trail])
    }
  return found
}

/** Beyond the basic plane the codes run on: 0x90308130 is U+10000. Others are looked for. */
function fourBytes(character: string): number[] {
  const point = character.codePointAt(0) ?? 0
  if (point >= 0x10000) return linear(0x90, point - 0x10000)
  const decoder = new TextDecoder('gb18030')
  for (let index = 0; index < 50_400; index++) {
    const bytes = linear(0x81, index)
    if (decoder.decode(Uint8Array.from(bytes)) === character) return bytes
  }
  throw new Error(`no code for ${character}`)
}

const linear = (first: number, index: number) => [
  first + Math.floor(index / 12_600),
  0x30 + (Math.floor(index / 1260) % 10),
  0x81 + (Math.floor(index / 10) % 126),
  0x30 + (index % 10),
]
