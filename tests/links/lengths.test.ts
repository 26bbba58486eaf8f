import { describe, expect, test } from 'vitest'
import { featureKinds, statuses, themeIds } from '../../data/schema-ids'
import { qrCode } from '../../src/io/qr'
import { defaultView, noFilters, type View } from '../../src/model/view'
import { encodeView, linkLengthCap } from '../../src/state/link'

const link = (change: Partial<View>) => encodeView({ ...defaultView(themeIds), ...change }, '2026-11-22')
const camera = { longitude: 106.63321, latitude: 29.71812, zoom: 12.43, bearing: 0, pitch: 0 }
const address = (value: string) => `https://yulan.cq.example.gov.cn/map/?m=${value}`

/** What people hand on: a district or a feature with a few themes, a tab or an item, and where they look. */
const typical: Partial<View>[] = [
  {},
  { districts: ['500112'], camera },
  { districts: ['500112'], themes: ['in', 'tr'], item: { kind: 'tab', id: 'projects' }, camera },
  { feature: 'gyport', analysis: { kind: 'buffer', radiusMeters: 5000, subject: { feature: 'gyport' } }, camera },
  { districts: ['500112', '500113'], compare: true, years: { from: 2020, to: 2025 }, camera },
  { districts: ['500112'], filters: { ...noFilters, statuses: ['underway'], kinds: ['corridor'] }, camera },
  { districts: ['500113'], scene: { briefing: 'fivetowns', index: 4 }, camera },
]

/** Every control in use at once, and a drawn area of 25 corners. */
const worst: Partial<View> = {
  districts: ['500103', '500104', '500105', '500106', '500107', '500108', '500109', '500112', '500113'],
  item: { kind: 'plan', id: 'p123456789' },
  themes: themeIds.slice(0, 9),
  layers: ['relief', 'urban', 'boards', 'metro'].map((id) => ({ id, opacity: 0.5 })),
  filters: {
    statuses: [...statuses],
    kinds: [...featureKinds].slice(0, 6),
    documents: ['cqrb2005', 'cqrb2103'],
    departments: ['0abcdef', '1abcdef', 'abcdefg'],
    investment: { from: 10_000, to: 100_000 },
    placed: true,
  },
  years: { from: 2020, to: 2025 },
  compare: true,
  analysis: {
    kind: 'buffer',
    radiusMeters: 15_000,
    subject: {
      drawn: 'area',
      positions: Array.from({ length: 25 }, (_, corner) => [106.5 + corner * 0.00731, 29.5 + (corner % 7) * 0.01113]),
    },
  },
  camera: { ...camera, bearing: -123.4, pitch: 55.5 },
  scene: { briefing: 'fivetowns', index: 12 },
  embed: ['detail', 'themes'],
}

describe('how long links are', () => {
  test.each(typical)('a typical view %#: at most 160 characters, a QR code of at most version 10', (change) => {
    const value = link(change)
    expect(value.length).toBeLessThanOrEqual(160)
    expect(qrCode(address(value)).version).toBeLessThanOrEqual(10)
  })

  test('the worst realistic view: at most 600', () => {
    expect(link(worst).length).toBeLessThanOrEqual(600)
    expect(link(worst).length).toBeLessThan(linkLengthCap)
  })
})

describe('the QR code', () => {
  test('has the strongest correction that keeps it comfortable', () => {
    expect(qrCode(address(link({})))).toMatchObject({ correction: 'H' })
    const long = qrCode(address(link(worst)))
    expect(long).toMatchObject({ correction: 'L' })
    expect(long.version).toBeLessThanOrEqual(20)
  })

  test('draws exactly its dark modules, inside a margin of four', () => {
    const { path, size, width } = qrCode('yulan')
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [x, y, length].map(Number))
    expect(width).toBe(size + 8)
    for (const [x = 0, y = 0, length = 0] of runs) {
      expect(x).toBeGreaterThanOrEqual(4)
      expect(y).toBeGreaterThanOrEqual(4)
      expect(x + length).toBeLessThanOrEqual(size + 4)
    }
    expect(runs[0]).toEqual([4, 4, 7])
  })

  test('refuses what no code holds', () => {
    expect(() => qrCode('a'.repeat(3000))).toThrow('3000')
  })
})
