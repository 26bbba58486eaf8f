import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, test } from 'vitest'
import { worldX, worldY } from '../../../geo/screen/camera'
import { lastTileZoom, pointTile, pointTileLayer } from '../../../src/map/own-data/point-tile'
import { pointSet } from '../../../src/model/own-data/point-set'
import { ownTable, pointAt, strewnTable } from '../../fixtures/own-table'

/** All tiles of a zoom that hold a place of the nine districts. */
function tilesOf(points: ReturnType<typeof pointSet>, zoom: number) {
  const across = 2 ** zoom
  const columns = [...new Set([...points.x].map((x) => Math.floor(x * across)))]
  const lines = [...new Set([...points.y].map((y) => Math.floor(y * across)))]
  return columns.flatMap((column) => lines.map((line) => ({ column, line })))
}

function read(points: ReturnType<typeof pointSet>, zoom: number) {
  return tilesOf(points, zoom).flatMap(({ column, line }) => {
    const layer = new VectorTile(new PbfReader(pointTile(points, zoom, column, line))).layers[pointTileLayer]
    return Array.from({ length: layer?.length ?? 0 }, (_, at) => {
      const feature = layer?.feature(at)
      const [longitude = 0, latitude = 0] =
        feature?.toGeoJSON(column, line, zoom).geometry.type === 'Point'
          ? (feature.toGeoJSON(column, line, zoom).geometry as GeoJSON.Point).coordinates
          : []
      return { row: feature?.id ?? -1, class: feature?.properties.c, longitude, latitude, type: feature?.type }
    })
  })
}

describe('tiles of own points', () => {
  test('at the last zoom hold every point, where it lies, with its row and class', () => {
    const table = strewnTable(2000)
    const points = pointSet({ table, colourBy: 1 })
    const found = read(points, lastTileZoom)
    expect(found.map(({ row }) => row).sort((a, b) => a - b)).toEqual([...table.rows.keys()])
    for (const { row, longitude, latitude, type, class: number } of found) {
      const [east = 0, north = 0] = (table.rows[row]?.geometry as GeoJSON.Point | undefined)?.coordinates ?? []
      expect(type).toBe(1)
      expect(Math.abs(longitude - east)).toBeLessThan(360 / 2 ** lastTileZoom / 4096)
      expect(Math.abs(latitude - north)).toBeLessThan(360 / 2 ** lastTileZoom / 4096)
      expect(number).toBe(points.class[[...points.row].indexOf(row)])
    }
  })

  test('leave out below it only what another of its class covers', () => {
    const points = pointSet({ table: strewnTable(20_000), colourBy: 1 })
    const zoom = 9
    const cell = (x: number, y: number, number: number | undefined) =>
      `${Math.floor(x * 2 ** zoom * 512)} ${Math.floor(y * 2 ** zoom * 512)} ${number}`
    const all = new Set([...points.x].map((x, at) => cell(x, points.y[at] ?? 0, points.class[at])))
    const found = read(points, zoom)
    // Whole units of a tile come back a hair off the edge of their cell.
    const half = 0.5 / 4096 / 2 ** zoom
    const drawn = found.map((each) =>
      cell(worldX(each.longitude) + half, worldY(each.latitude) + half, each.class as number),
    )
    expect(drawn.length).toBeLessThan(20_000)
    expect(new Set(drawn)).toEqual(all)
  })

  test('hold the rows of the filter alone, and nothing where there is none', () => {
    const table = ownTable({ 名: 'text' }, [
      [['甲'], pointAt(106.5, 29.5)],
      [['乙'], pointAt(106.6, 29.6)],
      [['丙'], null],
    ])
    const points = pointSet({ table, filter: { text: '乙', columns: [] } })
    expect(read(points, 12).map(({ row }) => row)).toEqual([1])
    expect(pointTile(points, 12, 0, 0)).toHaveLength(0)
  })
})
