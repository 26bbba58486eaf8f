import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { platedSvg, previewPng, previewSvg } from '../../../data/steps/preview'
import { chongqing } from '../../fixtures/region'

const staticMap = '<svg><g class="static-map-names" font-size="9"><text x="0" y="0">渝北</text></g></svg>'
const preview = (title: string) =>
  previewSvg({ region: chongqing, staticMap, title, description: '规划', districts: [], lines: [] })
const isPng = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 8)).toString('latin1') === '\x89PNG\r\n\x1a\n'

describe('the preview image of a named link', () => {
  test('has Chinese letters, whatever fonts the machine has', () => {
    const [one, other] = ['中部历史母城', '东部生态之城'].map((title) => previewPng(preview(title)))
    if (!one || !other) throw new Error('two titles make two images')
    expect(isPng(one)).toBe(true)
    expect(Buffer.compare(one, other)).not.toBe(0)
  })

  test('would be told from one drawn without a font, where every title looks alike', () => {
    const [one, other] = ['中部历史母城', '东部生态之城'].map((title) =>
      new Resvg(preview(title), { font: { loadSystemFonts: false } }).render().asPng(),
    )
    if (!one || !other) throw new Error('two titles make two images')
    expect(Buffer.compare(one, other)).toBe(0)
    expect(Buffer.compare(one, previewPng(preview('中部历史母城')))).not.toBe(0)
  })

  test('is drawn where a faded shape lies wholly below the part of the map that it shows', () => {
    const land = '<rect x="-290" y="61" width="480" height="176"/>'
    const faded = '<path d="M-90 900h9v9z" opacity="0.3"/>'
    const map = `<svg width="1200" height="440" viewBox="-290 61 480 176">${land}${faded}</svg>`
    expect(isPng(previewPng(platedSvg(map, { title: '两江', description: '' })))).toBe(true)
  })
})
