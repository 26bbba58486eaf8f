/** A chart as an SVG file in the colours of print, with presentation attributes only. */
import type { Chart, Shape, Tone } from './chart'

const printed: { readonly [T in Tone]: string } = {
  ink: '#26231f',
  quiet: '#665f55',
  line: '#d9d0c0',
  sunk: '#f1eadd',
  accent: '#b4432f',
  bar: '#8a7d69',
  paper: '#fffdf8',
}

const marginPixels = 24
const fontFamily = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif"

/** An SVG document with its size in CSS pixels. */
export interface ChartImage {
  svg: string
  width: number
  height: number
}

/** Returns a chart as SVG with its title above and `notes` below it, one line each. */
export function chartSvg({ width, height, shapes }: Chart, title: string, notes: readonly string[]): ChartImage {
  const top = marginPixels + 36
  const whole = { width: width + 2 * marginPixels, height: top + height + 20 + notes.length * 18 + marginPixels }
  const text = (y: number, size: number, weight: number, fill: string, words: string) =>
    `<text x="${marginPixels}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}" font-family="${fontFamily}">`,
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
    `<path d="M0 0V5" stroke="${printed.bar}" stroke-width="2"/></pattern></defs>`,
    `<rect width="100%" height="100%" fill="${printed.paper}"/>`,
    text(marginPixels + 18, 18, 700, printed.ink, title),
    `<g transform="translate(${marginPixels} ${top})">${shapes.map(element).join('')}</g>`,
    ...notes.map((note, at) => text(top + height + 34 + at * 18, 12, 400, printed.quiet, note)),
    '</svg>',
  ].join('')
  return { svg, ...whole }
}

function element(shape: Shape): string {
  const colour = printed[shape.tone]
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.hatched ? 'url(#hatch)' : colour}"/>`
    case 'line':
      return `<path d="M${shape.x1} ${shape.y1}L${shape.x2} ${shape.y2}" stroke="${colour}" stroke-width="${shape.width ?? 1}"${shape.dashed ? ' stroke-dasharray="3 3"' : ''}/>`
    case 'dot':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" fill="${shape.hollow ? printed.paper : colour}" stroke="${colour}" stroke-width="1.5"/>`
    case 'arrow':
      return `<path d="${arrowPath(shape.x, shape.y, shape.up)}" fill="${colour}"/>`
    case 'text':
      return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" fill="${colour}"${shape.anchor ? ` text-anchor="${shape.anchor}"` : ''}${shape.bold ? ' font-weight="700"' : ''}>${escaped(shape.text)}</text>`
  }
}

/** Returns the SVG path of a small triangle at a point, pointing up or down. */
export const arrowPath = (x: number, y: number, up: boolean) =>
  `M${x - 4} ${y}L${x} ${y + (up ? -6 : 6)}L${x + 4} ${y}Z`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
