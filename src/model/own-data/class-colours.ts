/** The colours of own layers: one for all rows, or one a class, at 3:1 against the land or outlined at it. Pure. */
import type { Color, PaletteName } from '../../../data/palette'
import { classOfNothing, classOfOthers, columnClasses, type OwnClass, type OwnClasses } from './classes'
import type { OwnLayer } from './own-layer'

interface OwnColours {
  /** Of layers that no column colours, by the number of the layer. */
  layers: readonly Color[]
  /** Of the commonest values. */
  values: readonly Color[]
  /** Of ranges, from the least on. */
  ranges: readonly Color[]
  others: Color
  nothing: Color
}

const onLight: OwnColours = {
  layers: ['#0a66b5', '#8a3ea3', '#0c7459', '#b4530b'],
  values: ['#0a66b5', '#b4530b', '#0c7459', '#8a3ea3', '#8a6a00', '#b0245f', '#3c4650'],
  ranges: ['#d5e5f3', '#9fc3e3', '#5f9acb', '#2a6fae', '#0b4173'],
  others: '#746d62',
  nothing: '#c9c2b4',
}

const onDark: OwnColours = {
  layers: ['#6db3f2', '#cf93e3', '#4fc79b', '#f5945c'],
  values: ['#6db3f2', '#f5945c', '#4fc79b', '#cf93e3', '#e0b84c', '#f283ac', '#d5d9dd'],
  ranges: ['#1d4263', '#2f6591', '#4a8bbd', '#85b9df', '#d2e7f7'],
  others: '#9d978b',
  nothing: '#55595e',
}

/** The colours of own layers in each palette. */
export const ownColours = { light: onLight, print: onLight, dark: onDark } as const satisfies {
  [name in PaletteName]: OwnColours
}

/** A class of a layer as it is drawn and named: what the map, the legend and 我的数据 agree on. */
export interface ClassLook {
  /** As in `OwnClasses.ofRow`; 0 where no column colours the layer. */
  number: number
  color: Color
  class: OwnClass | 'all' | 'others' | 'nothing'
}

/** Returns the classes of a layer with their colours; a single one where no column colours it. */
export function classLooks(layer: Pick<OwnLayer, 'id' | 'table' | 'colourBy'>, palette: PaletteName): ClassLook[] {
  const colours = ownColours[palette]
  if (layer.colourBy === undefined) return [{ number: 0, color: layerColour(layer.id, colours), class: 'all' }]
  const found = columnClasses(layer.table, layer.colourBy)
  return [
    ...found.classes.map((each, number) => ({ number, color: classColour(found, number, colours), class: each })),
    ...(found.others > 0 ? [{ number: classOfOthers, color: colours.others, class: 'others' as const }] : []),
    ...(found.nothing > 0 ? [{ number: classOfNothing, color: colours.nothing, class: 'nothing' as const }] : []),
  ]
}

function layerColour(id: string, { layers, others }: OwnColours): Color {
  return layers[(Number(id.slice(3)) - 1) % layers.length] ?? others
}

/** Few ranges take steps from the whole of the colour. */
function classColour({ kind, classes }: OwnClasses, number: number, { values, ranges, others }: OwnColours): Color {
  if (kind === 'values') return values[number] ?? others
  const step = classes.length < 2 ? 0.5 : number / (classes.length - 1)
  return ranges[Math.round(step * (ranges.length - 1))] ?? others
}
