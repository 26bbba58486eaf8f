/** The mark in the name of a slide's title, by which a deck of ours is known again after others have edited it. */
import type { Handout } from '../../../model/handout/handout'
import type { PlannedSlide } from './plan'

/** What a mark says: which page a slide is of, and a digest of what it said. */
export interface SlideMark {
  id: string
  digest: string
}

/** Returns a mark as it stands in a shape's name. */
export const markText = ({ id, digest }: SlideMark) => `yulan ${id} ${digest}`

/** Returns the mark in a shape's name; undefined where there is none. */
export function readMark(name: string): SlideMark | undefined {
  const found = /\byulan (\S+) ([0-9a-f]{16})\b/.exec(name)
  return found ? { id: found[1] ?? '', digest: found[2] ?? '' } : undefined
}

/** Returns the mark of a slide: its digest changes with what it says, not with its picture or the date. */
export function markOf(slide: PlannedSlide, { sources }: Pick<Handout, 'sources'>): SlideMark {
  const { title, subtitle, text, table, charts } = slide
  const rows = table && { ...table, table: { ...table.table, rows: table.table.rows.slice(table.from, table.to) } }
  const said = [title, subtitle, text?.points, rows, charts, slide.sources.map((at) => sources[at])]
  return { id: slide.id, digest: digestOf(JSON.stringify(said)) }
}

/** FNV-1a from both ends, 64 bits together: enough to notice a change, and no secret. */
function digestOf(text: string): string {
  let [forward, backward] = [0x811c9dc5, 0x811c9dc5]
  for (let at = 0; at < text.length; at++) {
    forward = Math.imul(forward ^ text.charCodeAt(at), 0x01000193)
    backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - at), 0x01000193)
  }
  return [forward, backward].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
