import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { palettes } from '../../../data/palette'

const sheet = readFileSync('src/styles/page.css', 'utf8')
const [light = '', dark = ''] = sheet.split(':root[data-palette="dark"]')

/** The static map is coloured before any script has run, so its colours stand in a style sheet too. */
test.each([
  ['light', light, palettes.light],
  ['dark', dark, palettes.dark],
] as const)('the static map has the colours of the %s map', (_, block, { basemap, water, border, label, accent }) => {
  const stated = Object.fromEntries(
    [...block.matchAll(/--map-(\w+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  )
  expect(stated).toEqual({
    land: basemap.land,
    around: basemap.region,
    water: water.area,
    bank: water.bank,
    border: border.central,
    label: label.district,
    halo: label.halo,
    selected: accent,
  })
})
