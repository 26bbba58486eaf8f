import { describe, expect, it } from 'vitest'
import { type Palette, palettes } from '../../../data/palette'
import { themeIds } from '../../../data/schema-ids'

/** WCAG 2 relative luminance and contrast. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const outlines = ({ border, water, ground, rail, road }: Palette): [string, string, string][] => [
  ['border between the nine', border.central, ground.land],
  ['edge of the nine, inside', border.edge, ground.land],
  ['edge of the nine, outside', border.edge, ground.region],
  ['border of the others', border.other, ground.region],
  ['edge of Chongqing', border.outer, ground.beyond],
  ['river bank', water.bank, ground.land],
  ['railway', rail.ink, ground.land],
  ['road not yet built', road.open, ground.land],
  ['road not yet built, on built-up land', road.open, ground.urban],
]

const texts = ({ label, water, ground, relief, road, rail, accent }: Palette): [string, string, string][] => [
  ['district', label.district, ground.land],
  ['district on built-up land', label.district, ground.urban],
  ['neighbour', label.neighbour, ground.region],
  ['place', label.place, ground.region],
  ['board', label.board, ground.land],
  ['feature', label.feature, ground.land],
  ['feature on built-up land', label.feature, ground.urban],
  ['river', water.label, water.area],
  ['stream', water.label, ground.land],
  ['ridge', relief.label, ground.land],
  ['road', road.label, ground.land],
  ['rail', rail.label, ground.land],
  ['selection', accent, ground.land],
]

describe.each(Object.values(palettes))('the $name palette', (palette) => {
  it.each(outlines(palette))('%s stands out 3:1', (_, line, ground) => {
    expect(contrast(line, ground)).toBeGreaterThanOrEqual(3)
  })
  it.each(texts(palette))('%s can be read 4.5:1', (_, text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(themeIds)('theme %s can be read on the land', (theme) => {
    expect(contrast(palette.theme[theme], palette.ground.land)).toBeGreaterThanOrEqual(4.5)
  })
  it('tells the nine districts from the land around them', () => {
    if (palette.name !== 'print') expect(palette.ground.land).not.toBe(palette.ground.region)
  })
})
