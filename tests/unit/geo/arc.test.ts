import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arcBetween, wayOut } from '../../../geo/screen/arc'

const place = fc.tuple(fc.double({ min: 100, max: 120, noNaN: true }), fc.double({ min: 20, max: 40, noNaN: true }))

describe('a curve between two places', () => {
  it('starts and ends at them and is the same curve from the other end', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        const arc = arcBetween(from, to)
        expect([arc[0], arc.at(-1)]).toEqual([from, to])
        const back = arcBetween(to, from).reverse()
        arc.forEach(([longitude, latitude], index) => {
          expect(back[index]?.[0]).toBeCloseTo(longitude, 9)
          expect(back[index]?.[1]).toBeCloseTo(latitude, 9)
        })
      }),
    )
  })

  it('bulges to the north by about a sixth of its length', () => {
    const middle = arcBetween([106, 0], [107, 0])[16]
    expect(middle?.[0]).toBeCloseTo(106.5, 9)
    expect(middle?.[1]).toBeCloseTo(0.16, 3)
  })
})

describe('the way out of a frame', () => {
  const frame = { left: 0, top: 0, right: 100, bottom: 100 }
  const from = { x: 50, y: 50 }
  it('is on the edge that is crossed first, with the direction there', () => {
    expect(wayOut([from, { x: 80, y: 50 }, { x: 120, y: 50 }], frame)).toEqual({
      x: 100,
      y: 50,
      side: 'right',
      angle: 0,
    })
    expect(wayOut([from, { x: 150, y: 250 }], frame)).toEqual({
      side: 'bottom',
      x: 75,
      y: 100,
      angle: expect.closeTo(63.43, 1),
    })
    expect(wayOut([from, { x: 50, y: -10 }], frame)).toEqual({ x: 50, y: 0, side: 'top', angle: -90 })
  })
  it('is none for a line that ends inside, or that never was', () => {
    expect(wayOut([from, { x: 120, y: 50 }, { x: 90, y: 90 }], frame)).toBeUndefined()
    expect(
      wayOut(
        [
          { x: -5, y: 50 },
          { x: -50, y: 50 },
        ],
        frame,
      ),
    ).toBeUndefined()
    expect(wayOut([], frame)).toBeUndefined()
  })
  it('always lies on the frame', () => {
    const inside = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) })
    const anywhere = fc.record({ x: fc.integer({ min: -300, max: 400 }), y: fc.integer({ min: -300, max: 400 }) })
    fc.assert(
      fc.property(inside, fc.array(anywhere, { minLength: 1, maxLength: 6 }), (start, rest) => {
        const out = wayOut([start, ...rest], frame)
        if (!out) return
        const edge = Math.min(...[out.x, 100 - out.x, out.y, 100 - out.y].map(Math.abs))
        expect(edge).toBeLessThan(1e-6)
        expect(out.x).toBeGreaterThan(-1e-6)
        expect(out.y).toBeLessThan(100 + 1e-6)
      }),
    )
  })
})
