/** The points of a layer: where they lie, what each is drawn as, and which lie under the pointer. */
import { expect, test } from 'vitest'
import { latitudeOf, longitudeOf, worldX, worldY } from '../../../../geo/screen/camera'
import { pointSize } from '../../../../src/map/own-data/points-layer'
import { columnClasses } from '../../../../src/model/own-data/classes'
import { hiddenPoint, pointClasses, pointsWithin, tablePoints } from '../../../../src/model/own-data/point-set'
import { ownTable, pointAt, strewnTable } from '../../../fixtures/own-table'

const table = ownTable({ 名: 'text' }, [
  [['甲'], pointAt(106.5, 29.5)],
  [
    ['乙'],
    {
      type: 'MultiPoint',
      coordinates: [
        [106.6, 29.6],
        [106.7, 29.7],
      ],
    },
  ],
  [['丙'], null],
  [
    ['丁'],
    {
      type: 'LineString',
      coordinates: [
        [106, 29],
        [107, 30],
      ],
    },
  ],
])
const only = (text: string) => ({ text, columns: [] })
const boxAround = (longitude: number, latitude: number, degrees = 0.01) => ({
  ...{ west: worldX(longitude - degrees), east: worldX(longitude + degrees) },
  ...{ north: worldY(latitude + degrees), south: worldY(latitude - degrees) },
})

test('every point is there once, where it lies, with its row; lines and rows without a place have none', () => {
  const { x, y, row } = tablePoints(table)
  expect([...row]).toEqual([0, 1, 1])
  expect(longitudeOf(x[2] ?? 0)).toBeCloseTo(106.7, 9)
  expect(latitudeOf(y[2] ?? 0)).toBeCloseTo(29.7, 9)
})

test('a point has the number of its class, and that of none where the filter leaves its row out', () => {
  expect([...pointClasses({ table })]).toEqual([0, 0, 0])
  expect([...pointClasses({ table, filter: only('乙') })]).toEqual([hiddenPoint, 0, 0])
  const strewn = strewnTable(500)
  expect(pointClasses({ table: strewn, colourBy: 1 })).toEqual(columnClasses(strewn, 1).ofRow)
})

test('what lies in a box is found among the points shown, and nothing else', () => {
  expect(pointsWithin({ table }, boxAround(106.6, 29.6))).toEqual([1])
  expect(pointsWithin({ table, filter: only('甲') }, boxAround(106.6, 29.6))).toEqual([])
  expect(pointsWithin({ table }, boxAround(106.6, 29.6, 1))).toEqual([0, 1, 2])
})

test('points grow between the zooms and no further', () => {
  expect(pointSize(3)).toEqual({ radius: 3.2, rim: 0.8 })
  expect(pointSize(10).radius).toBeCloseTo(4.1)
  expect(pointSize(12)).toEqual({ radius: 5, rim: 1.2 })
  expect(pointSize(20)).toEqual({ radius: 7.5, rim: 1.2 })
})
