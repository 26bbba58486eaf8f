/** Spoils sound files at random. */
import type { NamedBytes } from '../../../../src/io/own-files/named-bytes'
import { seeded } from '../../../fixtures/seeded'

type Spoil = (bytes: Uint8Array, random: () => number) => Uint8Array

const place = (bytes: Uint8Array, random: () => number) => Math.floor(random() * bytes.length)

/** Ways of spoiling bytes. */
const spoils: readonly Spoil[] = [
  (bytes, random) => {
    const copy = bytes.slice()
    for (let flips = 1 + Math.floor(random() ** 3 * 60); flips > 0; flips--) {
      const at = place(copy, random)
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
    return copy
  },
  (bytes, random) => bytes.slice(0, place(bytes, random)),
  (bytes, random) => bytes.slice(place(bytes, random)),
  (bytes, random) => {
    const [from, to] = [place(bytes, random), place(bytes, random)].sort((one, other) => one - other)
    return joined([bytes.subarray(0, to), bytes.subarray(from)])
  },
  (bytes, random) => {
    const copy = bytes.slice()
    const at = place(copy, random)
    return copy.fill(random() < 0.5 ? 0 : 0xff, at, at + 1 + Math.floor(random() * 40))
  },
  (bytes, random) => {
    const noise = Uint8Array.from({ length: 1 + Math.floor(random() * 200) }, () => Math.floor(random() * 256))
    const at = place(bytes, random)
    return joined([bytes.subarray(0, at), noise, bytes.subarray(at)])
  },
  // Numbers where lengths and offsets stand become as large as they can.
  (bytes, random) => {
    const copy = bytes.slice()
    const at = place(copy, random) & ~3
    if (at + 4 <= copy.length) new DataView(copy.buffer).setUint32(at, random() < 0.5 ? 0xffffffff : 0x7fffffff, true)
    return copy
  },
]

/** Returns bytes one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Returns `count` spoiled files made of sound ones, the same for the same seed. */
export function spoiledFiles(sound: readonly NamedBytes[], count: number, seed: number): NamedBytes[] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, at) => {
    const file = sound[at % sound.length] ?? { name: 'a.csv', bytes: new Uint8Array() }
    const spoil = spoils[Math.floor(random() * spoils.length)]
    return { name: file.name, bytes: spoil?.(file.bytes, random) ?? file.bytes }
  })
}
