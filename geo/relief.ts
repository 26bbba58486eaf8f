import type { Position } from 'geojson'
import { curveThrough, gaussian, resample } from './base/curves'
import { type LocalPlane, localPlane } from './base/ellipsoid'
import { elementAt, type LonLat, lonLat, type Xy } from './base/position'
import { simplifyLine } from './base/simplify-line'

/** A mountain ridge as it is known: the crest, and how wide and high the mountain is. */
export interface Ridge {
  crest: readonly Position[]
  /** From foot to foot. */
  widthMeters: number
  elevationMeters: number
}

/** Light falls from the north-west, as printed maps have it. */
export type Side = 'lit' | 'shade'

/** A slope, from the crest part of the way down: `step` 1 reaches the foot, higher steps stay nearer the crest. */
export interface SlopeBand {
  side: Side
  step: number
  ring: LonLat[]
}

/** A stroke down the slope. `rank` 0 is wanted at every scale, 3 only at the largest. */
export interface Hachure {
  side: Side
  rank: number
  line: [LonLat, LonLat]
}

const STEP_METERS = 120
const CREST_SIGMA_METERS = 500
const TAPER_METERS = 3500
const SPUR_METERS = 1100
/** The spurs are ornament: at zoom 12 so much is a pixel. */
const DETAIL_DEGREES = 0.0002
/** How far down each band reaches, as a share of the slope. */
const REACHES = [1, 0.85, 0.7, 0.56, 0.42, 0.28, 0.14] as const

/**
 * What makes a ridge look like one: slopes as nested bands that darken towards the crest, their foot broken into spurs,
 * and hachures. The spurs are ornament: of the ridge itself only the crest, the width and the height are known.
 */
export function reliefOf(ridge: Ridge, seed: number): { bands: SlopeBand[]; hachures: Hachure[] } {
  const plane = localPlane(elementAt(ridge.crest, Math.floor(ridge.crest.length / 2)))
  const raw = ridge.crest.map((position) => plane.toMeters(lonLat(position)))
  const dense = resample(raw.length > 2 ? curveThrough(raw, 6) : raw, STEP_METERS)
  const crest = gaussian(dense, CREST_SIGMA_METERS / STEP_METERS)
  const slopes = ([1, -1] as const).map((flank) => slopeOf(crest, ridge.widthMeters / 2, flank, seed))
  return {
    bands: slopes.flatMap((slope) => bandsOf(crest, slope, plane)),
    hachures: slopes.flatMap((slope) => hachuresOf(crest, slope, plane, seed)),
  }
}

interface Slope {
  side: Side
  /** From the crest to the foot, one for each point of the crest, in metres. */
  toFoot: Xy[]
}

/** `flank` 1 is the slope on the left of the crest's direction, −1 the one on its right. */
function slopeOf(crest: readonly Xy[], halfWidth: number, flank: 1 | -1, seed: number): Slope {
  const length = (crest.length - 1) * STEP_METERS
  const toFoot = crest.map((_, index): Xy => {
    const [nx, ny] = normal(crest, index, flank)
    const along = index * STEP_METERS
    const end = Math.min(1, Math.min(along, length - along) / Math.min(TAPER_METERS, length / 3))
    const taper = end * (2 - end)
    const spurs = noise(along / SPUR_METERS, seed + flank) * 0.34 + noise(along / 430, seed + 7 + flank) * 0.16
    const reach = halfWidth * taper * (0.86 + spurs)
    return [nx * reach, ny * reach]
  })
  const [mx, my] = normal(crest, Math.floor(crest.length / 2), flank)
  return { side: my - mx > 0 ? 'lit' : 'shade', toFoot }
}

function bandsOf(crest: readonly Xy[], { side, toFoot }: Slope, plane: LocalPlane): SlopeBand[] {
  return REACHES.map((reach, number) => {
    const foot = crest.map(([x, y], index): Xy => {
      const [dx, dy] = elementAt(toFoot, index)
      return [x + dx * reach, y + dy * reach]
    })
    const ring = [...crest, ...foot.reverse(), elementAt(crest, 0)].map((point) => plane.toLonLat(point))
    return { side, step: number + 1, ring: simplifyLine(ring.map(rounded), DETAIL_DEGREES) as LonLat[] }
  })
}

function hachuresOf(crest: readonly Xy[], { side, toFoot }: Slope, plane: LocalPlane, seed: number): Hachure[] {
  return crest.flatMap((_, index): Hachure[] => {
    const [dx, dy] = elementAt(toFoot, index)
    if (Math.hypot(dx, dy) < 150) return []
    const random = hash(index * 2 + (side === 'lit' ? 1 : 0), seed)
    const outer = index % 2 === 1
    const from = outer ? 0.42 + random * 0.12 : 0.05 + random * 0.05
    const to = outer ? 0.8 + random * 0.16 : 0.36 + random * 0.14
    const point = (share: number): LonLat => {
      const [x, y] = elementAt(crest, index)
      return rounded(plane.toLonLat([x + dx * share, y + dy * share]))
    }
    const rank = index % 12 === 0 ? 0 : index % 6 === 3 ? 1 : index % 3 === 0 ? 2 : 3
    return [{ side, rank, line: [point(from), point(to)] }]
  })
}

function normal(line: readonly Xy[], index: number, flank: 1 | -1): Xy {
  const [x1, y1] = elementAt(line, Math.max(0, index - 3))
  const [x2, y2] = elementAt(line, Math.min(line.length - 1, index + 3))
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  return [(-(y2 - y1) / length) * flank, ((x2 - x1) / length) * flank]
}

const rounded = ([longitude, latitude]: LonLat): LonLat => [
  Math.round(longitude * 1e5) / 1e5,
  Math.round(latitude * 1e5) / 1e5,
]

/** Smooth noise between −0.5 and 0.5, the same for the same place. */
function noise(position: number, seed: number): number {
  const cell = Math.floor(position)
  const share = position - cell
  const eased = share * share * (3 - 2 * share)
  return hash(cell, seed) * (1 - eased) + hash(cell + 1, seed) * eased - 0.5
}

/** A number from 0 to 1 that looks random and is always the same for the same two integers. */
function hash(a: number, b: number): number {
  let mixed = Math.imul(a + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32
}
