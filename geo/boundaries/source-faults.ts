/** Why a boundary file cannot be read. */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { positionsOf } from '../base/position'
import type { DistrictProperties } from './topology'

/** What is wrong with the positions of an area. */
export type PositionFault =
  | { fault: 'empty' }
  | { fault: 'not-a-position'; position: unknown }
  /** Not degrees: metres of a projection. */
  | { fault: 'projected'; position: Position }
  /** Latitude first. */
  | { fault: 'swapped'; position: Position }

/** What makes a boundary file unusable, with the values that show it. */
export type BoundaryFileFault =
  | { fault: 'no-features'; type: string }
  /** Its codes are those of other districts. */
  | { fault: 'no-districts'; codes: readonly string[] }
  /** Feature number `index` (from 0) has neither code nor name under a known key. */
  | { fault: 'nameless'; index: number; keys: readonly string[] }
  | ({ fault: 'no-area'; type: string } & DistrictProperties)
  | (PositionFault & DistrictProperties)

/** Says in `fault` what is wrong with a boundary file. */
export class BoundaryFileError extends Error {
  constructor(readonly fault: BoundaryFileFault) {
    super(JSON.stringify(fault))
    this.name = 'BoundaryFileError'
  }
}

/** Returns what is wrong with the positions of an area; undefined when all are degrees, longitude first. */
export function positionFault(area: Polygon | MultiPolygon): PositionFault | undefined {
  const positions = Array.isArray(area.coordinates) ? positionsOf(area) : []
  if (positions.length === 0) return { fault: 'empty' }
  const strange = positions.find((position) => !isPosition(position))
  if (strange !== undefined) return { fault: 'not-a-position', position: strange }
  const beyond = positions.find(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 90)
  if (beyond === undefined) return undefined
  const [x = 0, y = 0] = beyond
  const swapped = Math.abs(y) <= 180 && Math.abs(x) <= 90
  return { fault: swapped ? 'swapped' : 'projected', position: beyond }
}

const isPosition = (position: unknown) =>
  Array.isArray(position) && Number.isFinite(position[0]) && Number.isFinite(position[1])
