import { expect, test } from 'vitest'
import { tileGroupOf } from '../../../data/steps/tile-groups'
import { fitBounds, homeTileZoom, worldPerPixel, worldX, worldY } from '../../../geo/screen/camera'
import { mapPadding } from '../../../src/model/layout'
import { chongqing } from '../../fixtures/region'

const groupOf = tileGroupOf(chongqing.homeBounds)

/** The tiles of the zoom a screen shows the home view at. */
function shown(width: number, height: number) {
  const size = { width, height }
  const camera = fitBounds(chongqing.homeBounds, size, mapPadding(size, { detail: false, bare: false }), 13)
  const z = Math.floor(camera.zoom)
  const [x, y, pixel] = [worldX(camera.longitude), worldY(camera.latitude), worldPerPixel(camera.zoom)]
  const column = (at: number) => Math.floor(at * 2 ** z)
  const tiles: { z: number; x: number; y: number }[] = []
  for (let left = column(x - (width / 2) * pixel); left <= column(x + (width / 2) * pixel); left++)
    for (let top = column(y - (height / 2) * pixel); top <= column(y + (height / 2) * pixel); top++)
      tiles.push({ z, x: left, y: top })
  return tiles
}

test.each([
  [390, 844],
  [768, 1024],
  [1024, 768],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
  [2560, 1080],
  [2560, 1440],
])('a screen of %i × %i needs one part alone', (width, height) => {
  const tiles = shown(width, height)
  expect(tiles.length).toBeGreaterThan(3)
  const groups = new Set(tiles.map((tile) => groupOf(tile)))
  expect([...groups]).toEqual([tiles[0]?.z === homeTileZoom(chongqing.homeBounds) ? 0 : 1])
})

test('what lies above, beside and nearer comes later', () => {
  expect(groupOf({ z: 5, x: 25, y: 13 })).toBe(2)
  expect(groupOf({ z: 9, x: 412, y: 211 })).toBe(2)
  expect(groupOf({ z: 11, x: 1629, y: 846 })).toBe(3)
  expect(groupOf({ z: 11, x: 1660, y: 846 })).toBe(4)
})
