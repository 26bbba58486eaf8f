/** The outlines of dots, in the units of the static map. Pure. */
import { type DotShape, shapeCorners } from '../../../data/theme-shapes'

/** Returns the outline of a dot around a point; a ring has its middle cut out. */
export function shapePath(shape: DotShape, x: number, y: number, side: number): string {
  const corners = shapeCorners[shape]
  if (corners)
    return `M${corners.map(([across, down]) => `${x + (across - 0.5) * side} ${y + (down - 0.5) * side}`).join('L')}z`
  const circle = (radius: number) =>
    `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
  return circle(0.42 * side) + (shape === 'ring' ? circle(0.2 * side) : '')
}
