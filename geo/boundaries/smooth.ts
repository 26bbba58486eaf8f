import type { Position } from 'geojson'
import { gaussian, resample } from '../base/curves'
import { localPlane } from '../base/ellipsoid'
import { elementAt, type LonLat, lonLat, samePosition } from '../base/position'
import { simplifyLine } from '../base/simplify-line'
import type { DistrictTopology } from './topology'

const STEP_METERS = 70
const DECIMALS = 1e5

/**
 * Borders for the eye: the steps of the source's 100 m grid smoothed away, within the source's own error. Every stretch
 * of border is smoothed once and its ends stay, so districts still fit; for measuring the unsmoothed ones count.
 */
export function smoothTopology(topology: DistrictTopology, sigmaMeters: number): DistrictTopology {
  return { ...topology, arcs: topology.arcs.map((arc) => smoothLine(arc, sigmaMeters)) }
}

/** A line resampled and smoothed with a Gaussian; short ones, and rings, whose seam would show, stay as they are. */
export function smoothLine(line: Position[], sigmaMeters: number): Position[] {
  if (line.length < 4 || samePosition(elementAt(line, 0), elementAt(line, -1))) return line
  const plane = localPlane(elementAt(line, Math.floor(line.length / 2)))
  const points = resample(
    line.map((position) => plane.toMeters(lonLat(position))),
    STEP_METERS,
  )
  if (points.length < 8) return line
  const smooth = gaussian(points, sigmaMeters / STEP_METERS).map((point) => rounded(plane.toLonLat(point)))
  return simplifyLine([elementAt(line, 0), ...smooth.slice(1, -1), elementAt(line, -1)], 0.00008)
}

const rounded = (position: LonLat): Position => position.map((degrees) => Math.round(degrees * DECIMALS) / DECIMALS)
