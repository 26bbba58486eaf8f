/** Parts of the static map's SVG, in its own units. */
import { type DotShape, shapeCorners } from '../../../data/theme-shapes'

/** The outline of a dot; a ring has its middle cut out. */
export function shapePath(shape: DotShape, x: number, y: number, side: number): string {
  const corners = shapeCorners[shape]
  if (corners)
    return `M${corners.map(([across, down]) => `${x + (across - 0.5) * side} ${y + (down - 0.5) * side}`).join('L')}z`
  const circle = (radius: number) =>
    `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
  return circle(0.42 * side) + (shape === 'ring' ? circle(0.2 * side) : '')
}

/** Returns a text around a point, with a halo. */
export function textOf(text: string, x: number, y: number, size: string, kind: string): SVGElement {
  const made = element('text', { x: String(x), y: String(y), 'font-size': size, class: kind })
  made.setAttribute('stroke-width', String(Number(size) / 5))
  made.textContent = text
  return made
}

/** Returns an empty group, hidden from who reads the page aloud. */
export const group = (name: string) => element('g', { class: name, 'aria-hidden': 'true' })

/** Returns an SVG element with its attributes. */
export function element(name: string, attributes: { readonly [name: string]: string }): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
