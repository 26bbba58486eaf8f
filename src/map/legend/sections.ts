/** The legend of what stands on a map: a pure function of it and of palette, language and themes. */
import { palettes } from '../../../data/palette'
import type { Theme } from '../../../data/schema'
import { themeShapes } from '../../../data/theme-shapes'
import type { AddedGeometry, AddedLegendEntry } from '../../model/added-layers'
import type { AddedLayer } from '../../model/layers'
import {
  type LegendGroup,
  type LegendItem,
  type LegendMark,
  type LegendSection,
  legendGroups,
} from '../../model/legend'
import { messageKey as keyOf, type Language, message } from '../../model/messages'
import { tintClasses } from '../../model/plans/district-bars'
import { relationLines } from '../style/layers/relations'
import type { Palette } from '../style/palette'
import type { MapLayer, Swatch } from '../style/parts'
import { mapLayers } from '../style/style'
import { type Rendered, shownEntries, shownSigns } from './entries'
import { comparedItems, type MarkInputs, markedLayers, markItems } from './marks'

const pointLayers = ['points', 'focus-points']

/** Bottom to top. */
const layersOf = (palette: Palette, language: Language): MapLayer[] => [
  ...mapLayers(palette, language),
  ...relationLines(palette),
]

/** Returns the ids of the layers whose features the legend explains. */
export function explainedLayers(added: readonly AddedLayer[]): string[] {
  const explained = layersOf(palettes.light, 'zh-CN').filter(({ legend }) => legend)
  const ofAdded = added.flatMap(({ style }) => style.map(({ id }) => id))
  return [...explained.map(({ layer }) => layer.id), ...pointLayers, ...markedLayers, 'counts-tint', ...ofAdded]
}

/** What the legend is made from. */
export interface LegendInputs extends MarkInputs {
  palette: Palette
  language: Language
  themes: readonly Pick<Theme, 'id' | 'name' | 'nameEn'>[]
  /** Layers that are no part of the build. */
  added: readonly AddedLayer[]
  /** What is said of the reader's own data. */
  own?: readonly LegendItem[]
}

/** Returns the legend of what is rendered, without empty groups; each text stands once. */
export function legendSections(rendered: readonly Rendered[], inputs: LegendInputs): LegendSection[] {
  const { palette, language } = inputs
  const compared = comparedItems(rendered, inputs)
  const items: { [group in LegendGroup]: LegendItem[] } = {
    own: [...(inputs.own ?? [])],
    marks: [...tintItems(rendered, inputs), ...compared, ...markItems(rendered, inputs)],
    ...signItems(rendered, inputs),
    areas: addedItems(rendered, inputs),
    lines: [],
    borders: [],
    basemap: [],
  }
  // Each of the compared districts has an entry of its own.
  const explained = (key: string) => key !== 'legend.selected' || compared.length === 0
  for (const { group, swatch, messageKey } of shownEntries(layersOf(palette, language).reverse(), rendered))
    if (explained(messageKey))
      items[group].push({ text: message(language, messageKey), mark: markOf(swatch, language) })
  return legendGroups
    .filter((group) => items[group].length > 0)
    .map((group) => ({ group, title: message(language, `legend.group.${group}`), items: items[group] }))
}

function signItems(
  rendered: readonly Rendered[],
  { palette, language, themes, shapeOf }: LegendInputs,
): { [group in 'points' | 'themes']: LegendItem[] } {
  const shown = shownSigns(rendered, pointLayers)
  const nameOf = (id: string) => {
    const theme = themes.find((each) => each.id === id)
    return (language === 'en' ? theme?.nameEn : theme?.name) ?? ''
  }
  return {
    points: shown.icons.map((icon) => ({
      text: message(language, keyOf(`legend.sign.${icon}`)),
      mark: { kind: 'sign', icon, color: palette.unthemed, shape: shapeOf(icon) },
    })),
    themes: shown.themes.map((id) => ({
      text: nameOf(id),
      mark: { kind: 'dot', color: palette.theme[id], shape: themeShapes[id] },
    })),
  }
}

/** The classes of the districts' tint that stand on the screen, from the least on. */
function tintItems(rendered: readonly Rendered[], { language }: LegendInputs): LegendItem[] {
  const tints = new Map(
    rendered
      .filter(({ layer, values }) => layer === 'counts-tint' && values.tintClass)
      .map(({ values }) => [Number(values.tintClass), String(values.tint)]),
  )
  return [...tints]
    .sort(([one], [other]) => one - other)
    .map(([number, fill]) => ({ text: tintText(number, language), mark: { kind: 'area', fill } }))
}

function tintText(number: number, language: Language): string {
  const [from = 0, next] = tintClasses.slice(number - 1)
  return next === undefined
    ? message(language, 'legend.tintMore', { from })
    : message(language, 'legend.tint', { from, to: next - 1 })
}

/** Each line of an added layer is there while something it explains stands on the screen. */
function addedItems(rendered: readonly Rendered[], { added, language }: LegendInputs): LegendItem[] {
  return added.flatMap(({ style, legend }) => {
    const ids = new Set(style.map(({ id }) => id))
    const own = rendered.filter(({ layer }) => ids.has(layer))
    const isSeen = ({ where }: AddedLegendEntry) =>
      own.some(({ values }) => !where || String(values[where.column]) === String(where.value))
    return legend.filter(isSeen).map(({ text, color, geometry }) => ({
      text: text[language],
      mark: addedMarks[geometry](color),
    }))
  })
}

const addedMarks = {
  area: (color) => ({ kind: 'area', fill: color, outline: color }),
  line: (color) => ({ kind: 'line', color, width: 3 }),
  point: (color) => ({ kind: 'dot', color, shape: 'disc' }),
} as const satisfies { [geometry in AddedGeometry]: (color: string) => LegendMark }

const markOf = (swatch: Swatch, language: Language): LegendMark =>
  swatch.kind === 'text' ? { kind: 'text', color: swatch.color, text: message(language, swatch.textKey) } : swatch
