import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import { type Datum, toWgs84Geometry } from '../base/datum'
import { elementAt } from '../base/position'
import type { DistrictCollection, DistrictProperties } from './topology'

/**
 * The two shapes of boundary file there can be: an encoded map of `echarts@4.9.0` (1/1024° grid, so ±100 m) and a plain
 * GeoJSON FeatureCollection whose features have `adcode` and `name`, as an owner would swap in.
 */
export interface BoundarySource {
  kind: 'echarts' | 'geojson'
  districts: DistrictCollection
}

/** Districts that stand in a file under an old name and code, by that code. */
export interface RenamedDistricts {
  readonly [adcode: string]: DistrictProperties
}

/** What is known of a boundary file beside its content. */
export interface BoundaryFileFacts {
  /** Unless stated an encoded file is GCJ-02 and a plain one WGS 84. */
  datum?: Datum
  renamed?: RenamedDistricts
}

/** The districts of a parsed boundary file in WGS 84, in order of adcode. Throws for a file of another shape. */
export function readBoundarySource(raw: unknown, facts: BoundaryFileFacts = {}): BoundarySource {
  const collection = asRecord(raw, 'boundary file')
  if (!Array.isArray(collection.features)) throw new TypeError(`boundary file has no features: ${collection.features}`)
  const encoded = collection.UTF8Encoding === true
  const read = encoded ? readEncodedFeature : readPlainFeature
  const finish = finished(facts.datum ?? (encoded ? 'GCJ02' : 'WGS84'), facts.renamed ?? {})
  return {
    kind: encoded ? 'echarts' : 'geojson',
    districts: {
      type: 'FeatureCollection',
      features: collection.features
        .map(read)
        .map(finish)
        .sort((a, b) => a.properties.adcode.localeCompare(b.properties.adcode)),
    },
  }
}

type District = Feature<Polygon | MultiPolygon, DistrictProperties>

/** In WGS 84 and under its present name. */
const finished =
  (datum: Datum, renamed: RenamedDistricts) =>
  ({ geometry, properties }: District): District => ({
    type: 'Feature',
    properties: renamed[properties.adcode] ?? properties,
    geometry: toWgs84Geometry(geometry, datum),
  })

function readPlainFeature(value: unknown): District {
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

function readEncodedFeature(value: unknown): District {
  const feature = asRecord(value, 'feature')
  const properties = asRecord(feature.properties, 'feature properties')
  const adcode = String(feature.id)
  const name = String(properties.name)
  const geometry = decodeGeometry(asRecord(feature.geometry, `geometry of ${name}`))
  return {
    type: 'Feature',
    properties: { adcode, name },
    geometry,
  }
}

type Offset = [number, number]

function decodeGeometry(geometry: Record<string, unknown>): Polygon | MultiPolygon {
  if (geometry.type === 'Polygon') {
    const rings = geometry.coordinates as string[]
    const offsets = geometry.encodeOffsets as Offset[]
    return { type: 'Polygon', coordinates: rings.map((ring, index) => decodeRing(ring, elementAt(offsets, index))) }
  }
  const polygons = geometry.coordinates as string[][]
  const offsets = geometry.encodeOffsets as Offset[][]
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings, part) =>
      rings.map((ring, index) => decodeRing(ring, elementAt(elementAt(offsets, part), index))),
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
