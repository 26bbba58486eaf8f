import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FlowBox, type FlowPart, layFlow } from '../../../../src/model/handout/flow'

const room = { height: 1000, gap: 10 }
const items = (count: number, height = 40) => Array.from({ length: count }, () => ({ height }))
const map = { kind: 'map', least: 300, ideal: 520, most: 760 } as const

/** Pairs of boxes that cover each other. */
function overlaps(boxes: readonly FlowBox[]) {
  const share = ({ column, span, columns }: FlowBox) => [column / columns, (column + span) / columns] as const
  return boxes.flatMap((one, at) =>
    boxes.slice(at + 1).filter((other) => {
      if (one.page !== other.page) return false
      const [[left, right], [otherLeft, otherRight]] = [share(one), share(other)]
      const isBeside = right <= otherLeft + 1e-9 || otherRight <= left + 1e-9
      return !isBeside && one.top + one.height > other.top + 0.01 && other.top + other.height > one.top + 0.01
    }),
  )
}

test('whatever the parts, each item stands once, in order, inside its page and over no other', () => {
  const height = fc.integer({ min: 8, max: 160 })
  const part = fc.oneof(
    fc.record({ kind: fc.constant('span' as const), height, keepsNext: fc.boolean() }),
    fc.record({
      kind: fc.constant('text' as const),
      columns: fc.integer({ min: 1, max: 4 }),
      items: fc.array(fc.record({ height, keepsNext: fc.boolean() }), { maxLength: 60 }),
      head: fc.constantFrom(0, 24),
    }),
    fc.constant(map),
    fc.constant({ ...map, beside: { columns: 2, of: 3 } }),
    fc.constant({ kind: 'break' as const }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts: FlowPart[]) => {
      const { boxes, left } = layFlow(parts, room)
      expect(left.size).toBe(0)
      expect(overlaps(boxes)).toEqual([])
      for (const { top, height } of boxes) expect(top + height).toBeLessThanOrEqual(room.height + 0.01)
      parts.forEach((one, at) => {
        if (one.kind !== 'text') return
        const placed = boxes.filter((box) => box.part === at && typeof box.item === 'number')
        expect(placed.map(({ item }) => item)).toEqual(one.items.map((_, index) => index))
      })
    }),
  )
})

test('a text ends in columns of one height, and the next part stands under it on the same page', () => {
  const { boxes, pages } = layFlow(
    [
      { kind: 'text', columns: 2, items: items(10) },
      { kind: 'span', height: 30 },
    ],
    room,
  )
  expect(pages).toBe(1)
  expect(boxes.filter(({ column, part }) => part === 0 && column === 1).length).toBe(5)
  expect(boxes.at(-1)).toMatchObject({ page: 0, top: 210 })
})

test('a heading is not left alone at the foot of a page, nor of a column', () => {
  const spans = layFlow(
    [
      { kind: 'text', columns: 1, items: items(24) },
      { kind: 'span', height: 20, keepsNext: true },
      { kind: 'text', columns: 1, items: items(3) },
    ],
    room,
  )
  expect(spans.boxes.find(({ part }) => part === 1)).toMatchObject({ page: 1, top: 0 })
  const inside = items(26).map((item, at) => ({ ...item, keepsNext: at === 24 }))
  const column = layFlow([{ kind: 'text', columns: 1, items: inside }], room)
  expect(column.boxes.find(({ item }) => item === 24)?.page).toBe(1)
})

test('a text of one page says how many of its items are left out', () => {
  const { boxes, left, pages } = layFlow([map, { kind: 'text', columns: 2, items: items(60), rest: 30 }], room)
  expect(pages).toBe(1)
  const placed = boxes.filter(({ part, item }) => part === 1 && typeof item === 'number').length
  expect(left.get(1)).toBe(60 - placed)
  expect(boxes.at(-1)).toMatchObject({ item: 'rest', column: 1 })
  const free = room.height - 520 - 10
  expect(placed).toBeGreaterThanOrEqual(2 * Math.floor(free / 40) - 1)
})

test('a map takes what its text leaves it, and stands beside it on a lying page', () => {
  const standing = layFlow([map, { kind: 'text', columns: 2, items: items(6) }], room)
  const [drawn] = standing.boxes
  expect(drawn?.height).toBeGreaterThan(700)
  expect(standing.pages).toBe(1)
  const lying = layFlow(
    [
      { ...map, beside: { columns: 2, of: 3 } },
      { kind: 'text', columns: 3, items: items(30) },
    ],
    room,
  )
  expect(lying.boxes[0]).toMatchObject({ height: 1000, column: 0, span: 2, columns: 3 })
  const first = lying.boxes.filter(({ page, part }) => page === 0 && part === 1)
  expect(first.every(({ column }) => column === 2)).toBe(true)
  expect(first.length).toBe(25)
})

test('the head of a table stands above its rows on every page', () => {
  const { boxes, pages } = layFlow([{ kind: 'text', columns: 1, items: items(60), head: 50 }], room)
  expect(pages).toBe(3)
  expect(boxes.filter(({ item }) => item === 'head').map(({ page, top }) => [page, top])).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
  ])
})
