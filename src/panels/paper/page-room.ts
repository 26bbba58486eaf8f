/** What there is of a page for its content, CSS pixels. Pure. */
import {
  cssPixelsPerInch,
  millimetersPerInch,
  type PaperChoice,
  type PaperId,
  paperSize,
} from '../../model/handout/paper'

/** A page's room: its content without margins, head and foot, and the columns texts stand in. */
export interface PageRoom {
  width: number
  height: number
  /** Millimetres of the paper and of its margins. */
  paper: { width: number; height: number; margin: number }
  columns: number
  /** Of the index. */
  narrowColumns: number
  columnGap: number
  /** Columns of a map that stands beside its text; none on a standing paper. */
  beside?: { columns: number; of: number }
}

const margins = { a5: 8, a4: 12, a3: 14, a2: 16, a1: 18 } as const satisfies Record<PaperId, number>
const perMillimeter = cssPixelsPerInch / millimetersPerInch
const columnMillimeters = 92
const narrowMillimeters = 46
const [headHeight, footHeight] = [20, 16]
const columnGap = 16

/** Returns the room of a page. */
export function pageRoom(choice: PaperChoice): PageRoom {
  const { width, height } = paperSize(choice)
  const margin = margins[choice.paper]
  const inner = width - 2 * margin
  const columns = Math.max(1, Math.round(inner / columnMillimeters))
  const beside = columns - Math.max(1, Math.floor(columns / 3))
  return {
    width: inner * perMillimeter,
    height: (height - 2 * margin) * perMillimeter - headHeight - footHeight,
    paper: { width, height, margin },
    columns,
    narrowColumns: Math.max(2, Math.round(inner / narrowMillimeters)),
    columnGap,
    ...(choice.orientation === 'landscape' && beside > 0 ? { beside: { columns: beside, of: columns } } : {}),
  }
}

/** Returns the left edge and the width of something that is `span` of `columns` columns wide. */
export function columnBox({ width, columnGap: gap }: PageRoom, column: number, span: number, columns: number) {
  const one = (width - (columns - 1) * gap) / columns
  return { left: column * (one + gap), width: span * one + (span - 1) * gap }
}
