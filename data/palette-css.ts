/** The palettes as CSS custom properties, for the style sheets of the page and the panels. Pure. */
import { type Palette, palettes } from './palette'
import { themeIds } from './schema-ids'
import { shapeCss, themeShapes } from './theme-shapes'

/** The comment in `page.css` that the build replaces by `paletteCss()`. */
export const paletteMark = '/* palette */'

/**
 * Returns the rules: the light palette on the root, the dark one where `data-palette` names it, the print one on paper,
 * and the colour and shape of each theme for `data-theme`.
 */
export function paletteCss(): string {
  return [
    rule(':root', properties(palettes.light)),
    rule(':root[data-palette="dark"]', properties(palettes.dark)),
    // Whatever the screen has: the rule is as specific and comes later.
    `@media print {${rule(':root[data-palette]', properties(palettes.print))}}`,
    ...themeIds.map((theme) => {
      const { outline, middle } = shapeCss[themeShapes[theme]]
      return rule(`[data-theme="${theme}"]`, [
        ['theme', `var(--theme-${theme})`],
        ['mark-outline', outline],
        ['mark-middle', middle],
      ])
    }),
  ].join('\n')
}

type Property = readonly [name: string, value: string]

const rule = (selector: string, list: readonly Property[]) =>
  `${selector} {${list.map(([name, value]) => `--${name}: ${value};`).join(' ')}}`

function properties({ page, basemap, water, border, label, accent, onAccent, theme }: Palette): Property[] {
  return [
    ['paper', page.paper],
    ['paper-sunk', page.paperSunk],
    ['ink', page.ink],
    ['ink-quiet', page.inkQuiet],
    ['line', page.line],
    ['accent', accent],
    ['accent-ink', onAccent],
    ['map-land', basemap.land],
    ['map-around', basemap.region],
    ['map-water', water.area],
    ['map-bank', water.bank],
    ['map-border', border.central],
    ['map-label', label.district],
    ['map-halo', label.halo],
    ['map-selected', accent],
    ...themeIds.map((id): Property => [`theme-${id}`, theme[id]]),
  ]
}
