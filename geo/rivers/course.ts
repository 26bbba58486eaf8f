import type { Position } from 'geojson'
import { distanceKm, lineLengthKm } from '../base/measure'
import { at, type LonLat, samePosition } from '../base/position'
import { sharedBorder } from '../boundaries/adjacency'
import { type DistrictTopology, shapesOf } from '../boundaries/topology'

/** A stretch of a river's course, downstream, before smoothing. */
export interface RawReach {
  id: string
  name: RiverName
  method: 'border' | 'drawn'
  /** Half-width of the band the true mid-channel lies in, in metres. */
  errorMeters: number
  line: Position[]
}

/** A river's borders, downstream, by the names of the districts on both banks. */
interface BorderCourse {
  /** Where the first border, which comes from the land, enters the river. */
  enters: LonLat
  pairs: [string, string][]
}

/**
 * The borders that run in the two rivers. On bridges and open water the border lies 50–75 m from mid-channel in the median and
 * 150–350 m at worst (95 %), hence `BORDER_ERROR_METERS`.
 */
const COURSES: Record<RiverName, BorderCourse> = {
  长江: {
    enters: [106.2765, 29.289],
    pairs: [
      ['九龙坡区', '江津区'],
      ['大渡口区', '江津区'],
      ['大渡口区', '巴南区'],
      ['九龙坡区', '巴南区'],
      ['九龙坡区', '南岸区'],
      ['南岸区', '渝中区'],
      ['南岸区', '江北区'],
      ['巴南区', '江北区'],
      ['巴南区', '渝北区'],
    ],
  },
  嘉陵江: {
    enters: [106.5196, 29.7518],
    pairs: [
      ['北碚区', '渝北区'],
      ['沙坪坝区', '渝北区'],
      ['沙坪坝区', '江北区'],
      ['江北区', '渝中区'],
    ],
  },
}
const BORDER_ERROR_METERS = 350

export type RiverName = '长江' | '嘉陵江'

export const riverNames: readonly RiverName[] = ['长江', '嘉陵江']

/** The course of a river as cut from the district borders. Throws when the topology lacks one of them. */
export function borderReach(topology: DistrictTopology, id: string, name: RiverName): RawReach {
  const { enters, pairs } = COURSES[name]
  const borders = pairs.map((pair) => borderBetween(topology, pair))
  const line: Position[] = []
  borders.forEach((border, index) => {
    const next = borders[index + 1]
    const end = next === undefined ? undefined : commonEnd(border, next, at(pairs, index))
    const downstream = runsTo(border, end ?? farEnd(border, at(line, -1)))
    line.push(...(index === 0 ? fromNearest(downstream, enters) : downstream.slice(1)))
  })
  return { id, name, method: 'border', errorMeters: BORDER_ERROR_METERS, line }
}

function borderBetween(topology: DistrictTopology, pair: [string, string]): Position[] {
  const [first, second] = pair.map((name) => {
    const found = shapesOf(topology).find((shape) => shape.properties.name === name)
    if (found === undefined) throw new RangeError(`no district named ${name}`)
    return found.properties.adcode
  })
  const lines = sharedBorder(topology, String(first), String(second)).coordinates
  if (lines.length === 0) throw new RangeError(`${pair.join(' and ')} share no border`)
  return lines.reduce((longest, line) => (lineLengthKm(line) > lineLengthKm(longest) ? line : longest))
}

function commonEnd(border: Position[], next: Position[], pair: [string, string]): Position {
  const ends = [at(next, 0), at(next, -1)]
  const end = [at(border, 0), at(border, -1)].find((own) => ends.some((other) => samePosition(own, other)))
  if (end === undefined) throw new RangeError(`the border ${pair.join('|')} does not meet the next one downstream`)
  return end
}

function farEnd(border: Position[], start: Position): Position {
  return samePosition(at(border, 0), start) ? at(border, -1) : at(border, 0)
}

function runsTo(border: Position[], end: Position): Position[] {
  return samePosition(at(border, -1), end) ? border : [...border].reverse()
}

/** The part of a line from its vertex nearest to a position on. */
function fromNearest(line: Position[], position: LonLat): Position[] {
  const distances = line.map((vertex) => distanceKm(vertex, position))
  const nearest = distances.indexOf(Math.min(...distances))
  if (at(distances, nearest) > 1) throw new RangeError(`the border is ${distances[nearest]} km from ${position.join()}`)
  return line.slice(nearest)
}
