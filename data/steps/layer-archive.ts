/** Packs a layer of an owner into an archive of tiles. Pure. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { bounds } from '../../geo/base/measure'
import type { Bounds } from './layer-check'
import { packTiles } from './tiles'

/** What is packed, and how. */
export interface LayerRecipe {
  /** The layer's name in the tiles. */
  layer: string
  minZoom: number
  maxZoom: number
}

type Row = Feature<Geometry, { [key: string]: unknown }>

/** Returns where the features of a layer lie. Throws if none lies anywhere. */
export function layerBounds({ features }: FeatureCollection): Bounds {
  const all = features.filter(isPlaced).map(({ geometry }) => bounds(geometry))
  if (all.length === 0) throw new Error('没有一个要素有位置')
  return all.reduce(([west, south, east, north], each) => [
    Math.min(west, each[0]),
    Math.min(south, each[1]),
    Math.max(east, each[2]),
    Math.max(north, each[3]),
  ])
}

const isPlaced = (feature: Feature<Geometry | null>): feature is Row => feature.geometry !== null

/** Returns an archive of all features, its tiles compressed each by itself: a reader takes few of them. */
export function packLayer(collection: FeatureCollection, { layer, minZoom, maxZoom }: LayerRecipe): Uint8Array {
  const range = { bounds: layerBounds(collection), minZoom, maxZoom, compressed: true }
  const features = collection.features.filter(isPlaced)
  // In one part, an archive is whole.
  const [archive = new Uint8Array()] = packTiles(layer, [{ name: layer, features, minZoom }], range)
  return archive
}
