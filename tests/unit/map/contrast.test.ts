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

const outlines = ({ border, water, basemap, rail, road }: Palette): [string, string, string][] => [
  ['border between the nine', border.central, basemap.land],
  ['edge of the nine, inside', border.edge, basemap.land],
  ['edge of the nine, outside', border.edge, basemap.region],
  ['border of the others', border.other, basemap.region],
  ['edge of Chongqing', border.outer, basemap.beyond],
  ['river bank', water.bank, basemap.land],
  ['railway', rail.ink, basemap.land],
  ['road not yet built', road.open, basemap.land],
  ['road not yet built, on built-up land', road.open, basemap.urban],
]

const texts = ({ label, water, basemap, relief, road, rail, accent }: Palette): [string, string, string][] => [
  ['district', label.district, basemap.land],
  ['district on built-up land', label.district, basemap.urban],
  ['neighbour', label.neighbour, basemap.region],
  ['place', label.place, basemap.region],
  ['board', label.board, basemap.land],
  ['feature', label.feature, basemap.land],
  ['feature on built-up land', label.feature, basemap.urban],
  ['river', water.label, water.area],
  ['stream', water.label, basemap.land],
  ['ridge', relief.label, basemap.land],
  ['road', road.label, basemap.land],
  ['rail', rail.label, basemap.land],
  ['selection', accent, basemap.land],
]

describe.each(Object.values(palettes))('the $name palette', (palette) => {
  it.each(outlines(palette))('%s stands out 3:1', (_, line, basemap) => {
    expect(contrast(line, basemap)).toBeGreaterThanOrEqual(3)
  })
  it.each(texts(palette))('%s can be read 4.5:1', (_, text, basemap) => {
    expect(contrast(text, basemap)).toBeGreaterThanOrEqual(4.5)
  })
  it.each([
    ['text', 'ink', 'paper'],
    ['text on what is sunk', 'ink', 'paperSunk'],
    ['quiet text', 'inkQuiet', 'paper'],
    ['quiet text on what is sunk', 'inkQuiet', 'paperSunk'],
  ] as const)('%s of the panels can be read 4.5:1', (_, text, paper) => {
    expect(contrast(palette.page[text], palette.page[paper])).toBeGreaterThanOrEqual(4.5)
  })
  it('the primary action can be read 4.5:1', () => {
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.accent, palette.page.paper)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(themeIds)('theme %s can be read in the panels', (theme) => {
    for (const paper of [palette.page.paper, palette.page.paperSunk])
      expect(contrast(palette.theme[theme], paper)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(themeIds)('theme %s can be read on the land', (theme) => {
    expect(contrast(palette.theme[theme], palette.basemap.land)).toBeGreaterThanOrEqual(4.5)
  })
  it('tells the nine districts from the land around them', () => {
    if (palette.name !== 'print') expect(palette.basemap.land).not.toBe(palette.basemap.region)
  })
})
