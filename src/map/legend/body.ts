/** What stands in the open legend: the groups, their entries and the samples, with the colours and signs of the map itself. */
import { messageKey as keyOf, message } from '../../model/messages'
import type { State } from '../../state/store'
import type { EngineMap } from '../engine'
import { relationLines } from '../style/layers/relations'
import { palettes } from '../style/palette'
import { type LegendGroup, legendGroups } from '../style/parts'
import { mapLayers } from '../style/style'
import { type Rendered, shownEntries, shownSigns } from './entries'
import { dotSample, sample, signSample } from './samples'

const pointLayers = ['points', 'focus-points']

export function legendBody(map: EngineMap, { palette: name, language, record }: State['session']): HTMLElement[] {
  const palette = palettes[name]
  const layers = [...mapLayers(palette, language), ...relationLines(palette)].reverse()
  const wanted = [...layers.filter(({ legend }) => legend).map(({ layer }) => layer.id), ...pointLayers]
  const rendered = map
    .queryRenderedFeatures({ layers: wanted.filter((id) => map.getLayer(id)) })
    .map(({ layer, properties, state }): Rendered => ({ layer: layer.id, values: { ...properties, ...state } }))
  const { icons, themes } = shownSigns(rendered, pointLayers)
  const themesOfRecord = record.status === 'ready' ? record.value.themes : []
  const themeNames = new Map(themesOfRecord.map((theme) => [theme.id, language === 'en' ? theme.nameEn : theme.name]))

  const items: { [group in LegendGroup]: HTMLElement[] } = {
    marks: [],
    points: icons.map((icon) =>
      item(signSample(map, icon, palette.unthemed), message(language, keyOf(`legend.sign.${icon}`))),
    ),
    themes: themes.map((theme) => item(dotSample(palette.theme[theme]), themeNames.get(theme) ?? '')),
    areas: [],
    lines: [],
    borders: [],
    basemap: [],
  }
  for (const { group, swatch, messageKey } of shownEntries(layers, rendered))
    items[group].push(item(sample(swatch, language), message(language, messageKey)))
  return legendGroups.filter((group) => items[group].length > 0).map((group) => section(group, items[group], language))
}

function section(group: LegendGroup, items: readonly HTMLElement[], language: State['session']['language']) {
  const made = document.createElement('section')
  const title = document.createElement('h3')
  title.textContent = message(language, `legend.group.${group}`)
  const list = document.createElement('ul')
  list.className = `legend-${group}`
  list.append(...items)
  made.append(title, list)
  return made
}

function item(drawn: Element, text: string): HTMLElement {
  const made = document.createElement('li')
  made.append(drawn, text)
  return made
}
