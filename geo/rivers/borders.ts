import type { Position } from 'geojson'
import { lineLengthKm } from '../base/measure'
import { pointInPolygon } from '../base/point-in-polygon'
import { elementAt } from '../base/position'
import type { RiverCorridor } from '../boundaries/adjacency'
import { arcUsers, type DistrictTopology, shapesOf } from '../boundaries/topology'
import type { RiverResult } from './rivers'

/** A stretch of border as it is drawn: between two districts, or between one and what lies outside the file. */
export interface BorderLine {
  /** Adcodes, `a` < `b`; without `b` the outer edge of all districts. */
  a: string
  b?: string
  line: Position[]
}

/** Shorter stays in a river are crossings or grazes, not courses. */
const RIVER_COURSE_KM = 2
/** A border on a 100 m grid needs no more vertices than this to come from the corridor's rim to the water. */
const REACH_VERTICES = 12

/**
 * Borders on land, from junction to junction. Where a border runs along a river for more than 2 km it is left out:
 * there the river's own centreline is the better drawing of it.
 */
export function landBorders(
  topology: DistrictTopology,
  corridors: readonly RiverCorridor[],
  water: RiverResult['areas'],
): BorderLine[] {
  const codes = shapesOf(topology).map((shape) => shape.properties.adcode)
  const inWater = (position: Position) => water.features.some(({ geometry }) => pointInPolygon(position, geometry))
  return arcUsers(topology).flatMap((users, arc): BorderLine[] => {
    const line = elementAt(topology.arcs, arc)
    const [a, b] = users.map((user) => elementAt(codes, user)).sort()
    if (a === undefined) return []
    return partsOnLand(line, corridors, inWater).map((part) => ({ a, b, line: part }))
  })
}

function partsOnLand(
  line: Position[],
  corridors: readonly RiverCorridor[],
  inWater: (position: Position) => boolean,
): Position[][] {
  const wet = line.map((position) => corridors.some((corridor) => corridor.contains(position)))
  for (const [start, end] of runs(wet, true))
    if (lineLengthKm(line.slice(start, end)) < RIVER_COURSE_KM) wet.fill(false, start, end)
  return (
    runs(wet, false)
      .map(([start, end]) => {
        const before = start === 0 ? 0 : reachWater(line, start, -1, inWater)
        const after = end === line.length ? line.length - 1 : reachWater(line, end - 1, 1, inWater)
        return line.slice(before, after + 1)
      })
      // A piece that never leaves the water is what is left between two river courses, as at a confluence.
      .filter((part) => part.length > 1 && !part.every(inWater))
  )
}

/** Half-open ranges of equal to `wanted`. */
function runs(flags: readonly boolean[], wanted: boolean): [number, number][] {
  const found: [number, number][] = []
  flags.forEach((flag, index) => {
    if (flag !== wanted) return
    const last = found.at(-1)
    if (last && last[1] === index) last[1] = index + 1
    else found.push([index, index + 1])
  })
  return found
}

/**
 * The index at which a border that comes from the land first stands in the water, or where it started if it never does.
 */
function reachWater(line: Position[], from: number, step: 1 | -1, inWater: (position: Position) => boolean): number {
  for (let count = 0, index = from; count < REACH_VERTICES; count++, index += step) {
    const position = line[index]
    if (!position) break
    if (inWater(position)) return index
  }
  return from
}
