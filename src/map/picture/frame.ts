/** Which part of the map the page's pictures show. Pure. */
import { type Camera, cameraMovedBy, type Padding, type Size } from '../../../geo/screen/camera'
import type { View } from '../../model/view'

/** A part of the map, in CSS pixels of its canvas. */
export interface Frame extends Size {
  left: number
  top: number
}

/** What the page's map shows, and how much of it panels cover. */
export interface OnScreen {
  camera: Camera
  size: Size
  padding: Padding
}

/**
 * Returns as much of the map as there is around the middle of what the panels leave free: what the reader looks at stands
 * in the middle of the picture, and the map beneath the panels is part of it.
 */
export function pictureFrame({ width, height }: Size, padding: Padding): Frame {
  const span = (whole: number, before: number, after: number) => {
    const middle = (before + whole - after) / 2
    const half = Math.max(1, Math.min(middle, whole - middle))
    return [Math.round(middle - half), Math.round(2 * half)] as const
  }
  const [left, wide] = span(width, padding.left, padding.right)
  const [top, high] = span(height, padding.top, padding.bottom)
  return { left, top, width: wide, height: high }
}

/** Returns the camera that has the frame's middle in its own; exact for a map that is not pitched. */
export function frameCamera({ camera, size, padding }: OnScreen): Camera {
  const frame = pictureFrame(size, padding)
  const right = frame.left + frame.width / 2 - size.width / 2
  const down = frame.top + frame.height / 2 - size.height / 2
  return cameraMovedBy(camera, right, down)
}

/**
 * Returns the view for a picture of another size: as it is where the size decides how it fits, else with a camera that
 * shows at least what the frame shows.
 */
export function viewAtSize(view: View, onScreen: OnScreen, { width, height }: Size): View {
  if (!view.camera) return view
  const frame = pictureFrame(onScreen.size, onScreen.padding)
  const camera = frameCamera(onScreen)
  const zoom = camera.zoom + Math.log2(Math.min(width / frame.width, height / frame.height))
  return { ...view, camera: { ...camera, zoom: Math.max(6, Math.min(16, zoom)) } }
}
