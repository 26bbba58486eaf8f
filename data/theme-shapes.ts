/** The shape of each theme's dot on the map and mark in the panels, so that no theme is told by its colour alone. */
import type { ThemeId } from './schema-ids'

/** The shapes of dots. */
export const dotShapes = ['square', 'diamond', 'disc', 'triangle', 'ring'] as const
/** One of `dotShapes`. */
export type DotShape = (typeof dotShapes)[number]

/** The shape of each theme; related themes share one. */
export const themeShapes = {
  in: 'square',
  sc: 'square',
  op: 'diamond',
  tr: 'diamond',
  ec: 'disc',
  ru: 'disc',
  cu: 'triangle',
  pe: 'triangle',
  ur: 'ring',
  co: 'ring',
} as const satisfies Record<ThemeId, DotShape>

/**
 * Whether a point is inside a shape, in a square of side 1 whose y axis points down. The shapes have about the same
 * area.
 */
export const insideShape = {
  square: (x, y) => Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)) < 0.34,
  diamond: (x, y) => Math.abs(x - 0.5) + Math.abs(y - 0.5) < 0.48,
  disc: (x, y) => Math.hypot(x - 0.5, y - 0.5) < 0.385,
  triangle: (x, y) => y > 0.08 && y < 0.86 && Math.abs(x - 0.5) < (0.5 * (y - 0.08)) / 0.78,
  ring: (x, y) => Math.hypot(x - 0.5, y - 0.5) < 0.43 && Math.hypot(x - 0.5, y - 0.5) > 0.2,
} as const satisfies Record<DotShape, (x: number, y: number) => boolean>

/** The shapes for style sheets: a clip path, and a mask for the middle. */
export const shapeCss = {
  square: { outline: 'inset(8%)', middle: 'none' },
  diamond: { outline: 'polygon(50% 0, 100% 50%, 50% 100%, 0 50%)', middle: 'none' },
  disc: { outline: 'circle(50%)', middle: 'none' },
  triangle: { outline: 'polygon(50% 4%, 100% 92%, 0 92%)', middle: 'none' },
  ring: { outline: 'circle(50%)', middle: 'radial-gradient(circle, transparent 24%, #000 28%)' },
} as const satisfies Record<DotShape, { outline: string; middle: string }>

/** Corners of a shape in a square of side 1; what has none is round. */
export const shapeCorners: { readonly [shape in DotShape]?: readonly (readonly [x: number, y: number])[] } = {
  square: [
    [0.16, 0.16],
    [0.84, 0.16],
    [0.84, 0.84],
    [0.16, 0.84],
  ],
  diamond: [
    [0.5, 0.02],
    [0.98, 0.5],
    [0.5, 0.98],
    [0.02, 0.5],
  ],
  triangle: [
    [0.5, 0.08],
    [1, 0.9],
    [0, 0.9],
  ],
}
