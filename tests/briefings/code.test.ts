import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBriefing, encodeBriefing } from '../../src/io/briefing-code/briefing-code'
import { briefingDictionary } from '../../src/io/briefing-code/dictionary'
import { decodeValue, encodeView, linkLengthCap } from '../../src/state/link'
import { readBriefing, storedBriefing } from '../../src/state/stored-briefing'
import { eightScenes } from './eight-scenes'
import { briefings } from './samples'

describe('a briefing in a link', () => {
  test('is the same when it is read', () => {
    let read = 0
    fc.assert(
      fc.property(briefings, (briefing) => {
        const decoded = decodeBriefing(encodeBriefing(storedBriefing(briefing)))
        // One too long for a link is not read back; a file holds it.
        if (!decoded.ok) {
          expect(decoded.reason).toBe('tooLarge')
          return
        }
        read++
        expect(readBriefing(decoded.stored)).toEqual(readBriefing(storedBriefing(briefing)))
      }),
      { numRuns: 200, seed: 20_261_130, endOnFailure: true },
    )
    expect(read).toBeGreaterThan(100)
  })

  test('of eight scenes fits into 1,000 characters, with the first scene in fields of its own', () => {
    const { scenes, release } = readBriefing(eightScenes)
    const view = { ...scenes[0]?.view, scene: { briefing: 'own', index: 1 }, ownBriefing: encodeBriefing(eightScenes) }
    const value = encodeView(view as Parameters<typeof encodeView>[0], release)
    expect(value.length).toBeLessThanOrEqual(linkLengthCap)
    const decoded = decodeBriefing(decodeValue(value).view.ownBriefing ?? '')
    expect(decoded.ok && readBriefing(decoded.stored)).toEqual(readBriefing(eightScenes))
  })

  test('holds no notes', () => {
    const [first, ...others] = eightScenes.scenes
    const noted = { ...eightScenes, scenes: [{ ...first, notes: '不念这一句' }, ...others] } as typeof eightScenes
    expect(encodeBriefing(noted)).toBe(encodeBriefing(eightScenes))
  })

  test('is refused when it swells beyond 64 kB', () => {
    const long = { ...eightScenes, scenes: [{ no: 1, title: '', view: '1', points: [{ text: '字'.repeat(30_000) }] }] }
    expect(encodeBriefing(long).length).toBeLessThan(linkLengthCap)
    expect(decodeBriefing(encodeBriefing(long))).toEqual({ ok: false, reason: 'tooLarge' })
  })

  test('is read with the dictionary it was written with: that text never changes', () => {
    expect(new TextEncoder().encode(briefingDictionary).length).toBeLessThanOrEqual(32_768)
    expect(createHash('sha256').update(briefingDictionary).digest('hex')).toBe(
      '6e29ba4aa2894f6b471320022b86a7d019d860ea3989c08c8c264aa37aeb22ac',
    )
  })
})
