/**
 * Cameras of scenes. A scene's camera is that of a map of one size, the one a show has on a screen of 1280 × 720, so that
 * a scene shows the same ground on a projector and on a phone. Pure.
 */
import { type Camera, cameraMovedBy, type Padding, type Size } from '../../../geo/screen/camera'

/** The map of a show on a screen of 1280 × 720, in CSS pixels. */
export const sceneMapSize: Size = { width: 794, height: 598 }

const limits = { least: -3, most: 1.5 } as const

/** Returns the camera of a scene on a map of `size`: the same centre, and as near as shows all the scene's map does. */
export function cameraOnMap(camera: Camera, size: Size): Camera {
  return { ...camera, zoom: camera.zoom + nearer(size) }
}

/** Returns a scene's camera from what a map shows beside what covers it. */
export function sceneCamera(camera: Camera, size: Size, padding: Padding): Camera {
  return { ...shifted(camera, padding, 1), zoom: camera.zoom - nearer(freeOf(size, padding)) }
}

/** Returns the camera that shows a scene in what the panels leave free of a map; the inverse of `sceneCamera`. */
export function cameraBeside(camera: Camera, size: Size, padding: Padding): Camera {
  return shifted(cameraOnMap(camera, freeOf(size, padding)), padding, -1)
}

const freeOf = ({ width, height }: Size, { left, right, top, bottom }: Padding): Size => ({
  width: Math.max(1, width - left - right),
  height: Math.max(1, height - top - bottom),
})

/** The centre of what is free, from that of the whole map, or back. */
const shifted = (camera: Camera, { left, right, top, bottom }: Padding, way: 1 | -1): Camera =>
  cameraMovedBy(camera, (way * (left - right)) / 2, (way * (top - bottom)) / 2)

/** Returns how many zoom levels nearer a scene is on a map of `size` than on a screen of 1280 × 720. */
export function nearer({ width, height }: Size): number {
  if (width <= 0 || height <= 0) return 0
  const by = Math.log2(Math.min(width / sceneMapSize.width, height / sceneMapSize.height))
  return Math.max(limits.least, Math.min(limits.most, by))
}
