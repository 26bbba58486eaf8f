/** The points of a layer as numbers, which 100,000 of are drawn and searched in milliseconds. Pure. */
import { pointsOf } from '../../../geo/base/position'
import { worldX, worldY } from '../../../geo/screen/camera'
import { columnClasses } from './classes'
import { shownRows } from './filter'
import type { OwnLayer } from './own-layer'
import type { OwnTable } from './own-table'

/** Points with the index of their row; a row of several points has one entry each. */
export interface PointSet {
  /** World units, 0…1 from west and from north. */
  x: Float64Array
  y: Float64Array
  row: Uint32Array
}

/** The number of a point whose row the filter leaves out. */
export const hiddenPoint = 253

const ofTables = new WeakMap<OwnTable, PointSet>()

/** Returns all points of a table. Worked out once. */
export function tablePoints(table: OwnTable): PointSet {
  const known = ofTables.get(table)
  if (known) return known
  const [x, y, row]: number[][] = [[], [], []]
  for (const [index, { geometry }] of table.rows.entries()) {
    if (!geometry) continue
    for (const [longitude = 0, latitude = 0] of pointsOf(geometry)) {
      x?.push(worldX(longitude))
      y?.push(worldY(latitude))
      row?.push(index)
    }
  }
  const made = { x: Float64Array.from(x ?? []), y: Float64Array.from(y ?? []), row: Uint32Array.from(row ?? []) }
  ofTables.set(table, made)
  return made
}

/**
 * Returns a number a point: that of its row's class, as in `OwnClasses.ofRow`, 0 where no column colours the layer;
 * `hiddenPoint` where the filter leaves the row out.
 */
export function pointClasses(layer: Pick<OwnLayer, 'table' | 'filter' | 'colourBy'>): Uint8Array {
  const { table, colourBy } = layer
  const { row } = tablePoints(table)
  const classes = colourBy === undefined ? undefined : columnClasses(table, colourBy).ofRow
  const ofRow = new Uint8Array(table.rows.length).fill(hiddenPoint)
  for (const index of shownRows(layer)) ofRow[index] = classes?.[index] ?? 0
  return Uint8Array.from(row, (index) => ofRow[index] ?? hiddenPoint)
}

/** A part of the world, world units. */
export interface WorldBox {
  west: number
  north: number
  east: number
  south: number
}

/** Returns the places, in a table's points, of those that the filter shows within a box, in the order they are drawn. */
export function pointsWithin(
  layer: Pick<OwnLayer, 'table' | 'filter'>,
  { west, north, east, south }: WorldBox,
): number[] {
  const { x, y, row } = tablePoints(layer.table)
  const found: number[] = []
  for (let at = 0; at < x.length; at++) {
    const [along = -1, down = -1] = [x[at], y[at]]
    if (along >= west && along <= east && down >= north && down <= south) found.push(at)
  }
  if (found.length === 0) return found
  const shown = new Set(shownRows(layer))
  return found.filter((at) => shown.has(row[at] ?? -1))
}
