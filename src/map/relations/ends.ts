/**
 * Where the partners of what is selected have their signs and names at the camera of the moment: at the end of their
 * curve, moved aside where signs would lie on one another or on the name of what is selected, or where the curve leaves
 * the screen.
 */
import type { Feature, FeatureCollection, LineString, Point, Position } from 'geojson'
import { elementAt } from '../../../geo/base/position'
import { type Frame, wayOut } from '../../../geo/screen/arc'
import { latitudeOf, longitudeOf, type Padding, worldPerPixel, worldX, worldY } from '../../../geo/screen/camera'
import { displaced, type Sign } from '../displace'
import type { EngineMap } from '../engine'
import type { RelationFeature, RelationProperties } from './features'

type End = Feature<Point, RelationProperties & { angle?: number; side?: string }>
/** The ends of arcs, where the names of partners stand. */
export type RelationEnds = FeatureCollection<Point, End['properties']>
type Arc = Feature<LineString, RelationProperties>

/** Names keep this far from the edge of what the panels leave free, CSS pixels. */
const edgePixels = 26
/** Half the name of a selected district, pixels. */
const halfNamePixels = 15

/**
 * Returns the ends of the arcs: at the partner, or where the arc leaves the free part of the map, with the direction
 * it goes on in.
 */
export function relationEnds(map: EngineMap, relations: readonly RelationFeature[], padding: Padding): RelationEnds {
  const arcs = relations.filter((each): each is Arc => each.properties.role === 'arc' && isLine(each.geometry))
  const { clientWidth, clientHeight } = map.getContainer()
  const free = (edge: number): Frame => ({
    left: padding.left + edge,
    top: padding.top + edge,
    right: clientWidth - padding.right - edge,
    bottom: clientHeight - padding.bottom - edge,
  })
  const ends = arcs.flatMap((arc) => endOf(map, arc, free) ?? [])
  const start = arcs[0]?.geometry.coordinates[0]
  return { type: 'FeatureCollection', features: start ? setApart(ends, start, map.getZoom()) : ends }
}

const isLine = (geometry: RelationFeature['geometry']): geometry is LineString => geometry.type === 'LineString'

function endOf(map: EngineMap, { geometry, properties }: Arc, free: (edge: number) => Frame): End | undefined {
  const line = geometry.coordinates.map((position) => map.project(position as [number, number]))
  const end = (coordinates: Position, more: object = {}): End => ({
    type: 'Feature',
    properties: { ...properties, ...more },
    geometry: { type: 'Point', coordinates },
  })
  // A central district that still shows its own name at the edge needs no second one.
  if (properties.central && !wayOut(line, free(0))) return undefined
  const out = wayOut(line, free(edgePixels))
  if (!out) return end(elementAt(geometry.coordinates, -1))
  const { lng, lat } = map.unproject([out.x, out.y])
  return end([lng, lat], { angle: out.angle, side: out.side, sign: 'chevron' })
}

/** Signs step aside for one another and for the name where the curves start. */
function setApart(ends: readonly End[], start: Position, zoom: number): End[] {
  const perPixel = worldPerPixel(zoom)
  const moved = ([longitude = 0, latitude = 0]: Position, right: number, down: number): Position => [
    longitudeOf(worldX(longitude) + right * perPixel),
    latitudeOf(worldY(latitude) + down * perPixel),
  ]
  const name = [-halfNamePixels, 0, halfNamePixels].map(
    (right): Sign => ({ id: `name${right}`, at: moved(start, right, 0), sort: -1, fixed: true }),
  )
  const signs = ends.map(
    ({ geometry, properties }, index): Sign => ({
      id: properties.id,
      at: geometry.coordinates,
      sort: index,
      // What has a name only is kept apart by the engine; an arrow belongs on its curve.
      fixed: properties.sign === undefined || properties.side !== undefined,
    }),
  )
  const shown = signs.filter((_, index) => ends[index]?.properties.sign !== undefined)
  const offsets = displaced([...name, ...shown], zoom)
  return ends.map((end) => {
    const offset = offsets.get(end.properties.id)
    if (!offset) return end
    return { ...end, geometry: { type: 'Point', coordinates: moved(end.geometry.coordinates, ...offset) } }
  })
}
