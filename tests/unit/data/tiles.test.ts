import type { Feature, Polygon } from 'geojson'
import { PMTiles, zxyToTileId } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { type Tile, writeArchive } from '../../../data/steps/pmtiles-writer'
import { cutTiles, packTiles, type TileLayer } from '../../../data/steps/tiles'

const memory = (parts: readonly Uint8Array[]) => {
  const bytes = new Uint8Array(Buffer.concat(parts))
  return new PMTiles({
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
  })
}

const square = (west: number, south: number, side: number): Feature<Polygon, { name: string }> => ({
  type: 'Feature',
  properties: { name: '方' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  },
})
const layers: TileLayer[] = [{ name: 'land', features: [square(105.5, 28.5, 2)], minZoom: 5 }]
const range = { bounds: [105, 28, 108, 31] as const, minZoom: 5, maxZoom: 11 }

describe('the archive', () => {
  it('gives back every tile it was given, and none that it was not', async () => {
    const tiles = cutTiles(layers, range)
    const archive = memory(packTiles('test', layers, range))
    expect(tiles.length).toBeGreaterThan(200)
    for (const { z, x, y, data } of tiles) {
      const read = await archive.getZxy(z, x, y)
      expect(Buffer.from(read?.data ?? new ArrayBuffer(0)).equals(Buffer.from(data)), `${z}/${x}/${y}`).toBe(true)
    }
    expect(await archive.getZxy(9, 0, 0)).toBeUndefined()
    expect(await archive.getZxy(12, 3248, 1696)).toBeUndefined()
  })

  it('states what it covers', async () => {
    const archive = memory(packTiles('test', layers, range))
    expect(await archive.getHeader()).toMatchObject({
      specVersion: 3,
      minZoom: 5,
      maxZoom: 11,
      minLon: 105,
      minLat: 28,
      maxLon: 108,
      maxLat: 31,
      clustered: true,
    })
    expect(await archive.getMetadata()).toMatchObject({ vector_layers: [{ id: 'land', fields: { name: 'String' } }] })
  })

  it('stores equal tiles once and equal neighbours in one entry', async () => {
    const same = new Uint8Array([1, 2, 3])
    const tiles: Tile[] = [0, 1].flatMap((x) => [0, 1].map((y) => ({ z: 1, x, y, data: same })))
    const archive = memory(writeArchive([tiles], { ...range, minZoom: 1, metadata: {} }))
    expect(await archive.getHeader()).toMatchObject({ numAddressedTiles: 4, numTileEntries: 1, numTileContents: 1 })
  })

  it('holds more entries than one directory', async () => {
    const tiles: Tile[] = []
    for (let x = 0; x < 128; x++)
      for (let y = 0; y < 128; y++)
        tiles.push({
          z: 7,
          x,
          y,
          data: Uint8Array.from({ length: 4 }, (_, at) => (x * 131 + y * 7919 + at * x * y) & 255),
        })
    const archive = memory(writeArchive([tiles], { ...range, minZoom: 7, maxZoom: 7, metadata: {} }))
    expect((await archive.getHeader()).leafDirectoryLength).toBeGreaterThan(0)
    for (const { x, y, data } of tiles.filter((_, index) => index % 97 === 0)) {
      const read = await archive.getZxy(7, x, y)
      expect([...new Uint8Array(read?.data ?? new ArrayBuffer(0))]).toEqual([...data])
    }
  })

  it('refuses the same tile twice', () => {
    const tile = { z: 3, x: 1, y: 1, data: new Uint8Array([1]) }
    const other = { ...tile, data: new Uint8Array([2]) }
    expect(() => writeArchive([[tile], [other]], { ...range, metadata: {} })).toThrow(String(zxyToTileId(3, 1, 1)))
  })

  it('is the same for the same input', () => {
    expect(packTiles('test', layers, range)).toEqual(packTiles('test', layers, range))
  })

  it('holds in each part whole tiles of its group, and those of earlier ones that are equal', async () => {
    const groupOf = ({ z, x }: Pick<Tile, 'z' | 'x'>) => (z === 9 && x === 406 ? 0 : z < 9 ? 2 : 3)
    const parts = packTiles('test', layers, range, groupOf)
    expect(parts).toHaveLength(4)
    const archive = memory(parts)
    expect((await archive.getHeader()).clustered).toBe(false)
    for (const { z, x, y, data } of cutTiles(layers, range)) {
      const read = await archive.getZxy(z, x, y)
      expect(Buffer.from(read?.data ?? new ArrayBuffer(0)).equals(Buffer.from(data)), `${z}/${x}/${y}`).toBe(true)
    }
    // With the directory and the first group alone its own tiles can be read.
    const alone = memory(parts.slice(0, 2))
    const { data } = cutTiles(layers, range).find((tile) => groupOf(tile) === 0) as Tile
    expect(Buffer.from((await alone.getZxy(9, 406, 211))?.data ?? new ArrayBuffer(0)).length).toBeGreaterThan(0)
    expect(data.length).toBeGreaterThan(0)
  })
})
