import { beforeAll, describe, expect, it } from 'vitest'
import type { LonLat } from '../../../geo/base/position'
import { placePlates, plateSize } from '../../../src/map/networks/plates'
import { allMembersOf, membersOf, networksOf } from '../../../src/model/networks'
import { builtRecord } from '../model/built-record'

const size = { width: 1000, height: 700 }
/** A flat map: ten pixels a hundredth of a degree, its middle at the hub. */
const project = ([longitude, latitude]: readonly [number, number]) => ({
  x: 500 + (longitude - 106.5) * 1000,
  y: 350 - (latitude - 29.5) * 1000,
})
const hub: LonLat = [106.5, 29.5]
const line = (id: string, longitude: number, latitude: number) => ({
  id,
  text: `${id}线\n向外`,
  lines: [
    [
      [106.5, 29.5],
      [longitude, latitude],
    ],
  ],
})
const place = (padding = { top: 0, right: 0, bottom: 0, left: 0 }, ...lines: ReturnType<typeof line>[]) =>
  placePlates(lines, { project, hub, size, padding })

describe('the plates of a network', () => {
  it('stand where each line leaves the free part of the map, whole and clear of the panels', () => {
    const padding = { top: 20, right: 300, bottom: 40, left: 0 }
    const plates = place(
      padding,
      line('东', 108, 29.5),
      line('西', 105, 29.5),
      line('北', 106.5, 31),
      line('南', 106.5, 28),
    )
    expect(plates.map(({ id }) => id)).toEqual(['东', '西', '北', '南'])
    for (const { position, text } of plates) {
      const { x, y } = project(position)
      const { width, height } = plateSize(text)
      expect(x - width / 2).toBeGreaterThanOrEqual(padding.left)
      expect(x + width / 2).toBeLessThanOrEqual(size.width - padding.right)
      expect(y - height / 2).toBeGreaterThanOrEqual(padding.top)
      expect(y + height / 2).toBeLessThanOrEqual(size.height - padding.bottom)
    }
    const [east] = plates
    expect(project(east?.position ?? [0, 0]).x).toBeGreaterThan(600)
  })

  it('do not lie on one another', () => {
    const plates = place(undefined, line('甲', 108, 29.52), line('乙', 108, 29.5), line('丙', 108, 29.48))
    expect(plates).toHaveLength(3)
    const boxes = plates.map(({ position, text }) => ({ ...project(position), ...plateSize(text) }))
    for (const [at, one] of boxes.entries())
      for (const other of boxes.slice(at + 1))
        expect(
          Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
            Math.abs(one.y - other.y) >= (one.height + other.height) / 2,
        ).toBe(true)
  })

  it('are left out where a line is nowhere in sight', () => {
    expect(
      place(undefined, {
        ...line('远', 110, 35),
        lines: [
          [
            [110, 35],
            [111, 36],
          ],
        ],
      }),
    ).toEqual([])
  })
})

describe('the networks of the record', () => {
  beforeAll(builtRecord, 180_000)

  it('hold what the relations of membership say, each member once, and members know them', async () => {
    const { record, details } = await builtRecord()
    for (const { properties } of record.features) {
      if (properties.kind === 'district') continue
      const stated = details.relations.filter(({ kind, from }) => kind === 'membership' && from === properties.id)
      const expected = new Set(stated.flatMap(({ to }) => to))
      const members = membersOf(record, properties.id).map(({ feature }) => feature.properties.id)
      expect(new Set(members), properties.id).toEqual(expected)
      expect(members).toHaveLength(expected.size)
      for (const member of members)
        expect(networksOf(record, member).map((network) => network.properties.id)).toContain(properties.id)
      expect(allMembersOf(record, properties.id).map(({ feature }) => feature)).not.toContain(
        record.featureById.get(properties.id),
      )
    }
  })

  it('the star has an arm in each of the four directions, every arm drawn', async () => {
    const { record } = await builtRecord()
    const arms = membersOf(record, 'mzxgtw')
    expect(new Set(arms.map(({ direction }) => direction))).toEqual(new Set(['南', '北', '东', '西']))
    for (const { feature, toward } of arms) {
      expect(feature.geometry?.type, feature.properties.name).toMatch(/LineString$/)
      expect(toward).toBeTruthy()
    }
  })
})
