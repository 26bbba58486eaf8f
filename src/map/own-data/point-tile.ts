/**
 * Own points as vector tiles. The engine's own way, a GeoJSON source, copies every row to its worker at each change of a
 * filter; here a change touches numbers alone, and a tile holds at most what can be seen apart. Pure.
 */
import type { PointSet } from '../../model/own-data/point-set'
import { ByteWriter } from './byte-writer'

/** The name of the layer in the tiles. */
export const pointTileLayer = 'points'
/** Tiles are cut down to this zoom; beyond, the engine draws the last larger. */
export const lastTileZoom = 14

const extent = 4096
/** A point that another of its class covers to the pixel is left out until a zoom tells them apart. */
const cellsAcross = 512
const unitsPerCell = extent / cellsAcross

/** Fields of a vector tile, version 2.1: number and wire type. */
const field = {
  layer: 0x1a,
  name: 0x0a,
  feature: 0x12,
  key: 0x1a,
  value: 0x22,
  extent: 0x28,
  version: 0x78,
  id: 0x08,
  tags: 0x12,
  type: 0x18,
  geometry: 0x22,
  uint: 0x28,
} as const

/**
 * Returns the points of one tile as a vector tile: the id of a feature is the index of its row, its only property `c`
 * the number of its class.
 */
export function pointTile(points: PointSet, zoom: number, column: number, line: number): Uint8Array<ArrayBuffer> {
  const across = 2 ** zoom
  const isTaken = zoom < lastTileZoom ? coverage() : () => false
  const placeOf = new Map<number, number>()
  const features = new ByteWriter()
  const { x: xs, y: ys, class: classes, row: rows } = points
  for (let at = 0; at < xs.length; at++) {
    const x = Math.floor(((xs[at] ?? 0) * across - column) * extent)
    const y = Math.floor(((ys[at] ?? 0) * across - line) * extent)
    if (x < 0 || y < 0 || x >= extent || y >= extent) continue
    const number = classes[at] ?? 0
    const value = placeOf.get(number) ?? placeOf.size
    placeOf.set(number, value)
    if (!isTaken(x, y, value)) writePoint(features, rows[at] ?? 0, value, x, y)
  }
  return tileOf(features, [...placeOf.keys()])
}

/** Bits by cell, one a class. */
function coverage() {
  const cells = new Uint16Array(cellsAcross * cellsAcross)
  return (x: number, y: number, value: number) => {
    const cell = Math.floor(y / unitsPerCell) * cellsAcross + Math.floor(x / unitsPerCell)
    const bit = 1 << value
    const before = cells[cell] ?? 0
    cells[cell] = before | bit
    return (before & bit) !== 0
  }
}

const point = new ByteWriter()

function writePoint(into: ByteWriter, row: number, value: number, x: number, y: number) {
  point.clear()
  point.varint(field.id, row)
  point.packed(field.tags, [0, value])
  point.varint(field.type, 1)
  // Move to one position, which is counted from the tile's corner in zigzag.
  point.packed(field.geometry, [9, x * 2, y * 2])
  into.message(field.feature, point)
}

function tileOf(features: ByteWriter, classes: readonly number[]): Uint8Array<ArrayBuffer> {
  const tile = new ByteWriter()
  if (features.length === 0) return tile.bytes()
  const layer = new ByteWriter()
  layer.varint(field.version, 2)
  layer.text(field.name, pointTileLayer)
  layer.append(features)
  layer.text(field.key, 'c')
  for (const number of classes) {
    point.clear()
    point.varint(field.uint, number)
    layer.message(field.value, point)
  }
  layer.varint(field.extent, extent)
  tile.message(field.layer, layer)
  return tile.bytes()
}
