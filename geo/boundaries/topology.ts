import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { signedRingAreaKm2 } from '../base/measure'
import { elementAt } from '../base/position'

/** What is known of a district from the boundary file. */
export interface DistrictProperties {
  /** Six-digit administrative code, e.g. `500113`. */
  adcode: string
  name: string
}

/** A district as lists of arc numbers; `~n` means arc n backwards (TopoJSON). */
export type DistrictShape = { properties: DistrictProperties } & (
  | { type: 'Polygon'; arcs: number[][] }
  | { type: 'MultiPolygon'; arcs: number[][][] }
)

/**
 * Districts that share their borders: each stretch of border is stored once for the districts on both sides. WGS 84, 5
 * decimals, not quantized.
 */
export interface DistrictTopology {
  type: 'Topology'
  arcs: Position[][]
  objects: { districts: { type: 'GeometryCollection'; geometries: DistrictShape[] } }
}

/** One district with its area, WGS 84. */
export type DistrictFeature = Feature<Polygon | MultiPolygon, DistrictProperties>
/** Districts with their areas, WGS 84. */
export type DistrictCollection = FeatureCollection<Polygon | MultiPolygon, DistrictProperties>

/** Returns the shapes of a topology's districts, in its order. */
export function shapesOf(topology: DistrictTopology): DistrictShape[] {
  return topology.objects.districts.geometries
}

/** The parts of a shape, each a list of rings of arc numbers. */
export function partsOf(shape: DistrictShape): number[][][] {
  return shape.type === 'Polygon' ? [shape.arcs] : shape.arcs
}

/** Returns the shape of a district made of parts, each a list of rings of arc references. */
export function shapeOf(properties: DistrictProperties, parts: number[][][]): DistrictShape {
  return parts.length === 1
    ? { type: 'Polygon', arcs: elementAt(parts, 0), properties }
    : { type: 'MultiPolygon', arcs: parts, properties }
}

/** Number of an arc whichever way it is walked. */
export function arcNumber(reference: number): number {
  return reference < 0 ? ~reference : reference
}

/** Which districts (by place in the collection) use each arc: one on the outer edge, two on a shared border. */
export function arcUsers(topology: DistrictTopology): number[][] {
  const users: number[][] = topology.arcs.map(() => [])
  shapesOf(topology).forEach((shape, index) => {
    for (const reference of partsOf(shape).flat(2)) {
      const list = elementAt(users, arcNumber(reference))
      if (!list.includes(index)) list.push(index)
    }
  })
  return users
}

/** Positions of a ring of arc numbers; neighbouring arcs share their end position, which is kept once. */
export function ringOf(topology: DistrictTopology, references: number[]): Position[] {
  const ring: Position[] = []
  for (const reference of references) {
    const arc = elementAt(topology.arcs, arcNumber(reference))
    const walked = reference < 0 ? [...arc].reverse() : arc
    ring.push(...(ring.length === 0 ? walked : walked.slice(1)))
  }
  return ring
}

/**
 * The districts as plain GeoJSON, outer rings counter-clockwise; shared borders are identical because they come from
 * the same arcs.
 */
export function toDistricts(topology: DistrictTopology): DistrictCollection {
  return {
    type: 'FeatureCollection',
    features: shapesOf(topology).map((shape) => ({
      type: 'Feature',
      properties: shape.properties,
      geometry: toGeometry(topology, shape),
    })),
  }
}

function toGeometry(topology: DistrictTopology, shape: DistrictShape): Polygon | MultiPolygon {
  const polygons = partsOf(shape).map((rings) =>
    rings.map((references, index) => wound(ringOf(topology, references), index === 0)),
  )
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: elementAt(polygons, 0) }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function wound(ring: Position[], counterClockwise: boolean): Position[] {
  return signedRingAreaKm2(ring) > 0 === counterClockwise ? ring : ring.reverse()
}
