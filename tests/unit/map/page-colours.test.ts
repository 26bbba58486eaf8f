import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { type PaletteName, palettes } from '../../../data/palette'
import { paletteCss, paletteMark } from '../../../data/palette-css'
import { themeIds } from '../../../data/schema-ids'
import { dotShapes, shapeCss, themeShapes } from '../../../data/theme-shapes'

const selectors: { readonly [name in PaletteName]: string } = {
  light: ':root',
  dark: ':root[data-palette="dark"]',
  print: '@media print {:root[data-palette]',
}
const lines = paletteCss().split('\n')

function propertiesOf(selector: string): { [name: string]: string } {
  const found = lines.find((line) => line.startsWith(`${selector} {`)) ?? ''
  return Object.fromEntries(
    [...found.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

describe.each(Object.values(palettes))('the page in the $name palette', (palette) => {
  const stated = propertiesOf(selectors[palette.name])

  it('has the colours of the map', () => {
    const { basemap, water, border, label, accent } = palette
    expect(stated).toMatchObject({
      'map-land': basemap.land,
      'map-around': basemap.region,
      'map-water': water.area,
      'map-bank': water.bank,
      'map-border': border.central,
      'map-label': label.district,
      'map-halo': label.halo,
      'map-selected': accent,
      accent,
    })
  })

  it('has one colour a theme, the one on the map', () => {
    for (const theme of themeIds) expect(stated[`theme-${theme}`]).toBe(palette.theme[theme])
  })
})

test('every theme has a mark with its colour, in the shape of its dots', () => {
  for (const theme of themeIds) {
    const { outline, middle } = shapeCss[themeShapes[theme]]
    expect(propertiesOf(`[data-theme="${theme}"]`)).toEqual({
      theme: `var(--theme-${theme})`,
      'mark-outline': outline,
      'mark-middle': middle,
    })
  }
  expect(new Set(dotShapes.map((shape) => Object.values(shapeCss[shape]).join())).size).toBe(dotShapes.length)
})

test('no style sheet has a palette of its own', () => {
  for (const name of readdirSync('src/styles'))
    expect(readFileSync(`src/styles/${name}`, 'utf8'), name).not.toMatch(/^\s*--[\w-]+: #/m)
  expect(readFileSync('src/styles/page.css', 'utf8')).toContain(paletteMark)
})
