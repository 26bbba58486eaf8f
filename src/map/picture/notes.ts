/** What is drawn onto a picture: the scale, north where it is not up, and the mark of own data. */
import type { Camera } from '../../../geo/screen/camera'
import { canvasFamily as family } from '../../model/canvas-family'
import { type Language, message } from '../../model/messages'
import { scaleOf } from '../scale'

/** What the notes on a picture say. */
export interface PictureNotes {
  camera: Camera
  language: Language
  /** Pixels a CSS pixel. */
  pixelRatio: number
  /** The reader's own data are in the picture, which must say so wherever it goes. */
  ownData: boolean
}

/** Draws a scale bar bottom left, and a north arrow top right while the map is turned. */
export function drawNotes(picture: HTMLCanvasElement, notes: PictureNotes): void {
  const context = picture.getContext('2d')
  if (!context) return
  const { pixelRatio, camera } = notes
  context.save()
  context.scale(pixelRatio, pixelRatio)
  drawScale(context, picture.height / pixelRatio, notes)
  if (Math.abs(camera.bearing) >= 0.5) drawNorth(context, picture.width / pixelRatio, camera.bearing)
  if (notes.ownData) drawOwnMark(context, notes.language)
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

function drawOwnMark(context: CanvasRenderingContext2D, language: Language) {
  const text = message(language, 'own-data.mark')
  context.font = `700 13px ${family}`
  context.textAlign = 'left'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, context.measureText(text).width + 24, 30)
  context.strokeStyle = '#222'
  context.lineWidth = 0.6
  context.strokeRect(-1, -1, context.measureText(text).width + 25, 31)
  context.fillStyle = '#222'
  context.fillText(text, 12, 20)
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
