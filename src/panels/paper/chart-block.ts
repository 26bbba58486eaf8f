/** Charts on paper: their drawings, cut between rows where one is higher than a page. */
import type { ChartImage } from '../../model/statistics/chart-svg'
import { element } from './element'

/** A part of a drawing from top to bottom, in its own units. */
interface Cut {
  from: number
  to: number
}

/** Returns a drawing in as many pieces as it takes, none higher than `mostHeight` at the width it is shown at. */
export function chartBlocks(image: ChartImage, width: number, mostHeight: number): HTMLElement[] {
  const shown = Math.min(width, image.width)
  const most = (mostHeight * image.width) / shown
  return cutsOf(image, most).map(({ from, to }) => {
    const drawing = new DOMParser().parseFromString(image.svg, 'image/svg+xml').documentElement
    drawing.setAttribute('viewBox', `0 ${from} ${image.width} ${to - from}`)
    drawing.setAttribute('width', String(shown))
    drawing.setAttribute('height', String(Math.floor(((to - from) * shown) / image.width)))
    return element('figure', 'paper-chart', document.importNode(drawing, true))
  })
}

/** Returns where a drawing is cut: as far down as there is room, and never through a text or a bar. */
export function cutsOf({ svg, height }: ChartImage, most: number): Cut[] {
  const spans = spansOf(svg)
  const cuts: Cut[] = []
  let from = 0
  while (height - from > most) {
    let to = Math.floor(from + most)
    while (to > from + most / 2 && spans.some((span) => span.from < to && to < span.to)) to -= 1
    cuts.push({ from, to })
    from = to
  }
  return [...cuts, { from, to: height }]
}

/** What must stay whole; the drawing itself is shifted by the head above it. */
function spansOf(svg: string): Cut[] {
  const shift = Number(/<g transform="translate\(\S+ (\S+)\)">/.exec(svg)?.[1] ?? 0)
  const numbers = (pattern: RegExp) => [...svg.matchAll(pattern)].map((found) => found.slice(1).map(Number))
  const texts = numbers(/<text x="[^"]*" y="([\d.-]+)" font-size="([\d.]+)"/g).map(([y = 0, size = 0]) => ({
    from: y + shift - size,
    to: y + shift + size / 3,
  }))
  const bars = numbers(/<rect x="[^"]*" y="([\d.-]+)" width="[^"]*" height="([\d.]+)"/g).map(([y = 0, tall = 0]) => ({
    from: y + shift,
    to: y + shift + tall,
  }))
  // A column behind the rows may be cut as they are.
  return [...texts, ...bars.filter(({ from, to }) => to - from < 60)]
}
