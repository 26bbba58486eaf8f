import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import { defaultView, type View } from '../../../src/model/view'
import { decodeAddress, decodeValue, encodeView, linkLengthCap } from '../../../src/state/link'
import { checkCharacters } from '../../../src/state/link-check'
import { views } from '../../fixtures/views'

const release = '2026-11-22'
const open = (value: string) => decodeAddress(`https://host/?m=${value}`)
const yubei: View = {
  ...defaultView(themeIds),
  districts: ['500112'],
  themes: ['in', 'tr'],
  camera: { zoom: 10.53, latitude: 29.563, longitude: 106.5516, bearing: 0, pitch: 0 },
}

describe('what is written', () => {
  test('only differences from the default, in the documented order', () => {
    expect(encodeView(defaultView(themeIds), release)).toMatch(/^1~v261122~k[0-9A-Z]{4}$/)
    expect(encodeView(yubei, release)).toMatch(/^1~d500112~t\.in\.tr~z10\.53~y29\.563~x106\.5516~v261122~k[0-9A-Z]{4}$/)
  })

  test('every view survives the link, in characters no program breaks, below the cap', { timeout: 180_000 }, () => {
    fc.assert(
      fc.property(views, (view) => {
        const value = encodeView(view, release)
        expect(value).toMatch(/^[A-Za-z0-9\-._~]+$/)
        expect(value.length).toBeLessThanOrEqual(linkLengthCap)
        const decoded = open(value)
        expect(decoded).toMatchObject({ integrity: 'ok', unread: [], release: '261122' })
        expect(decoded?.view).toEqual(view)
        expect(encodeView(decoded?.view as View, release)).toBe(value)
      }),
      { numRuns: 10_000 },
    )
  })

  test('a camera comes back within 10 m and 0.01 of a zoom', () => {
    const cameras = fc.record({
      zoom: fc.double({ min: 3, max: 20, noNaN: true }),
      latitude: fc.double({ min: 28, max: 33, noNaN: true }),
      longitude: fc.double({ min: 105, max: 111, noNaN: true }),
      bearing: fc.constant(0),
      pitch: fc.constant(0),
    })
    fc.assert(
      fc.property(cameras, (camera) => {
        const back = open(encodeView({ ...yubei, camera }, release))?.view.camera
        if (!back) throw new Error('the camera was lost')
        const metersPerDegree = 111_320
        const east = (back.longitude - camera.longitude) * metersPerDegree * Math.cos((camera.latitude * Math.PI) / 180)
        expect(Math.hypot(east, (back.latitude - camera.latitude) * metersPerDegree)).toBeLessThan(10)
        expect(Math.abs(back.zoom - camera.zoom)).toBeLessThanOrEqual(0.01)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('what is read', () => {
  test('nothing makes the decoder throw', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.string({ maxLength: 400 }))
    const linkLike = fc.string({ unit: fc.constantFrom(...'1~dftzyxvkpqwcasebil.-_0123456789&%=#'), maxLength: 300 })
    fc.assert(
      fc.property(fc.oneof(anything, linkLike), (text) => {
        decodeAddress(`?m=${text}#${text}`)
        decodeAddress(`${text}#map=${text}`)
        decodeValue(`1~${text}`)
      }),
      { numRuns: 20_000 },
    )
  })

  test('a changed character is noticed or changes nothing', () => {
    const alphabet = [...'ABCXYZabcxyz0123456789-._~']
    fc.assert(
      fc.property(views, fc.nat(), fc.constantFrom(...alphabet), (view, at, sign) => {
        const value = encodeView(view, release)
        const index = at % value.length
        const decoded = open(value.slice(0, index) + sign + value.slice(index + 1))
        if (decoded?.integrity === 'ok') expect(decoded.view).toEqual(view)
      }),
      // 20 bits of check let one change in a million pass, so the draw is fixed.
      { numRuns: 10_000, seed: 20_261_122 },
    )
  })

  test('a link cut at any length never opens as something else unnoticed', () => {
    fc.assert(
      fc.property(views, (view) => {
        const value = encodeView(view, release)
        for (let length = 0; length < value.length; length++) {
          const decoded = open(value.slice(0, length))
          if (decoded?.integrity === 'ok') expect(decoded.view).toEqual(view)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a missing or wrong check opens what parsed and says so', () => {
    expect(open('1~d500112')).toMatchObject({ integrity: 'damaged', view: { districts: ['500112'] } })
    expect(open('1~d500112~v261122~k0000')).toMatchObject({ integrity: 'damaged', view: { districts: ['500112'] } })
  })

  test.each([
    ['a full stop of the sentence it stood in', '.'],
    ['a Chinese full stop', '。'],
    ['WeChat’s addition', '&appinstall=0'],
    ['a bracket', ')'],
    ['two of them', '&from=singlemessage&isappinstalled=0'],
  ])('%s after the link changes nothing', (_, tail) => {
    expect(open(encodeView(yubei, release) + tail)).toMatchObject({ integrity: 'ok', unread: [], view: yubei })
  })

  test.each([
    ['a percent-encoded link', (value: string) => encodeURIComponent(value).replaceAll('~', '%7E')],
    ['a twice encoded one', (value: string) => value.replaceAll('~', '%257E')],
    ['full-width characters', (value: string) => value.replaceAll('.', '．').replaceAll('~', '～')],
    ['a line break from wrapped mail', (value: string) => `${value.slice(0, 20)}\r\n ${value.slice(20)}`],
    ['the check in small letters', (value: string) => value.slice(0, -4) + value.slice(-4).toLowerCase()],
  ])('%s is mended', (_, spoil) => {
    expect(open(spoil(encodeView(yubei, release)))).toMatchObject({ integrity: 'ok', view: yubei })
  })

  test('fields stand alone: a bad one and one of a key not known are named', () => {
    const decoded = open('1~d500112~t.xx~g7~z99~y29.5~x106.5')
    expect(decoded?.unread).toEqual(['t.xx', 'g7', 'z99', 'y29.5', 'x106.5'])
    expect(decoded?.view.districts).toEqual(['500112'])
    expect(decoded?.view.camera).toBeUndefined()
  })

  test('another version opens the default view and says so', () => {
    expect(open('9~d500112')).toMatchObject({ integrity: 'damaged', view: { districts: [] } })
  })

  test('another map’s position is read', () => {
    const decoded = decodeAddress('https://host/#map=11.5/29.56/106.55')
    expect(decoded).toMatchObject({ integrity: 'unchecked', unread: [] })
    expect(decoded?.view.camera).toEqual({ zoom: 11.5, latitude: 29.56, longitude: 106.55, bearing: 0, pitch: 0 })
  })

  test('a page without a link asks for nothing', () => {
    expect(decodeAddress('https://host/')).toBeUndefined()
    expect(decodeAddress('https://host/m1/?utm=1#top')).toBeUndefined()
  })
})

describe('check characters', () => {
  test('are those of CRC-32', () => {
    // The published check value of CRC-32 is 0xCBF43926; its last 20 bits are 0x43926 = 8·E·9·6 in base 32.
    expect(checkCharacters('123456789')).toBe('8E96')
  })

  test('differ for any change of one character of a usual link', () => {
    const body = encodeView(yubei, release).slice(0, -6)
    for (let index = 0; index < body.length; index++)
      for (const sign of '0123456789abcdefghijklmnopqrstuvwxyz.-~')
        if (sign !== body.charAt(index))
          expect(checkCharacters(body.slice(0, index) + sign + body.slice(index + 1))).not.toBe(checkCharacters(body))
  })
})
