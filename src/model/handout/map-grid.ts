/** The grid of letters and numbers over a printed map, by which an index names a place's field. Pure. */

import { type Camera, type Size, tileSize, worldX, worldY } from '../../../geo/screen/camera'
import { cellName } from '../workbook/cell-names'

/** How many fields a map has across and down; columns have letters, rows numbers from 1. */
export interface MapGrid {
  columns: number
  rows: number
}

/** Where a printed map looks, CSS pixels. */
export interface GriddedMap {
  camera: Camera
  size: Size
  grid: MapGrid
}

const mostColumns = 26

/** Returns the grid of a map, with fields of about `fieldSize` in the unit of its size. */
export const gridOf = ({ width, height }: Size, fieldSize: number): MapGrid => ({
  columns: Math.min(mostColumns, Math.max(2, Math.round(width / fieldSize))),
  rows: Math.max(2, Math.round(height / fieldSize)),
})

/** Returns the field of a position in degrees, such as `C4`; undefined outside the map. North is up. */
export function fieldOf(
  [longitude, latitude]: readonly [number, number],
  { camera, size, grid }: GriddedMap,
): string | undefined {
  const scale = tileSize * 2 ** camera.zoom
  const x = (worldX(longitude) - worldX(camera.longitude)) * scale + size.width / 2
  const y = (worldY(latitude) - worldY(camera.latitude)) * scale + size.height / 2
  const column = Math.floor((x / size.width) * grid.columns)
  const row = Math.floor((y / size.height) * grid.rows)
  const isInside = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows
  return isInside ? cellName(row, column) : undefined
}
