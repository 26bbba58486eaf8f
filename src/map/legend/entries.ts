/** What the legend has to explain, from what stands on the screen. Pure. */
import { type ThemeId, themeIds } from '../../../data/schema-ids'
import { addToGroup } from '../../../geo/base/groups'
import { smallSigns } from '../feature-class'
import type { LegendEntry, MapLayer } from '../style/parts'

/** A feature on the screen with the layer that draws it. */
export interface Rendered {
  layer: string
  /** Its properties, and its state where it has one. */
  values: { readonly [property: string]: unknown }
}

/**
 * Returns the entries of the legend that have something on the screen, each text once, in the order of the style from
 * the top.
 */
export function shownEntries(layers: readonly MapLayer[], rendered: readonly Rendered[]): LegendEntry[] {
  const byLayer = new Map<string, Rendered[]>()
  for (const one of rendered) addToGroup(byLayer, one.layer, one)
  const shown = layers.flatMap(({ layer, legend = [] }) =>
    legend.filter(({ where = {} }) =>
      (byLayer.get(layer.id) ?? []).some(({ values }) =>
        Object.entries(where).every(([property, value]) => values[property] === value),
      ),
    ),
  )
  return [...new Map(shown.map((entry) => [entry.messageKey, entry])).values()]
}

/** Returns the icons and themes of the points on the screen. */
export function shownSigns(rendered: readonly Rendered[], pointLayers: readonly string[]) {
  const points = rendered.filter(({ layer }) => pointLayers.includes(layer)).map(({ values }) => values)
  const icons = new Set(points.filter(({ dotted }) => dotted !== true).map(({ icon }) => String(icon)))
  const themes = new Set(points.map(({ theme }) => theme))
  return {
    icons: [...icons].filter((icon) => !smallSigns.has(icon)).sort(),
    themes: themeIds.filter((theme): theme is ThemeId => themes.has(theme)),
  }
}
