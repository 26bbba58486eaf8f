import type { Bbox } from '../base/position'

/**
 * Where the map looks from, and the arithmetic that the static map and the map engine must share so that
 * one can take over from the other without a jump. Web Mercator, tiles of 512 px as MapLibre counts zoom.
 * "World units" run 0…1 from west to east and from north to south.
 */

/** Degrees WGS 84; zoom in MapLibre's count; bearing and pitch in degrees. */
export interface Camera {
  longitude: number
  latitude: number
  zoom: number
  bearing: number
  pitch: number
}

/** CSS pixels. */
export interface Size {
  width: number
  height: number
}

/** CSS pixels kept free at each side, for the panels that cover the map. */
export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

/** Side of a tile at its own zoom, in CSS pixels. */
export const tileSize = 512
const maximumLatitude = 85.051129

/** Returns world units from the west for a longitude in degrees. */
export const worldX = (longitude: number) => (longitude + 180) / 360
/** Returns world units from the north for a latitude in degrees, which is first held within Web Mercator's ±85.05°. */
export function worldY(latitude: number): number {
  const clamped = Math.max(-maximumLatitude, Math.min(maximumLatitude, latitude))
  const sine = Math.sin((clamped * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}
/** Returns the longitude in degrees for world units from the west. */
export const longitudeOf = (x: number) => x * 360 - 180
/** Returns the latitude in degrees for world units from the north. */
export const latitudeOf = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI

/** Returns the world units covered by one CSS pixel. */
export const worldPerPixel = (zoom: number) => 1 / (tileSize * 2 ** zoom)

/**
 * Returns the north-up camera that shows `bounds` inside the part of the map that `padding` leaves free.
 * Where the padding leaves less than a sixth of the map it is ignored, and a map without any room counts as one pixel
 * wide and high, so that the result is always finite.
 */
export function fitBounds(bounds: Bbox, size: Size, padding: Padding, maximumZoom: number): Camera {
  const [west, south, east, north] = bounds
  const usable = (room: number, before: number, after: number) =>
    room - before - after <= room / 6
      ? { before: 0, length: Math.max(1, room) }
      : { before, length: room - before - after }
  const across = usable(size.width, padding.left, padding.right)
  const down = usable(size.height, padding.top, padding.bottom)
  const left = worldX(west)
  const right = worldX(east)
  const top = worldY(north)
  const bottom = worldY(south)
  const perPixel = Math.max((right - left) / across.length, (bottom - top) / down.length, worldPerPixel(maximumZoom))
  const x = (left + right) / 2 + (size.width / 2 - across.before - across.length / 2) * perPixel
  const y = (top + bottom) / 2 + (size.height / 2 - down.before - down.length / 2) * perPixel
  return {
    longitude: longitudeOf(x),
    latitude: latitudeOf(y),
    zoom: -Math.log2(perPixel * tileSize),
    bearing: 0,
    pitch: 0,
  }
}

/** Returns the rectangle a north-up camera shows, in world units: for an SVG `viewBox`. */
export function worldWindow(camera: Camera, size: Size): { x: number; y: number; width: number; height: number } {
  const perPixel = worldPerPixel(camera.zoom)
  const width = size.width * perPixel
  const height = size.height * perPixel
  return { x: worldX(camera.longitude) - width / 2, y: worldY(camera.latitude) - height / 2, width, height }
}

/** Whether two cameras would show the same picture: centre within a metre or so, zoom within 0.001. */
export function sameCamera(a: Camera, b: Camera): boolean {
  return (
    Math.abs(a.longitude - b.longitude) < 1e-5 &&
    Math.abs(a.latitude - b.latitude) < 1e-5 &&
    Math.abs(a.zoom - b.zoom) < 1e-3 &&
    Math.abs(a.bearing - b.bearing) < 0.05 &&
    Math.abs(a.pitch - b.pitch) < 0.05
  )
}

/** A usual screen without its panels. */
const usualScreen = { width: 1100, height: 850 }
const noPadding = { top: 0, right: 0, bottom: 0, left: 0 }

/** Returns the zoom of the tiles that a usual screen shows of a region's home view: its files of tiles are cut there. */
export const homeTileZoom = (home: Bbox): number => Math.floor(fitBounds(home, usualScreen, noPadding, 22).zoom)

/** Returns a camera whose centre lies so many pixels to the right of another's and below it, as the screen has them. */
export function cameraMovedBy(camera: Camera, right: number, down: number): Camera {
  const turn = (camera.bearing * Math.PI) / 180
  const unit = worldPerPixel(camera.zoom)
  const east = (right * Math.cos(turn) - down * Math.sin(turn)) * unit
  const south = (right * Math.sin(turn) + down * Math.cos(turn)) * unit
  return {
    ...camera,
    longitude: longitudeOf(worldX(camera.longitude) + east),
    latitude: latitudeOf(worldY(camera.latitude) + south),
  }
}
