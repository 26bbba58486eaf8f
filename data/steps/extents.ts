/**
 * The areas of zones, platforms and parks whose document gives bounds or an area: cut from ridges, rivers and
 * borders, or a disc of the stated area. Pure; a missing shape is a problem of the row that needs it.
 */
import type { Feature, Geometry, MultiPolygon, Polygon } from 'geojson'
import { areaKm2 } from '../../geo/base/measure'
import {
  type Area,
  discOf,
  inside,
  landAlong,
  landBetween,
  type RidgeLine,
  tidied,
  unionOf,
} from '../../geo/extents/cut'
import type { AuthoredFeature, ExtentProperties } from '../schema'
import type { AuthoredRecord, Located, Problem } from './read'

/** The shapes that extents are cut from, by id or district code. */
export interface ExtentShapes {
  districts: ReadonlyMap<string, Geometry>
  ridges: ReadonlyMap<string, RidgeLine>
  /** The water of each river. */
  rivers: ReadonlyMap<string, readonly Polygon[]>
}

/** A feature of `extents.geojson`, WGS 84 in degrees. */
export type ShippedExtent = Feature<Polygon | MultiPolygon, ExtentProperties>

type AuthoredExtent = NonNullable<AuthoredFeature['extent']>
type Derived = Extract<AuthoredExtent, { method: 'derived' }>
type Stated = Extract<AuthoredExtent, { method: 'stated-area' }>

/** Returns the extents in the order of the rows, and a problem for each that cannot be made. */
export function buildExtents(
  record: AuthoredRecord,
  shapes: ExtentShapes,
): { extents: ShippedExtent[]; problems: Problem[] } {
  const problems: Problem[] = []
  const extents = record.features.flatMap((located) => {
    const { extent, subkind } = located.row
    if (!extent) return []
    try {
      if (subkind === 'board') throw new RangeError('板块没有范围')
      return [extent.method === 'derived' ? derived(located.row.id, extent, shapes) : statedArea(located.row, extent)]
    } catch (error) {
      problems.push(problemOf(located, error))
      return []
    }
  })
  return { extents, problems }
}

function derived(id: string, { rule, cut, errorMeters, km2, sources }: Derived, shapes: ExtentShapes): ShippedExtent {
  return shipped(tidied(cutArea(cut, shapes)), {
    id,
    method: 'derived',
    rule,
    errorMeters,
    ...(km2 ? { statedKm2: km2 } : {}),
    sources,
  })
}

function cutArea(cut: Derived['cut'], shapes: ExtentShapes): Area {
  const districts = (codes: readonly string[]) => unionOf(codes.map((code) => areaOf(code, shapes.districts)))
  if ('union' in cut) return districts(cut.union)
  const limits = districts(cut.within)
  if ('between' in cut) {
    const [one, other] = cut.between.map((id) => known(shapes.ridges, id)) as [RidgeLine, RidgeLine]
    return inside(landBetween(one, other), limits)
  }
  return inside(
    landAlong(
      cut.along.flatMap((id) => known(shapes.rivers, id)),
      cut.meters,
    ),
    limits,
  )
}

/**
 * How far the true border of so large a compact area may lie: as far as its place, and its own radius more, as the
 * shape is not known.
 */
function statedArea({ id, position }: AuthoredFeature, { km2, rule, sources }: Stated): ShippedExtent {
  if (!position || !('at' in position)) throw new RangeError('stated-area 要有点位')
  const radiusMeters = Math.sqrt((km2 * 1e6) / Math.PI)
  return shipped(discOf(position.at, km2), {
    id,
    method: 'stated-area',
    rule: `${rule ?? `文件写面积 ${km2} 平方公里`}，未写边界：以所标位置为圆心画同面积的圆。`,
    errorMeters: Math.round((position.errorMeters + radiusMeters) / 100) * 100,
    statedKm2: km2,
    sources,
  })
}

const shipped = (geometry: Area, properties: Omit<ExtentProperties, 'areaKm2'>): ShippedExtent => ({
  type: 'Feature',
  id: properties.id,
  geometry,
  properties: { ...properties, areaKm2: Number(areaKm2(geometry).toFixed(2)) },
})

function areaOf(code: string, districts: ReadonlyMap<string, Geometry>): Area {
  const found = known(districts, code)
  if (found.type === 'Polygon' || found.type === 'MultiPolygon') return found
  throw new RangeError(`${code} 不是范围`)
}

function known<T>(shapes: ReadonlyMap<string, T>, id: string): T {
  const found = shapes.get(id)
  if (found === undefined) throw new RangeError(`没有 ${id}`)
  return found
}

const problemOf = (located: Located<AuthoredFeature>, error: unknown): Problem => ({
  file: located.file,
  line: located.lineOf(['extent']),
  message: `${located.row.id} 的范围做不出来：${error instanceof Error ? error.message : String(error)}`,
})
