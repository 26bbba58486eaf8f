/** What stands in the open legend on the page. Loaded when it is first opened. */
import { markCanvas } from '../../io/legend-mark'
import { addedLayers } from '../../model/layers'
import type { LegendSection } from '../../model/legend'
import type { State } from '../../state/store'
import type { EngineMap } from '../engine'
import { ownLegendItems } from '../own-legend'
import { palettes } from '../style/palette'
import { renderedOn } from './rendered'
import { legendSections } from './sections'

/** Returns the legend of what an engine shows at this moment, in the palette and language of the session. */
export function legendOf(map: EngineMap, state: State): LegendSection[] {
  const { session } = state
  const { palette, language, record } = session
  const added = addedLayers(session.layers)
  return legendSections(renderedOn(map, added), {
    added,
    own: ownLegendItems(state),
    palette: palettes[palette],
    language,
    districtName: (code) => {
      const properties = record.status === 'ready' ? record.value.featureById.get(code)?.properties : undefined
      return (language === 'en' ? properties?.nameEn : properties?.name) ?? code
    },
    themes: record.status === 'ready' ? record.value.themes : [],
    shapeOf: (icon) => {
      const shape = map.getImage(icon)?.data
      if (!shape) throw new Error(`the sprite has no sign ${icon}`)
      return shape
    },
  })
}

/** Returns the legend as elements of a page, its marks at `scale` pixels a CSS pixel. */
export const legendElements = (sections: readonly LegendSection[], scale: number): HTMLElement[] =>
  sections.map(({ group, title, items }) => {
    const made = document.createElement('section')
    const heading = document.createElement('h3')
    heading.textContent = title
    const list = document.createElement('ul')
    list.className = `legend-${group}`
    for (const { text, mark } of items) {
      const item = document.createElement('li')
      item.append(markCanvas(mark, scale), text)
      list.append(item)
    }
    made.append(heading, list)
    return made
  })
