import type { MultiLineString, Position } from 'geojson'
import { mesh } from 'topojson-client'
import { sampleAlong } from '../base/along'
import { lengthKm } from '../base/measure'
import { elementAt } from '../base/position'
import { arcUsers, type DistrictShape, type DistrictTopology, shapesOf } from './topology'

/** One pair of districts that share a border, `a` < `b` by adcode. */
export interface Adjacency {
  a: string
  b: string
  /**
   * Length of the shared border in km, 2 decimals; the source's ±100 m grid makes it short by some percent on winding
   * rivers.
   */
  sharedKm: number
  /** True when at least half of the border runs in a river (隔江). */
  alongRiver: boolean
  /** Share of the border that runs in a river, 0–1, 2 decimals. */
  riverShare: number
  /** The river most of that share runs in. */
  riverName?: string
}

/** What adjacency needs to know of a river: its name and whether a border position lies in it. */
export interface RiverCorridor {
  name: string
  contains(position: Position): boolean
}

/**
 * Returns all pairs of districts with a common border, in order of adcode. Districts that meet in a single point are
 * not neighbours. Without rivers every border counts as land.
 */
export function adjacencies(topology: DistrictTopology, rivers: readonly RiverCorridor[] = []): Adjacency[] {
  const shapes = shapesOf(topology)
  const found = new Map<string, [number, number]>()
  for (const [first, second] of arcUsers(topology)) {
    if (first !== undefined && second !== undefined) {
      const pair: [number, number] = first < second ? [first, second] : [second, first]
      found.set(pair.join(), pair)
    }
  }
  return [...found.values()]
    .map(([first, second]) => adjacency(topology, elementAt(shapes, first), elementAt(shapes, second), rivers))
    .sort((left, right) => left.a.localeCompare(right.a) || left.b.localeCompare(right.b))
}

function adjacency(
  topology: DistrictTopology,
  one: DistrictShape,
  other: DistrictShape,
  rivers: readonly RiverCorridor[],
): Adjacency {
  const [a, b] = [one.properties.adcode, other.properties.adcode].sort()
  const border = sharedBorder(topology, one.properties.adcode, other.properties.adcode)
  const best = rivers
    .map((river) => ({ name: river.name, share: shareInside(border, river) }))
    .sort((left, right) => right.share - left.share)
    .at(0)
  const riverShare = Math.round((best?.share ?? 0) * 100) / 100
  const result = { a: String(a), b: String(b), sharedKm: Math.round(lengthKm(border) * 100) / 100 }
  return best === undefined || riverShare === 0
    ? { ...result, alongRiver: false, riverShare: 0 }
    : { ...result, alongRiver: riverShare >= 0.5, riverShare, riverName: best.name }
}

/** Returns the border two districts share, as lines; empty when they are not neighbours. */
export function sharedBorder(topology: DistrictTopology, a: string, b: string): MultiLineString {
  const isPair = (one: DistrictShape, other: DistrictShape) => {
    const [first, second] = [one.properties.adcode, other.properties.adcode]
    return (first === a && second === b) || (first === b && second === a)
  }
  type Filter = Parameters<typeof mesh>[2]
  return mesh(topology, topology.objects.districts as Parameters<typeof mesh>[1], isPair as unknown as Filter)
}

/** Share of a border's length inside the river, judged every 50 m or so. */
function shareInside(border: MultiLineString, river: RiverCorridor): number {
  let inside = 0
  let total = 0
  for (const position of border.coordinates.flatMap((line) => sampleAlong(line, 0.05))) {
    total++
    if (river.contains(position)) inside++
  }
  return total === 0 ? 0 : inside / total
}
