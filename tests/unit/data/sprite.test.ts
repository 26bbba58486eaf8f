import { readdirSync, readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { hatchRuns } from '../../../data/hatchings'
import { palettes } from '../../../data/palette'
import { distanceField } from '../../../data/steps/distance-field'
import { encodePng } from '../../../data/steps/png'
import { buildSprite } from '../../../data/steps/sprite'

const icons = new Map(
  readdirSync('data/icons').map((file) => [file.replace('.svg', ''), readFileSync(`data/icons/${file}`, 'utf8')]),
)

describe('the sprite', () => {
  const { json, png } = buildSprite(icons)
  const index = JSON.parse(json) as {
    [name: string]: { x: number; y: number; width: number; height: number; sdf: boolean }
  }

  it('holds every icon and one hatching a palette, side by side', () => {
    for (const name of icons.keys()) expect(index[name]?.sdf, name).toBe(true)
    for (const name of Object.keys(palettes))
      for (const run of hatchRuns) expect(index[`hatch-${run}-${name}`]?.sdf).toBe(false)
    const images = Object.values(index)
    images.forEach((a, i) => {
      for (const b of images.slice(i + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(apart).toBe(true)
      }
    })
  })

  it('stays small and is a PNG', () => {
    expect(png.length).toBeLessThan(60_000)
    expect([...png.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG')
  })

  it('takes its icons without a colour of their own', () => {
    for (const [name, svg] of icons) expect(svg, name).toMatch(/currentColor/)
  })
})

describe('a distance field', () => {
  it('is 192 on the outline, more inside, less outside', () => {
    const side = 64
    const disc = Float64Array.from({ length: side * side }, (_, at) =>
      Math.hypot((at % side) - 31.5, Math.floor(at / side) - 31.5) < 20 ? 1 : 0,
    )
    const field = distanceField(disc, side, 4)
    const at = (x: number) => field[8 * 16 + x] ?? 0
    expect(at(8)).toBe(255)
    expect(at(0)).toBeLessThan(140)
    expect(Math.abs((at(2) + at(3)) / 2 - 192)).toBeLessThan(24)
  })
})

describe('a PNG', () => {
  const chunkOf = (png: Buffer, name: string) => {
    const start = png.indexOf(name)
    return png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4))
  }

  it('holds the pixels it was given', () => {
    const data = Uint8Array.from({ length: 20 * 20 * 4 }, (_, index) => (index * 7) >> 3)
    const rows = inflateSync(chunkOf(Buffer.from(encodePng({ width: 20, height: 20, data })), 'IDAT'))
    expect([...rows.subarray(1, 81)]).toEqual([...data.slice(0, 80)])
  })

  it('has a byte a pixel where there are few colours, and every colour as it was', () => {
    const data = Uint8Array.from({ length: 20 * 20 * 4 }, (_, index) => (index * 5) % 64)
    const png = Buffer.from(encodePng({ width: 20, height: 20, data }))
    const [colors, alphas, rows] = ['PLTE', 'tRNS', 'IDAT'].map((name) => chunkOf(png, name)) as [
      Buffer,
      Buffer,
      Buffer,
    ]
    const pixels = [...inflateSync(rows)].filter((_, at) => at % 21 > 0)
    expect(pixels.flatMap((color) => [...colors.subarray(color * 3, color * 3 + 3), alphas[color]])).toEqual([...data])
  })
})
