/**
 * Keeps the signs of close neighbours apart: moves each by some pixels until none lies on another. Worked out once for
 * each of three zooms; at 12 a pixel is 17 m and a place is known to some hundred metres, so a moved sign mostly stays
 * inside its own error. Pure and always the same for the same input.
 */
import type { Position } from 'geojson'
import { tileSize, worldX, worldY } from '../../geo/screen/camera'

/** A sign or dot to be kept apart from its neighbours. */
export interface Sign {
  id: string
  at: Position
  sort: number
  /** Stays where it is; its neighbours make room. */
  fixed?: boolean
}

/** How much room signs want, and how far they may go for it. */
export interface Room {
  /** Side of what is set apart and the gap it wants, in pixels. */
  apartPixels: number
  /** No farther from home than this, in pixels. */
  farthestPixels: number
  /** So often all are pushed apart at most. */
  rounds: number
}

/** The room of signs at full size. */
export const roomOfSigns: Room = { apartPixels: 23, farthestPixels: 46, rounds: 60 }
/** Dots stay nearer to their places, because at these zooms a pixel is up to 270 m. */
export const roomOfDots: Room = { apartPixels: 8, farthestPixels: 11, rounds: 20 }
/** Too little to count as moved. */
const nudgePixels = 0.45
const goldenAngle = 2.4
/** What holds at the last holds beyond, where hardly any sign is in another's way. */
export const displaceZooms = [12, 13, 14] as const
/** Before that, whole zooms at which dots that lie on one another are set apart. */
export const dotZooms = [8, 9, 10, 11] as const
/** How large signs are drawn at a zoom; their offsets are drawn as much larger or smaller. */
export const signScale = (zoom: number) => 0.86 + (zoom - displaceZooms[0]) * 0.063

/** How large the smallest dot is drawn at a whole zoom, as a multiple of its image. */
const dotScales: { readonly [zoom: number]: number } = { 6: 0.34, 7: 0.38, 8: 0.46, 9: 0.58, 10: 0.66, 11: 0.72 }
/** Returns how large the smallest dot is drawn at a zoom, as a multiple of its image. */
export const dotScale = (zoom: number): number => dotScales[Math.floor(zoom)] ?? 0.8

/** How large the mark of a place's years is drawn at a zoom. */
export const markScale = (zoom: number): number => Math.min(1, Math.max(0.7, 0.7 + (zoom - 8) * 0.075))
/** From a place to the mark of its years, to the right and down, in pixels at full size. */
export const markOffset: [number, number] = [8, -8]

/** Of more signs than these fewer rounds are made: each takes longer, and in such a crowd there is no room to go to. */
const mostForAllRounds = 2000

/** Of more signs than these none steps aside: there is no room to go to. */
export const mostDisplaced = 10_000

