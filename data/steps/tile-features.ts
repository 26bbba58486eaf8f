/** Reads the features of a vector tile back: what tells whether one of them was dropped. Pure. */

/** A feature as a tile holds it; its geometry only as the number of its commands. */
export interface TileFeature {
  properties: { readonly [key: string]: string | number | boolean }
  commands: number
}

type Field = { tag: number; value: number; bytes?: Uint8Array }

/** Returns the features of one layer of an uncompressed vector tile; none if it has no such layer. */
export function tileFeatures(tile: Uint8Array, layer: string): TileFeature[] {
  return fieldsOf(tile).flatMap(({ tag, bytes }) => {
    if (tag !== 3 || !bytes) return []
    const fields = fieldsOf(bytes)
    const parts = (wanted: number) =>
      fields.flatMap((field) => (field.tag === wanted && field.bytes ? [field.bytes] : []))
    const [name] = parts(1)
    if (!name || textOf(name) !== layer) return []
    const [keys, values] = [parts(3).map(textOf), parts(4).map(valueIn)]
    return parts(2).map((feature) => featureOf(fieldsOf(feature), keys, values))
  })
}

function featureOf(
  fields: readonly Field[],
  keys: readonly string[],
  values: readonly (string | number | boolean)[],
): TileFeature {
  const packed = (wanted: number) => varintsIn(fields.find(({ tag }) => tag === wanted)?.bytes ?? new Uint8Array())
  const tags = packed(2)
  const pairs = tags.flatMap((key, at) => (at % 2 === 0 ? [[keys[key] ?? '', values[tags[at + 1] ?? -1] ?? '']] : []))
  return { properties: Object.fromEntries(pairs), commands: packed(4).length }
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** The wire type of a value tells what it is: text, float, double, a whole number or a truth. */
function valueIn(bytes: Uint8Array): string | number | boolean {
  const [field] = fieldsOf(bytes)
  if (!field) return ''
  const { tag, value, bytes: content } = field
  const view = content && new DataView(content.buffer, content.byteOffset, content.byteLength)
  if (tag === 1) return textOf(content ?? new Uint8Array())
  if (tag === 2 && view) return view.getFloat32(0, true)
  if (tag === 3 && view) return view.getFloat64(0, true)
  if (tag === 6) return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  return tag === 7 ? value === 1 : value
}

const fixedBytes: { readonly [wireType: number]: number } = { 1: 8, 5: 4 }

function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = []
  const at = { place: 0 }
  while (at.place < bytes.length) {
    const head = varint(bytes, at)
    const [tag, type] = [Math.floor(head / 8), head % 8]
    const value = type === 0 || type === 2 ? varint(bytes, at) : 0
    const length = type === 2 ? value : (fixedBytes[type] ?? 0)
    fields.push({ tag, value, ...(type === 0 ? {} : { bytes: bytes.subarray(at.place, at.place + length) }) })
    at.place += length
  }
  return fields
}

function varintsIn(bytes: Uint8Array): number[] {
  const numbers: number[] = []
  const at = { place: 0 }
  while (at.place < bytes.length) numbers.push(varint(bytes, at))
  return numbers
}

function varint(bytes: Uint8Array, at: { place: number }): number {
  let value = 0
  for (let shift = 1; ; shift *= 128) {
    const byte = bytes[at.place++] ?? 0
    value += (byte % 128) * shift
    if (byte < 128) return value
  }
}
