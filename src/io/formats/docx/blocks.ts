/** Tables and pictures of Word. */
import type { HandoutPicture, HandoutTable } from '../../../model/handout/handout'
import { columnShares } from '../columns'
import { element } from '../ooxml/xml'
import { millimetres, officialPage } from './page'
import { wordParagraph } from './text'

const emuPerMillimetre = 36_000
/** Millimetres: a picture leaves room for its title and caption. */
const tallestPicture = 165

/** A table with more columns is written smaller, and its long columns give room to the others. */
const mostPlainColumns = 6
const smallSize = 9
const widestOfMany = 9

/** Returns a table as wide as the text, its head repeated on every page. */
export function wordTable(table: HandoutTable): string {
  const whole = millimetres(officialPage.textWidth)
  const isWide = table.columns.length > mostPlainColumns
  const widths = columnShares(table, isWide ? widestOfMany : undefined).map((share) => Math.floor(whole * share))
  const border = (name: string) => element(name, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' })
  const cell = (text: string, at: number, bold: boolean) =>
    element(
      'w:tc',
      {},
      element(
        'w:tcPr',
        {},
        element('w:tcW', { 'w:w': widths[at], 'w:type': 'dxa' }),
        element('w:vAlign', { 'w:val': 'center' }),
      ),
      wordParagraph('TableText', [{ text, bold, ...(isWide ? { size: smallSize } : {}) }], {
        align: bold ? 'center' : table.columns[at]?.kind === 'number' ? 'right' : 'left',
      }),
    )
  const row = (cells: readonly string[], head: boolean) =>
    element(
      'w:tr',
      {},
      element('w:trPr', {}, element('w:cantSplit'), head ? element('w:tblHeader') : ''),
      ...cells.map((text, at) => cell(text, at, head)),
    )
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': whole, 'w:type': 'dxa' }),
      element('w:tblBorders', {}, ...['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'].map(border)),
      element('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    row(
      table.columns.map(({ title, unit }) => (unit ? `${title}（${unit}）` : title)),
      true,
    ),
    ...table.rows.map((cells) =>
      row(
        table.columns.map((_, at) => (cells[at] === undefined ? '' : String(cells[at]))),
        false,
      ),
    ),
  )
}

/** Returns a paragraph with a picture as wide as the text, or as high as leaves room for its caption. */
export function wordPicture(picture: HandoutPicture, relationship: string, id: number): string {
  const scale = Math.min(officialPage.textWidth / picture.width, tallestPicture / picture.height)
  const [cx, cy] = [picture.width, picture.height].map((pixels) => Math.round(pixels * scale * emuPerMillimetre))
  const name = `图 ${id}`
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/'
  const shape = element(
    'pic:pic',
    { 'xmlns:pic': `${drawing}picture` },
    element('pic:nvPicPr', {}, element('pic:cNvPr', { id, name, descr: picture.description }), element('pic:cNvPicPr')),
    element(
      'pic:blipFill',
      {},
      element('a:blip', { 'r:embed': relationship }),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx, cy })),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
  )
  const inline = element(
    'wp:inline',
    {
      'xmlns:wp': `${drawing}wordprocessingDrawing`,
      'xmlns:a': `${drawing}main`,
      distT: 0,
      distB: 0,
      distL: 0,
      distR: 0,
    },
    element('wp:extent', { cx, cy }),
    element('wp:docPr', { id, name, descr: picture.description }),
    element('wp:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noChangeAspect: 1 })),
    element('a:graphic', {}, element('a:graphicData', { uri: `${drawing}picture` }, shape)),
  )
  return element(
    'w:p',
    {},
    // An exact line height would cut the picture off.
    element(
      'w:pPr',
      {},
      element('w:keepNext'),
      element('w:spacing', { 'w:before': 120, 'w:line': 240, 'w:lineRule': 'auto' }),
      element('w:jc', { 'w:val': 'center' }),
    ),
    element('w:r', {}, element('w:drawing', {}, inline)),
  )
}
