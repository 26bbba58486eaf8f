import { expect, test } from 'vitest'
import { sheetPlan } from '../../../../src/io/picture-sheet'
import { paperIds, paperSize, pictureSizeOf } from '../../../../src/model/handout/paper'

test('papers have the pixels that their resolution asks for', () => {
  const a3 = pictureSizeOf({ kind: 'paper', paper: 'a3', orientation: 'landscape', dpi: 300 })
  expect(Math.round(a3.width * a3.pixelRatio)).toBe(4961)
  expect(Math.round(a3.height * a3.pixelRatio)).toBe(3508)
  const pixels = pictureSizeOf({ kind: 'pixels', width: 3840, height: 2160 })
  expect([pixels.width * pixels.pixelRatio, pixels.height * pixels.pixelRatio]).toEqual([3840, 2160])
})

test('each paper is half the next', () => {
  for (const [at, paper] of paperIds.entries()) {
    const larger = paperIds[at + 1]
    if (!larger) continue
    const lying = paperSize({ paper, orientation: 'landscape' })
    const standing = paperSize({ paper: larger, orientation: 'portrait' })
    expect(Math.abs(lying.width - standing.width)).toBeLessThan(1)
    expect(Math.abs(lying.height - standing.height / 2)).toBeLessThan(1)
  }
})

test.each(['portrait', 'landscape'] as const)(
  'on a %s sheet nothing overlaps and the map has most of it',
  (orientation) => {
    for (const paper of paperIds) {
      const size = pictureSizeOf({ kind: 'paper', paper, orientation, dpi: 96 })
      const { head, map, legend, foot } = sheetPlan(size, 3)
      expect(map.top).toBeGreaterThanOrEqual(head.top + head.height)
      expect(foot.top).toBeGreaterThanOrEqual(Math.max(map.top + map.height, legend.top + legend.height))
      expect(foot.top + foot.height).toBeLessThanOrEqual(size.height)
      expect(legend.left >= map.left + map.width || legend.top >= map.top + map.height).toBe(true)
      if (paper !== 'a5') expect((map.width * map.height) / (size.width * size.height)).toBeGreaterThan(0.5)
    }
  },
)
