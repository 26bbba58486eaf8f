/** The points of a layer as numbers, which 100,000 of are cut into tiles and searched in milliseconds. Pure. */
import { pointsOf } from '../../../geo/base/position'
import { worldX, worldY } from '../../../geo/screen/camera'
import { columnClasses } from './classes'
import { shownRows } from './filter'
import type { OwnLayer } from './own-layer'
import type { OwnTable } from './own-table'

/** Points with the index of their row and its class; a row of several points has one entry each. */
export interface PointSet {
  /** World units, 0…1 from west and from north. */
  x: Float64Array
  y: Float64Array
  row: Uint32Array
  /** As in `OwnClasses.ofRow`; 0 where no column colours the layer. */
  class: Uint8Array
}

const ofTables = new WeakMap<OwnTable, Omit<PointSet, 'class'>>()

function pointsOfTable(table: OwnTable): Omit<PointSet, 'class'> {
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

/** Returns the points of the rows a layer shows. */
export function pointSet(layer: Pick<OwnLayer, 'table' | 'filter' | 'colourBy'>): PointSet {
  const { table, colourBy } = layer
  const all = pointsOfTable(table)
  const shown = new Uint8Array(table.rows.length)
  for (const row of shownRows(layer)) shown[row] = 1
  const classes = colourBy === undefined ? undefined : columnClasses(table, colourBy).ofRow
  const made: PointSet = {
    ...{ x: new Float64Array(all.x.length), y: new Float64Array(all.x.length) },
    ...{ row: new Uint32Array(all.x.length), class: new Uint8Array(all.x.length) },
  }
  let count = 0
  for (const [at, row] of all.row.entries()) {
    if (!shown[row]) continue
    made.x[count] = all.x[at] ?? 0
    made.y[count] = all.y[at] ?? 0
    made.row[count] = row
    made.class[count] = classes?.[row] ?? 0
    count++
  }
  const part = <Numbers extends Float64Array | Uint32Array | Uint8Array>(numbers: Numbers) =>
    numbers.subarray(0, count) as Numbers
  return { x: part(made.x), y: part(made.y), row: part(made.row), class: part(made.class) }
}
