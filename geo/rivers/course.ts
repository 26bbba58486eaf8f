import type { Position } from 'geojson'
import { distanceKm, lineLengthKm } from '../base/measure'
import { elementAt, type LonLat, samePosition } from '../base/position'
import { sharedBorder } from '../boundaries/adjacency'
import { type DistrictTopology, shapesOf } from '../boundaries/topology'

/** A width that is known near a place. */
export interface WidthAnchor {
  near: LonLat
  meters: number
}

/** What is known of a river before it is drawn. WGS 84. */
export interface RiverPlan {
  id: string
  name: string
  /** Id of the river it ends in, which stands before it in the list. */
  joins?: string
  /** Where the first border of the course, which comes from the land, enters the river. */
  enters?: LonLat
  /** The borders that run in the river, downstream, by the adcodes of the districts on both banks. */
  course: readonly (readonly [string, string])[]
  /** Half-width of the band the true mid-channel lies in along the course. */
  errorMeters: number
  /** How far from the smoothed centreline a border still counts as running in the river. */
  corridorMeters: number
  /** Width of the smoothing filter: wide enough to forget the grid the borders were digitised on. */
  sigmaMeters: number
  /** The sharpest bend left, as a radius: sharper ones are corners of the border, not of the river. */
  bendMeters: number
  /** At least one; the width is linear along the river in between. */
  widths: readonly WidthAnchor[]
}

/** What keeps a river from being drawn. */
export type RiverFault =
  /** The border of these two does not meet the next one downstream. */
  | { fault: 'broken'; pair: readonly [string, string] }
  /** `enters` lies this far from the first border. */
  | { fault: 'far'; km: number }
  /** Neither a course along borders nor a drawn reach. */
  | { fault: 'nowhere' }

/** Says in `fault` why the river `id` cannot be drawn. */
export class RiverError extends RangeError {
  constructor(
    readonly id: string,
    readonly fault: RiverFault,
  ) {
    super(`${id}: ${JSON.stringify(fault)}`)
    this.name = 'RiverError'
  }
}

/** A stretch of a river's course, downstream, before smoothing. */
export interface RawReach {
  id: string
  name: string
  method: 'border' | 'drawn'
  /** Half-width of the band the true mid-channel lies in, in metres. */
  errorMeters: number
  line: Position[]
}

/**
 * The course of a river as cut from the district borders. Returns undefined for a river without one. Throws when the
 * topology lacks a border.
 */
export function borderReach(topology: DistrictTopology, river: RiverPlan): RawReach | undefined {
  const { id, name, errorMeters, course, enters } = river
  if (course.length === 0) return undefined
  if (enters === undefined) throw new RangeError(`nobody says where ${name} is entered`)
  const borders = course.map((pair) => borderBetween(topology, pair))
  const line: Position[] = []
  borders.forEach((border, index) => {
    const next = borders[index + 1]
    const end = next === undefined ? undefined : commonEnd(border, next)
    if (next && !end) throw new RiverError(id, { fault: 'broken', pair: elementAt(course, index) })
    const downstream = runsTo(border, end ?? farEnd(border, line.at(-1) ?? enters))
    line.push(...(index === 0 ? fromNearest(downstream, enters, id) : downstream.slice(1)))
  })
  return { id, name, method: 'border', errorMeters, line }
}

function borderBetween(topology: DistrictTopology, pair: readonly [string, string]): Position[] {
  for (const adcode of pair)
    if (!shapesOf(topology).some((shape) => shape.properties.adcode === adcode))
      throw new RangeError(`no district with the code ${adcode}`)
  const lines = sharedBorder(topology, ...pair).coordinates
  if (lines.length === 0) throw new RangeError(`${pair.join(' and ')} share no border`)
  return lines.reduce((longest, line) => (lineLengthKm(line) > lineLengthKm(longest) ? line : longest))
}

function commonEnd(border: Position[], next: Position[]): Position | undefined {
  const ends = [elementAt(next, 0), elementAt(next, -1)]
  return [elementAt(border, 0), elementAt(border, -1)].find((own) => ends.some((other) => samePosition(own, other)))
}

/** The end that lies farther from where the river comes in. */
function farEnd(border: Position[], start: Position): Position {
  const [first, last] = [elementAt(border, 0), elementAt(border, -1)]
  return distanceKm(first, start) < distanceKm(last, start) ? last : first
}

function runsTo(border: Position[], end: Position): Position[] {
  return samePosition(elementAt(border, -1), end) ? border : [...border].reverse()
}

/** The part of a line from its vertex nearest to a position on. */
function fromNearest(line: Position[], position: LonLat, id: string): Position[] {
  const distances = line.map((vertex) => distanceKm(vertex, position))
  const km = Math.min(...distances)
  if (km > 1) throw new RiverError(id, { fault: 'far', km })
  return line.slice(distances.indexOf(km))
}
