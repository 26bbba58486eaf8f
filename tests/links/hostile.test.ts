import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { decodeAddress, encodeView } from '../../src/state/link'
import { linkTroubles } from '../../src/state/open-link'
import { goldenLinks } from './golden'

const strings = 100_000
const limitMilliseconds = 5
const links = goldenLinks()

/** Mulberry32: the same strings on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = randomNumbers(20_261_122)
const below = (limit: number) => Math.floor(random() * limit)
const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T
const repeat = (count: number, make: () => string) => Array.from({ length: count }, make).join('')

const linkSigns = [...'1~dfptlqwcazyxbisevk.-_0123456789abcdefghijklmnopqrstuvwxyz']
const brokenSigns = [
  ...'%&=?#/+\\<>"\'{}()[]。，～？＝％\u0000\u200b\ud800\n\r\t',
  '%25',
  '%E7',
  '&amp;',
  '=\r\n',
  '%u4E00',
]
const anything = () => String.fromCodePoint(below(0x10ffff))

const recipes: (() => string)[] = [
  () => repeat(below(300), () => pick(linkSigns)),
  () => `1~${repeat(below(300), () => pick(linkSigns))}`,
  () => repeat(below(300), () => pick([...linkSigns, ...brokenSigns])),
  () => repeat(below(100), anything),
  () => repeat(below(40), () => pick(links).value.split('~').at(below(6)) ?? '~'),
  () => pick(['%25', '%', '~', '.', '-', '1~d', '~k', 'm=', '?m=', '(', 'a_']).repeat(below(3000)),
  () => flippedBits(pick(links).value, 1 + below(6)),
]

function flippedBits(value: string, flips: number): string {
  const codes = [...value].map((sign) => sign.charCodeAt(0))
  for (let flip = 0; flip < flips; flip++) {
    const at = below(codes.length)
    codes[at] = (codes[at] ?? 0) ^ (1 << below(8))
  }
  return String.fromCharCode(...codes)
}

describe('nothing in a link', () => {
  const fetched = vi.fn()
  beforeAll(() => void vi.stubGlobal('fetch', fetched))
  afterAll(() => void vi.unstubAllGlobals())

  test('throws or takes longer than 5 ms, in 100,000 random and bit-flipped strings', { timeout: 240_000 }, () => {
    const slow: string[] = []
    const timed = (address: string) => {
      const start = performance.now()
      decodeAddress(address)
      return performance.now() - start
    }
    const quickest = (address: string) => Math.min(...Array.from({ length: 8 }, () => timed(address)))
    for (let count = 0; count < strings; count++) {
      const address = `https://example.org/${pick(['?m=', '?m=1~', '?', '#map=', '#', '?x=1&m='])}${pick(recipes)()}`
      // A string is slow if it is slow again: a busy machine interrupts any of them once.
      if (timed(address) > limitMilliseconds && quickest(address) > limitMilliseconds) slow.push(address.slice(0, 200))
    }
    expect(slow).toEqual([])
    expect(fetched).not.toHaveBeenCalled()
  })

  test('becomes another view unnoticed when bits flip', { timeout: 120_000 }, () => {
    const unnoticed: string[] = []
    for (let count = 0; count < strings / 4; count++) {
      const { value, view } = pick(links)
      const flipped = flippedBits(value, 1 + below(3))
      const decoded = decodeAddress(`https://example.org/?m=${flipped}`)
      if (decoded && linkTroubles(decoded).length > 0) continue
      if (!decoded || encodeView(decoded.view, '2026-11-22') !== encodeView(view, '2026-11-22')) unnoticed.push(flipped)
    }
    // 20 bits of check let one change in a million pass; this draw has none.
    expect(unnoticed).toEqual([])
  })

  test('is opened as something else when it is cut', () => {
    const unnoticed: string[] = []
    for (const { value, view } of links) {
      const whole = `https://example.org/map/?m=${value}`
      const beginning = whole.indexOf('?') + 1
      for (let length = beginning; length < whole.length; length++) {
        const decoded = decodeAddress(whole.slice(0, length))
        const noticed = decoded !== undefined && linkTroubles(decoded).length > 0
        const same = decoded && encodeView(decoded.view, '2026-11-22') === encodeView(view, '2026-11-22')
        if (!noticed && !same) unnoticed.push(whole.slice(0, length))
      }
    }
    expect(unnoticed).toEqual([])
  })
})
