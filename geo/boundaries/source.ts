import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import { toWgs84Geometry } from '../base/datum'
import { at } from '../base/position'
import type { DistrictCollection, DistrictProperties } from './topology'

/**
 * Reads the two shapes of boundary file there can be: the encoded map of `echarts@4.9.0` (GCJ-02, 1/1024° grid, so ±100 m)
 * and a plain GeoJSON FeatureCollection in WGS 84 whose features have `adcode` and `name`, as an owner would swap in.
 */
export interface BoundarySource {
  kind: 'echarts' | 'geojson'
  districts: DistrictCollection
}

/** Counties that became districts (区) in December 2016 but stand in the echarts file under their old name and code. */
const RENAMED: Record<string, DistrictProperties> = {
  '500228': { adcode: '500155', name: '梁平区' },
  '500232': { adcode: '500156', name: '武隆区' },
}

export function readBoundarySource(raw: unknown): BoundarySource {
  const collection = asRecord(raw, 'boundary file')
  if (!Array.isArray(collection.features)) throw new TypeError(`boundary file has no features: ${collection.features}`)
  const encoded = collection.UTF8Encoding === true
  const read = encoded ? readEncodedFeature : readPlainFeature
  return {
    kind: encoded ? 'echarts' : 'geojson',
    districts: {
      type: 'FeatureCollection',
      features: collection.features.map(read).sort((a, b) => a.properties.adcode.localeCompare(b.properties.adcode)),
    },
  }
}

function readPlainFeature(value: unknown): Feature<Polygon | MultiPolygon, DistrictProperties> {
  const feature = asRecord(value, 'feature')
  const properties = asRecord(feature.properties, 'feature properties')
  const adcode = String(properties.adcode ?? feature.id)
  const { name } = properties
  if (!/^\d{6}$/.test(adcode) || typeof name !== 'string' || name === '') {
    throw new TypeError(`feature needs a six-digit adcode and a name: ${JSON.stringify(properties)}`)
  }
  const geometry = asRecord(feature.geometry, `geometry of ${name}`) as unknown as Polygon | MultiPolygon
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
    throw new TypeError(`${name} is not an area: ${JSON.stringify((geometry as { type: unknown }).type)}`)
  }
  return { type: 'Feature', properties: { adcode, name }, geometry }
}

function readEncodedFeature(value: unknown): Feature<Polygon | MultiPolygon, DistrictProperties> {
  const feature = asRecord(value, 'feature')
  const properties = asRecord(feature.properties, 'feature properties')
  const adcode = String(feature.id)
  const name = String(properties.name)
  const geometry = decodeGeometry(asRecord(feature.geometry, `geometry of ${name}`))
  return {
    type: 'Feature',
    properties: RENAMED[adcode] ?? { adcode, name },
    geometry: toWgs84Geometry(geometry, 'GCJ02'),
  }
}

type Offset = [number, number]

function decodeGeometry(geometry: Record<string, unknown>): Polygon | MultiPolygon {
  if (geometry.type === 'Polygon') {
    const rings = geometry.coordinates as string[]
    const offsets = geometry.encodeOffsets as Offset[]
    return { type: 'Polygon', coordinates: rings.map((ring, index) => decodeRing(ring, at(offsets, index))) }
  }
  const polygons = geometry.coordinates as string[][]
  const offsets = geometry.encodeOffsets as Offset[][]
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings, part) =>
      rings.map((ring, index) => decodeRing(ring, at(at(offsets, part), index))),
    ),
  }
}

/** ECharts' "UTF8Encoding": zigzag differences from the position before, one character each, in 1/1024°. */
function decodeRing(encoded: string, [offsetX, offsetY]: Offset): Position[] {
  const unzigzag = (code: number) => (code >> 1) ^ -(code & 1)
  const ring: Position[] = []
  let x = offsetX
  let y = offsetY
  for (let index = 0; index + 1 < encoded.length; index += 2) {
    x += unzigzag(encoded.charCodeAt(index) - 64)
    y += unzigzag(encoded.charCodeAt(index + 1) - 64)
    ring.push([x / 1024, y / 1024])
  }
  return ring
}

function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${what} is not an object: ${String(value)}`)
  return value as Record<string, unknown>
}
