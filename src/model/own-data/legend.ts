/** What the legend says of own layers. Pure. */
import type { PaletteName } from '../../../data/palette'
import type { LegendItem, LegendMark } from '../legend'
import type { Language } from '../messages'
import { ownDataMessage } from '../messages/own-data'
import { number } from '../numbers'
import { type ClassLook, classLooks } from './class-colours'
import type { OwnLayer } from './own-layer'

/** Returns what a class of a layer is called. */
export function classText({ class: found }: ClassLook, language: Language): string {
  if (found === 'all') return ''
  if (found === 'others' || found === 'nothing') return ownDataMessage(language, `own-data.class.${found}`)
  if ('value' in found) return found.value
  const [from, to] = [number(found.from, language), number(found.to, language)]
  return from === to ? from : `${from} – ${to}`
}

/** Returns the lines of the legend for the layers on the map, topmost first: one a class. */
export function ownLegend(layers: readonly OwnLayer[], palette: PaletteName, language: Language): LegendItem[] {
  return layers.flatMap((layer) => {
    const { table, colourBy } = layer
    const column = colourBy === undefined ? undefined : table.columns[colourBy]?.name
    const name = layers.length > 1 || column === undefined ? [table.name] : []
    return classLooks(layer, palette).map((look) => ({
      text: [...name, ...(column === undefined ? [] : [column]), classText(look, language)].filter(Boolean).join(' · '),
      mark: markOf(layer, look),
    }))
  })
}

function markOf({ table }: OwnLayer, { color }: ClassLook): LegendMark {
  const type = table.rows.find(({ geometry }) => geometry)?.geometry?.type ?? 'Point'
  if (type.endsWith('Polygon')) return { kind: 'area', fill: color, outline: '#26231f' }
  if (type.endsWith('LineString')) return { kind: 'line', color, width: 3 }
  return { kind: 'dot', color, shape: 'disc' }
}
