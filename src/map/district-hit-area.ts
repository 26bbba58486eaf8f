/**
 * On the scales of the first view signs, lines and large names lie over every district. Near the middle of a district
 * one points at the district all the same, whatever else is drawn there.
 */
import type { Geometry, Position } from 'geojson'
import { bounds } from '../../geo/base/measure'
import { pointInPolygon } from '../../geo/base/point-in-polygon'
import { labelPoint } from '../../geo/labels/label-point'
import type { PlanRecord } from '../model/record'

/** From here on there is room to point beside a sign. */
const nearZoom = 10.5
/** CSS pixels around a middle. */
const hitAreaPixels = 22

interface HitArea {
  code: string
  /** West, south, east, north. */
  extent: readonly [number, number, number, number]
  middles: () => readonly Position[]
}

function hitAreasOf(record: PlanRecord): HitArea[] {
  return record.centralDistricts.flatMap(({ properties, geometry }) => {
    if (!geometry) return []
    let known: Position[] | undefined
    const middles = () => {
      known ??= middlesOf(geometry)
      return known
    }
    return [{ code: properties.id, extent: bounds(geometry), middles }]
  })
}

/** What the middle of a district may be taken for: the place of its name, and the middle of its extent. */
function middlesOf(geometry: Geometry): Position[] {
  const [west, south, east, north] = bounds(geometry)
  const middle: Position = [(west + east) / 2, (south + north) / 2]
  return [labelPoint(geometry), ...(pointInPolygon(middle, geometry) ? [middle] : [])]
}

/** Answers which of the nine districts has its middle at a point of the screen. */
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
    const isAt = ([longitude = 0, latitude = 0]: Position) => {
      const at = map.project([longitude, latitude])
      return Math.hypot(at.x - x, at.y - y) <= hitAreaPixels
    }
    // A middle takes milliseconds to find: only those of districts the pointer may be in.
    return known.hitAreas.find(({ extent: [west, south, east, north], middles }) => {
      const near = lng > west && lng < east && lat > south && lat < north
      return near && middles().some(isAt)
    })?.code
  }
}
