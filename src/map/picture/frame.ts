/** Which part of the map a picture shows, and what is drawn onto it: the scale, and north where it is not up. */
import type { Camera, Padding, Size } from '../../../geo/screen/camera'
import { canvasFamily as family } from '../../model/canvas-family'
import { message } from '../../model/messages'
import { scaleOf } from '../scale'
import type { Frame } from './picture'

/**
 * As much of the map as there is around the middle of what the panels leave free: what the reader looks at stands in
 * the middle of the picture, and the map beneath the panels is part of it, at most `widest` pixels. Pure.
 */
export function pictureFrame({ width, height }: Size, padding: Padding, widest = Number.POSITIVE_INFINITY): Frame {
  const span = (whole: number, before: number, after: number, most: number) => {
    const middle = (before + whole - after) / 2
    const half = Math.max(1, Math.min(middle, whole - middle, most / 2))
    return [Math.round(middle - half), Math.round(2 * half)] as const
  }
  const [left, wide] = span(width, padding.left, padding.right, widest)
  const [top, high] = span(height, padding.top, padding.bottom, Number.POSITIVE_INFINITY)
  return { left, top, width: wide, height: high }
}

export interface PictureNotes {
  camera: Camera
  language: 'zh-CN' | 'en'
  /** Pixels a CSS pixel. */
  scale: number
}

/** Scale bar bottom left; a north arrow top right while the map is turned. */
export function drawNotes(picture: HTMLCanvasElement, notes: PictureNotes): void {
  const context = picture.getContext('2d')
  if (!context) return
  context.save()
  context.scale(notes.scale, notes.scale)
  drawScale(context, picture.height / notes.scale, notes)
  if (Math.abs(notes.camera.bearing) >= 0.5) drawNorth(context, picture.width / notes.scale, notes.camera.bearing)
  context.restore()
}

function drawScale(context: CanvasRenderingContext2D, height: number, { camera, language }: PictureNotes) {
  const { pixels, number, unit } = scaleOf(camera.zoom, camera.latitude)
  const [left, base] = [16, height - 16]
  // A corner of its own: a sign half seen through it would look like a mistake.
  context.fillStyle = '#fff'
  context.fillRect(0, base - 26, left + pixels + 14, 42)
  context.strokeStyle = '#222'
  context.lineWidth = 0.6
  context.strokeRect(-1, base - 26, left + pixels + 15, 43)
  context.lineWidth = 1.2
  context.beginPath()
  context.moveTo(left, base - 5)
  context.lineTo(left, base)
  context.lineTo(left + pixels, base)
  context.lineTo(left + pixels, base - 5)
  context.stroke()
  context.fillStyle = '#222'
  context.font = `12px ${family}`
  context.textAlign = 'center'
  context.fillText(message(language, `map.scale.${unit}`, { number }), left + pixels / 2, base - 6)
}

function drawNorth(context: CanvasRenderingContext2D, width: number, bearing: number) {
  context.translate(width - 34, 36)
  context.fillStyle = 'rgb(255 255 255 / 80%)'
  context.beginPath()
  context.arc(0, 0, 24, 0, 2 * Math.PI)
  context.fill()
  context.rotate((-bearing * Math.PI) / 180)
  context.fillStyle = '#222'
  context.beginPath()
  context.moveTo(0, -16)
  context.lineTo(7, 12)
  context.lineTo(0, 7)
  context.lineTo(-7, 12)
  context.fill()
  context.font = `700 10px ${family}`
  context.textAlign = 'center'
  context.fillText('N', 0, 22)
}
