/** Geometry as RFC 7946 wants it in a file: six decimals, outer rings counter-clockwise, holes clockwise. */
import type { Geometry, Position } from 'geojson'
import { signedRingAreaKm2 } from './measure'

/** A tenth of a metre. */
const decimals = 6

/** Returns the geometry with its coordinates rounded and its rings wound by the right-hand rule; null stays null. */
export function fileGeometry<G extends Geometry | null>(geometry: G): G {
  return written(geometry) as G
}

function written(geometry: Geometry | null): Geometry | null {
  switch (geometry?.type) {
    case undefined:
      return null
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.flatMap((part) => written(part) ?? []) }
    case 'Polygon':
      return { ...geometry, coordinates: polygon(geometry.coordinates) }
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map(polygon) }
    case 'Point':
      return { ...geometry, coordinates: rounded(geometry.coordinates) }
    case 'MultiLineString':
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(rounded)) }
    case 'LineString':
    case 'MultiPoint':
      return { ...geometry, coordinates: geometry.coordinates.map(rounded) }
  }
}

const rounded = (position: Position): Position => position.map((degrees) => Number(degrees.toFixed(decimals)))

const polygon = (rings: Position[][]) => rings.map((ring, index) => wound(withoutRepeats(ring), index === 0))

/** Positions that rounding has made equal to the one before go, as long as a ring is left. */
function withoutRepeats(ring: Position[]): Position[] {
  const positions = ring.map(rounded)
  const kept = positions.filter(([x, y], index) => {
    const before = positions[index - 1]
    return before?.[0] !== x || before?.[1] !== y
  })
  return kept.length >= 4 ? kept : positions
}

const wound = (ring: Position[], isOuter: boolean) =>
  signedRingAreaKm2(ring) > 0 === isOuter ? ring : [...ring].reverse()
