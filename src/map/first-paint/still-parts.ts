/** Parts of still pictures: short courses, and names beside the dots that have room for one. Pure. */
import { simplifyLine } from '../../../geo/base/simplify-line'
import { type Mark, type MarksFrame, textMark } from './marks'

/** CSS pixels. */
const namePixels = 14
const gapPixels = 6
const besidePixels = 9
const mostNames = 14
/** Farther off, names of places would cover the districts they are in. */
const namesFromZoom = 9.6

/**
 * Returns a course of absolute lines simplified by `tolerance` units, each step from the point before, in tenths of a
 * unit. Other courses are returned as they are.
 */
export function compactCourse(course: string, tolerance: number): string {
  if (!/^M-?[\d.]+ -?[\d.]+L[-\d. MLz]*$/.test(course)) return course
  return course
    .split('M')
    .slice(1)
    .map((line) => {
      const points = [...line.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
      return steps(simplifyLine(points, tolerance)) + (line.endsWith('z') ? 'z' : '')
    })
    .join('')
}

function steps(points: readonly (readonly number[])[]): string {
  let [x, y] = [0, 0]
  const written = points.map(([nextX = 0, nextY = 0], index) => {
    const [right, down] = [tenth(nextX - x), tenth(nextY - y)]
    // From where the steps so far have led, so that what is rounded off never adds up.
    ;[x, y] = [tenth(x + right), tenth(y + down)]
    return `${index === 0 ? 'M' : 'l'}${right} ${down}`.replace(' -', '-')
  })
  return written.join('')
}

const tenth = (value: number) => Math.round(value * 10) / 10

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Returns the names of the weightiest dots, each to the right of its dot, where none covers another or is cut off. */
export function placeNames(
  dots: readonly Mark[],
  districtNames: readonly Mark[],
  { pixel, zoom }: MarksFrame,
  viewBox: string,
): Mark[] {
  if (zoom < namesFromZoom) return []
  const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number)
  const taken: Box[] = [...districtNames, ...dots.filter(({ text }) => text !== undefined)].map(boxOfName)
  const named: Mark[] = []
  // What is drawn last is weightiest.
  for (const { attributes, title, isSelected, middle } of [...dots].reverse()) {
    if (!middle || !title || isSelected || attributes.opacity || named.length >= mostNames) continue
    const [x, y] = [middle[0] + besidePixels * pixel, middle[1]]
    const length = [...title].reduce((sum, sign) => sum + (sign > '\u2e80' ? 1 : 0.55), 0) * namePixels * pixel
    const half = (namePixels / 2) * pixel
    const box = { left: x, top: y - half, right: x + length + gapPixels * pixel, bottom: y + half }
    if (box.left < left || box.right > left + width || box.top < top || box.bottom > top + height) continue
    if (taken.some((other) => overlap(box, other))) continue
    taken.push(box)
    named.push(textMark(title, x, y, namePixels * pixel, 'place'))
  }
  return named
}

/** Of a name in the middle of its place. */
function boxOfName({ attributes, text = '' }: Mark): Box {
  const [x, y, size] = [attributes.x, attributes.y, attributes['font-size']].map(Number)
  const [middle = 0, line = 0, height = 0] = [x, y, size]
  const half = ([...text].length / 2) * height
  return { left: middle - half, right: middle + half, top: line - height / 2, bottom: line + height / 2 }
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
