/**
 * On the scales of the first view signs, lines and large names lie over every district. Near the middle of a district
 * one points at the district all the same, whatever else is drawn there.
 */
import type { Geometry } from 'geojson'
import { bounds } from '../../geo/base/measure'
import { pointInPolygon } from '../../geo/base/point-in-polygon'
import type { PlanRecord } from '../model/record'

/** From here on there is room to point beside a sign. */
const nearZoom = 10.5
/** CSS pixels around a middle. */
const hitAreaPixels = 22

interface HitArea {
  code: string
  /** West, south, east, north. */
  extent: readonly [number, number, number, number]
  /** What the middle may be taken for: the point farthest from the border, and the middle of the extent. */
  middles: readonly (readonly [longitude: number, latitude: number])[]
}

function hitAreasOf(record: PlanRecord): HitArea[] {
  return record.districtLabels.flatMap(({ district, middle }) => {
    const geometry = record.featureById.get(district)?.geometry
    if (!geometry) return []
    const extent = bounds(geometry)
    return [{ code: district, extent, middles: [middle, ...middleOfExtent(extent, geometry)] }]
  })
}

function middleOfExtent([west, south, east, north]: HitArea['extent'], geometry: Geometry): [number, number][] {
  const middle: [number, number] = [(west + east) / 2, (south + north) / 2]
  return pointInPolygon(middle, geometry) ? [middle] : []
}

/** Returns what tells the central district whose middle is at a point of the screen; undefined where there is none. */
export function districtHitAreas(map: {
  getZoom(): number
  project(position: [number, number]): { x: number; y: number }
  unproject(point: [number, number]): { lng: number; lat: number }
}): (record: PlanRecord, point: { x: number; y: number }) => string | undefined {
  let known: { record: PlanRecord; hitAreas: HitArea[] } | undefined
  return (record, { x, y }) => {
    if (map.getZoom() >= nearZoom) return undefined
    if (known?.record !== record) known = { record, hitAreas: hitAreasOf(record) }
    const { lng, lat } = map.unproject([x, y])
    const isAt = ([longitude, latitude]: readonly [number, number]) => {
      const at = map.project([longitude, latitude])
      return Math.hypot(at.x - x, at.y - y) <= hitAreaPixels
    }
    return known.hitAreas.find(({ extent: [west, south, east, north], middles }) => {
      const near = lng > west && lng < east && lat > south && lat < north
      return near && middles.some(isAt)
    })?.code
  }
}
