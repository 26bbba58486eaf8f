/** Tells whether tiles have all features of a layer, be they of an archive or of a server. */
import type { FeatureCollection } from 'geojson'
import { PMTiles } from 'pmtiles'
import { worldX, worldY } from '../../geo/screen/camera'
import { tileFeatures } from './tile-features'

/** The place of a tile. */
export interface TilePlace {
  z: number
  x: number
  y: number
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

/** The tiles of one zoom: where one may be, and what is there, uncompressed; undefined where none is. */
export interface LayerTiles {
  places: readonly TilePlace[]
  read: (place: TilePlace) => Promise<Uint8Array | undefined>
}

/** Returns the keys of features, each once. Throws if one is missing or stands twice. */
export function layerKeys({ features }: FeatureCollection, key: string): Set<string> {
  const keys = new Set<string>()
  features.forEach(({ properties }, index) => {
    const value = properties?.[key]
    if (value === undefined || value === null || value === '') throw new Error(`第 ${index + 1} 个要素没有 ${key}`)
    if (keys.has(String(value))) throw new Error(`第 ${index + 1} 个要素的 ${key} 与前面重复：${value}`)
    keys.add(String(value))
  })
  return keys
}

const askedAtOnce = 8

/** Returns the keys of `wanted` that no tile has in a feature with a geometry. */
export async function missingKeys(
  { places, read }: LayerTiles,
  wanted: ReadonlySet<string>,
  { layer, key }: { layer: string; key: string },
): Promise<string[]> {
  const missing = new Set(wanted)
  for (let start = 0; start < places.length; start += askedAtOnce)
    for (const tile of await Promise.all(places.slice(start, start + askedAtOnce).map(read)))
      for (const { properties, commands } of tile ? tileFeatures(tile, layer) : [])
        if (commands > 0) missing.delete(String(properties[key]))
  return [...missing]
}

/** Returns the tiles of an archive's last zoom. */
export async function archivedTiles(archive: Uint8Array): Promise<LayerTiles> {
  const reader = new PMTiles({
    getKey: () => 'archive',
    // Not `archive.slice`: of a file that was read it gives a window on all of it.
    getBytes: async (offset, length) => {
      const start = archive.byteOffset + offset
      return { data: archive.buffer.slice(start, start + length) as ArrayBuffer }
    },
  })
  const { minLon, minLat, maxLon, maxLat, maxZoom } = await reader.getHeader()
  return {
    places: placesIn([minLon, minLat, maxLon, maxLat], maxZoom),
    read: async ({ z, x, y }) => {
      const tile = await reader.getZxy(z, x, y)
      return tile && new Uint8Array(tile.data)
    },
  }
}

/**
 * Returns the tiles of a server at a zoom. The address is a template, or a TileJSON, whose bounds are taken where none are
 * given. A tile that is not there is answered with 204 or 404; reading rejects with any other status.
 */
export async function servedTiles(address: string, zoom: number, given?: Bounds): Promise<LayerTiles> {
  const description = address.includes('{z}') ? { tiles: [address] } : await tileJsonAt(address)
  const [template] = description.tiles
  const bounds = given ?? description.bounds
  if (!template || !bounds) throw new Error(`${address}：没有说明瓦片的地址或范围（tiles、bounds）`)
  const read = async ({ z, x, y }: TilePlace) => {
    const tile = template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y))
    const response = await fetch(tile)
    if (response.status === 204 || response.status === 404) return undefined
    if (!response.ok) throw new Error(`${tile}：回答是 ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
  return { places: placesIn(bounds, zoom), read }
}

async function tileJsonAt(address: string): Promise<{ tiles: string[]; bounds?: Bounds }> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}：回答是 ${response.status}`)
  const { tiles = [], bounds } = (await response.json()) as { tiles?: string[]; bounds?: Bounds }
  return {
    tiles: tiles.map((tile) => new URL(tile, address).href.replaceAll('%7B', '{').replaceAll('%7D', '}')),
    bounds,
  }
}

/** Every place of a tile within bounds; few of them may hold one. */
function placesIn([west, south, east, north]: Bounds, z: number): TilePlace[] {
  const at = (share: number) => Math.max(0, Math.min(2 ** z - 1, Math.floor(share * 2 ** z)))
  const places: TilePlace[] = []
  for (let x = at(worldX(west)); x <= at(worldX(east)); x++)
    for (let y = at(worldY(north)); y <= at(worldY(south)); y++) places.push({ z, x, y })
  return places
}
