/** Own layers as data inside files of ours: the one HTML file and briefing files. Pure. */
import type { OwnFilter, OwnLayer } from './own-layer'

/** A filter whose found rows are a list, which JSON has. */
interface CarriedFilter extends Omit<OwnFilter, 'found'> {
  found?: { question: NonNullable<OwnFilter['found']>['question']; rows: readonly number[] }
}

/** A layer as a file holds it: all its rows, filtered ones too, WGS 84; nothing of the device it was opened on. */
export type CarriedLayer = Pick<OwnLayer, 'table' | 'datum' | 'colourBy' | 'visible'> & { filter?: CarriedFilter }

/** Own layers in a file. */
export interface CarriedLayers {
  kind: 'yulan-own-data'
  schema: 1
  /** What every reader of the file must know. */
  mark: '自备数据·未核'
  /** Topmost first. */
  layers: readonly CarriedLayer[]
}

/** Returns the layers on the map as a file holds them. */
export const carriedLayers = (layers: readonly OwnLayer[]): CarriedLayers => ({
  ...{ kind: 'yulan-own-data', schema: 1, mark: '自备数据·未核' },
  layers: layers.filter(({ visible }) => visible).map(carriedLayer),
})

function carriedLayer({ table, datum, colourBy, visible, filter }: OwnLayer): CarriedLayer {
  const { found, ...rest } = filter ?? {}
  return {
    ...{ table, datum, visible },
    ...(colourBy === undefined ? {} : { colourBy }),
    ...(filter ? { filter: { text: '', columns: [], ...rest, ...(found ? { found: listed(found) } : {}) } } : {}),
  }
}

const listed = ({ question, rows }: NonNullable<OwnFilter['found']>) => ({ question, rows: [...rows] })

/** Returns how many layers are on the map and how many rows they have, filtered ones too: what a file would carry. */
export function countOfCarried(layers: readonly OwnLayer[]): { layers: number; rows: number } {
  const shown = layers.filter(({ visible }) => visible)
  return { layers: shown.length, rows: shown.reduce((sum, { table }) => sum + table.rows.length, 0) }
}
