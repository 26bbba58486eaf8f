/**
 * Cameras of scenes. A scene's camera is that of a map of one size, the one a show has on a screen of 1280 × 720, so that
 * a scene shows the same ground on a projector and on a phone. Pure.
 */
import type { Camera, Padding, Size } from '../../../geo/screen/camera'

/** The map of a show on a screen of 1280 × 720, in CSS pixels. */
export const sceneMapSize: Size = { width: 794, height: 598 }

const limits = { least: -3, most: 1.5 } as const

/** Returns the camera of a scene on a map of `size`: the same centre, and as near as shows all the scene's map does. */
export function cameraOnMap(camera: Camera, size: Size): Camera {
  return { ...camera, zoom: camera.zoom + nearer(size) }
}

/** Returns a scene's camera from what a map shows beside what covers it; the inverse of `cameraOnMap` without padding. */
export function sceneCamera(camera: Camera, size: Size, { left, right, top, bottom }: Padding): Camera {
  const free = { width: Math.max(1, size.width - left - right), height: Math.max(1, size.height - top - bottom) }
  return { ...camera, zoom: camera.zoom - nearer(free) }
}

function nearer({ width, height }: Size): number {
  if (width <= 0 || height <= 0) return 0
  const by = Math.log2(Math.min(width / sceneMapSize.width, height / sceneMapSize.height))
  return Math.max(limits.least, Math.min(limits.most, by))
}
