/** Samples of what stands on the map, 30 × 14 pixels, and its signs as the sprite has them. */
import { message } from '../../model/messages'
import type { Language } from '../../state/store'
import type { EngineMap } from '../engine'
import type { Swatch } from '../style/parts'

const svgNamespace = 'http://www.w3.org/2000/svg'
const width = 30
const height = 14

export function sample(swatch: Swatch, language: Language): SVGElement {
  if (swatch.kind === 'area') return areaSample(swatch)
  if (swatch.kind === 'line') return lineSample(swatch)
  const text = element('text', { x: '1', y: '12', fill: swatch.color, 'font-size': '12' })
  text.textContent = message(language, swatch.textKey)
  return picture(text)
}

export const dotSample = (color: string): SVGElement =>
  picture(element('circle', { cx: '15', cy: '7', r: '6', fill: color }))

function areaSample({ fill, outline, hatched }: Extract<Swatch, { kind: 'area' }>): SVGElement {
  const frame = { x: '1', y: '1', width: String(width - 2), height: String(height - 2) }
  const area = element('rect', { ...frame, fill, stroke: outline ?? 'none' })
  const lines = element('path', { d: 'M4 13L12 1M12 13L20 1M20 13L28 1', stroke: outline ?? fill })
  return picture(area, ...(hatched ? [lines] : []))
}

function lineSample(swatch: Extract<Swatch, { kind: 'line' }>): SVGElement {
  const { color, width: thickness, casing, casingDash, dash, tick } = swatch
  return picture(
    ...(casing ? [line(casing, thickness + 2, casingDash)] : []),
    line(color, thickness, dash),
    ...(tick ? [line(tick, Math.max(1, thickness - 1.6), [1, 1])] : []),
  )
}

/** Dashes in widths of the line, as the style has them. */
function line(stroke: string, thickness: number, dash?: readonly number[]): SVGElement {
  const pattern = dash?.map((part) => Math.max(part * thickness, 1)).join(' ')
  return element('path', {
    d: `M1 ${height / 2}H${width - 1}`,
    fill: 'none',
    stroke,
    'stroke-width': String(thickness),
    ...(pattern ? { 'stroke-dasharray': pattern } : {}),
  })
}

/** The edge of a shape in a distance field, and how soft it is drawn. */
const edge = 0.75
const softness = 0.09

/** A sign of the sprite, filled with one colour. */
export function signSample(map: EngineMap, icon: string, color: string): HTMLCanvasElement {
  const image = map.getImage(icon)?.data
  if (!image) throw new Error(`the sprite has no sign ${icon}`)
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  const context = canvas.getContext('2d')
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))
  const pixels = new ImageData(image.width, image.height)
  for (let at = 0; at < pixels.data.length; at += 4) {
    const inside = ((image.data[at + 3] ?? 0) / 255 - edge + softness) / (2 * softness)
    pixels.data.set([red, green, blue, Math.round(255 * Math.max(0, Math.min(1, inside)))], at)
  }
  context?.putImageData(pixels, 0, 0)
  return canvas
}

function picture(...parts: SVGElement[]): SVGElement {
  const svg = element('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' })
  svg.append(...parts)
  return svg
}

function element(name: string, attributes: { [name: string]: string }): SVGElement {
  const made = document.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
