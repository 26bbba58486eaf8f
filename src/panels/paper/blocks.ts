/** What stands in the columns of pages: points, rows, places, cards. */
import type { HandoutPoint, HandoutTable } from '../../model/handout/handout'
import type { PaperCard, PaperDocument, PaperPlace, PaperSection } from '../../model/handout/paper-document'
import { element, svgElement } from './element'

/** A QR code as an SVG path, `width` units across. */
export interface PaperCode {
  path: string
  width: number
}

/** Where a document is found again: its address in words, and as a code. */
export interface PaperAddress {
  link: string
  words: string
  code: PaperCode
}

/** Returns the heading of a section, which opens it on the map, with its note; the document's first says where it is found. */
export function headingBlock({ title, note, link }: PaperSection, address?: PaperAddress): HTMLElement {
  const words = element(
    'div',
    '',
    element('h2', '', link ? linkTo(link, title) : title),
    note ? element('p', '', note) : undefined,
    address && element('p', 'paper-link', linkTo(address.link, address.words)),
  )
  return element('header', 'paper-heading', words, address && codeBlock(address.code))
}

function linkTo(link: string, text: string): HTMLElement {
  const made = element('a', '', text)
  made.href = link
  return made
}

const codeBlock = ({ width, path }: PaperCode) =>
  svgElement('svg', { class: 'paper-code', viewBox: `0 0 ${width} ${width}` }, svgElement('path', { d: path }))

/** As wide as the widest number of a citation, so that what is measured stays true. */
const widestNumber = '000'

/** Returns a point; its numbers of citations are filled in by `citePoint`. */
export function pointBlock({ text, detail, sources }: HandoutPoint): HTMLElement {
  const marks = element('sup', '', sources.length > 0 ? sources.map(() => widestNumber).join(',') : '')
  return element(
    'div',
    'paper-point',
    element('p', '', text, marks),
    detail ? element('p', 'paper-detail', detail) : undefined,
  )
}

/** Writes the numbers of a point's citations. */
export function citePoint(block: HTMLElement, numbers: readonly number[]): void {
  const marks = block.querySelector('sup')
  if (marks) marks.textContent = numbers.join(',')
}

/** Returns the head of a table and its rows, in columns as wide as what stands in them. */
export function tableBlocks(table: HandoutTable): { title: HTMLElement; head: HTMLElement; rows: HTMLElement[] } {
  const columns = columnTemplate(table)
  // Behind a number a citation's would be taken for a power, and in a narrow column it needs a line of its own.
  const widths = weightsOf(table).map((weight, at) => (table.columns[at]?.kind === 'text' ? weight : 0))
  const citing = widths.indexOf(Math.max(...widths))
  const rowOf = (className: string, cells: readonly (string | number | undefined)[], sources = 0) => {
    const marks = sources > 0 ? element('sup', '', Array.from({ length: sources }, () => widestNumber).join(',')) : ''
    const row = element(
      'div',
      className,
      ...cells.map((cell, at) => {
        const isNumber = table.columns[at]?.kind === 'number'
        return element('span', isNumber ? 'paper-number' : '', String(cell ?? ''), at === citing ? marks : '')
      }),
    )
    row.style.gridTemplateColumns = columns
    return row
  }
  return {
    title: element('h3', 'paper-table-title', table.title),
    head: rowOf(
      'paper-row paper-row-head',
      table.columns.map(({ title, unit }) => (unit ? `${title}（${unit}）` : title)),
    ),
    rows: table.rows.map((cells, at) => rowOf('paper-row', cells, table.sources?.[at]?.length)),
  }
}

const [leastWeight, mostWeight] = [4, 40]

/** The share of each column, by its longest texts. */
const weightsOf = ({ columns, rows }: HandoutTable): number[] =>
  columns.map(({ title }, at) => {
    const lengths = rows.map((row) => String(row[at] ?? '').length).sort((one, other) => other - one)
    const usual = lengths[Math.floor(lengths.length / 10)] ?? 0
    return Math.min(mostWeight, Math.max(leastWeight, usual, title.length))
  })

const columnTemplate = (table: HandoutTable): string =>
  weightsOf(table)
    .map((weight) => `minmax(0, ${weight}fr)`)
    .join(' ')

/** Returns a place of the index; `fillPlace` says where it stands. */
export function placeBlock({ name, kind }: PaperPlace): HTMLElement {
  return element(
    'div',
    'paper-place',
    element('span', 'paper-place-name', name),
    element('span', 'paper-place-kind', kind),
    element('span', 'paper-place-field', ''),
  )
}

/** Returns a section of the contents; `fillPlace` gives its page. */
export const contentsBlock = (title: string): HTMLElement =>
  element('div', 'paper-place', element('span', 'paper-place-name', title), element('span', 'paper-place-field', ''))

/** Writes the page and the field of a place, or the page of a section. */
export function fillPlace(block: HTMLElement, text: string): void {
  const field = block.querySelector('.paper-place-field')
  if (field) field.textContent = text
}

/** Returns a citation with its number. */
export const sourceBlock = (number: number, text: string): HTMLElement =>
  element('p', 'paper-source', `${number}　${text}`)

/** Returns a card with an empty place for its map. */
export const cardBlock = ({ title, text }: PaperCard): HTMLElement =>
  element('section', 'paper-card', element('h3', '', title), element('div', 'paper-card-map'), element('p', '', text))

/** Returns a page with its head and foot, which says where it shows the reader's own data, and the box that its parts stand in. */
export function pageElement(
  { title, statement }: PaperDocument,
  section: string,
  number: string,
  ownMark?: string,
): { page: HTMLElement; content: HTMLElement } {
  const content = element('div', 'paper-content')
  const page = element(
    'section',
    'paper-page',
    element(
      'header',
      'paper-running',
      element('span', '', title),
      element('span', '', section === title ? '' : section),
    ),
    content,
    element(
      'footer',
      'paper-running paper-foot',
      element('span', '', [...(ownMark ? [ownMark] : []), ...statement].join('　')),
      element('span', '', number),
    ),
  )
  return { page, content }
}