/** Pixels to the right and down by id; signs that stand alone are left out. Empty for more signs than `mostDisplaced`. */
export function displaced(
  signs: readonly Sign[],
  zoom: number,
  room: Room = roomOfSigns,
): Map<string, [number, number]> {
  if (signs.length > mostDisplaced) return new Map()
  const scale = tileSize * 2 ** zoom
  const places = signs
    .map(({ id, at: [longitude = 0, latitude = 0], sort, fixed = false }) => {
      const [x, y] = [worldX(longitude) * scale, worldY(latitude) * scale]
      return { id, sort, fixed, x, y, homeX: x, homeY: y }
    })
    .sort((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
  places.forEach(nudge)
  const across = [...places]
  let moved = true
  const rounds = Math.ceil(room.rounds * Math.min(1, mostForAllRounds / places.length) ** 2)
  for (let round = 0; round < rounds && moved; round++) moved = pushApart(across, room)
  return new Map(
    places
      .filter(({ x, y, homeX, homeY }) => Math.hypot(x - homeX, y - homeY) > 0.5)
      .map(({ id, x, y, homeX, homeY }) => [id, [Math.round(x - homeX), Math.round(y - homeY)]]),
  )
}

interface Placed {
  sort: number
  fixed: boolean
  x: number
  y: number
  homeX: number
  homeY: number
}

/** Each a little in a direction of its own, or signs on one spot would be pushed into one line and jam. */
function nudge(sign: Placed, index: number) {
  if (sign.fixed) return
  sign.x += nudgePixels * Math.cos(index * goldenAngle)
  sign.y += nudgePixels * Math.sin(index * goldenAngle)
}

/** Pushes close ones apart, once each pair, and returns whether one moved. Sorted along x, so that only near ones are compared. */
function pushApart(across: Placed[], room: Room): boolean {
  const { apartPixels } = room
  // They have hardly changed places since the last round.
  across.sort((a, b) => a.x - b.x)
  let moved = false
  for (let i = 0; i < across.length; i++) {
    const first = across[i]
    if (!first) continue
    for (let j = i + 1; j < across.length; j++) {
      const second = across[j]
      if (!second || second.x - first.x > apartPixels + 2) break
      const [dx, dy] = [second.x - first.x, second.y - first.y]
      if (dx * dx + dy * dy < apartPixels * apartPixels) moved = push(first, second, room) || moved
    }
  }
  return moved
}

/** Moves two signs half of what they lack each, or one of them all of it; none farther from home than allowed. */
function push(first: Placed, second: Placed, room: Room): boolean {
  const { apartPixels } = room
  let [dx, dy] = [second.x - first.x, second.y - first.y]
  let distance = Math.hypot(dx, dy)
  if (distance < 0.01) [dx, dy, distance] = [0.6, 0.8, 1]
  const lack = apartPixels - Math.min(distance, apartPixels) + 0.2
  if (lack < 0.3 || (first.fixed && second.fixed)) return false
  const back = first.fixed ? 0 : second.fixed ? lack : lack / 2
  const [ux, uy] = [dx / distance, dy / distance]
  const moved = [
    place(first, -ux * back, -uy * back, room),
    place(second, ux * (lack - back), uy * (lack - back), room),
  ]
  return moved.some((step) => step > 0.1)
}

function place(sign: Placed, dx: number, dy: number, { farthestPixels }: Room): number {
  const [x, y] = [sign.x + dx - sign.homeX, sign.y + dy - sign.homeY]
  const far = Math.hypot(x, y)
  const share = far > farthestPixels ? farthestPixels / far : 1
  const [nextX, nextY] = [sign.homeX + x * share, sign.homeY + y * share]
  const step = Math.hypot(nextX - sign.x, nextY - sign.y)
  sign.x = nextX
  sign.y = nextY
  return step
}

/** How far the name of a sign and of a dot stands from it, in letters. */
const besideSign = 1.25
const besideDot = 0.75
/** Names are 12.5 to 13 pixels high where signs move. */
const lettersPerPixel = 1 / 12.75

/** The places round a sign `right` and `down` pixels from its place. */
export const anchorsBeside = (moved: [number, number]) => anchorsAround(moved, besideSign)
/** Returns the places a name may have round a dot. */
export const anchorsBesideDot = (): (string | [number, number])[] => anchorsAround([0, 0], besideDot)

function anchorsAround([right, down]: [number, number], distance: number): (string | [number, number])[] {
  const at = (x: number, y: number): [number, number] => [
    Math.round((x + right * lettersPerPixel) * 100) / 100,
    Math.round((y + down * lettersPerPixel) * 100) / 100,
  ]
  const [aside, upright] = [distance * 0.6, distance * 0.52]
  return [
    ...['left', at(distance, 0)],
    ...['right', at(-distance, 0)],
    ...['bottom', at(0, -distance)],
    ...['top', at(0, distance)],
    ...['bottom-left', at(aside, -upright)],
    ...['top-left', at(aside, upright)],
    ...['bottom-right', at(-aside, -upright)],
    ...['top-right', at(-aside, upright)],
  ]
}
