/** Shapes of slides. Each is made with an id of its own on its slide. */
import { element } from '../ooxml/xml'
import type { Box } from './measures'
import { type Fonts, type Paragraph, paragraphXml, textBodyXml } from './text'

/** What a shape is called, and where it stands; without a box it stands where its placeholder does. */
export interface ShapeFrame {
  id: number
  name: string
  box?: Box
  /** Text in place of what is seen. */
  description?: string
}

/** The placeholder of the layout that a shape fills. */
export interface Placeholder {
  type: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'pic' | 'ftr' | 'sldNum' | 'obj'
  index?: number
}

const transform = (name: 'a:xfrm' | 'p:xfrm', { x, y, width, height }: Box) =>
  element(name, {}, element('a:off', { x, y }), element('a:ext', { cx: width, cy: height }))

const placeholderXml = (placeholder: Placeholder | undefined) =>
  placeholder
    ? element('p:ph', { type: placeholder.type === 'obj' ? undefined : placeholder.type, idx: placeholder.index })
    : ''

const nameXml = ({ id, name, description }: ShapeFrame, ...children: string[]) =>
  element('p:cNvPr', { id, name, descr: description }, ...children)

const rectangle = element('a:prstGeom', { prst: 'rect' }, element('a:avLst'))

/** Returns a shape of text, as a placeholder's content or as a text box. */
export function textShape(
  frame: ShapeFrame,
  paragraphs: readonly Paragraph[],
  fonts: Fonts,
  options: { placeholder?: Placeholder; anchor?: 't' | 'ctr' | 'b'; inset?: number } = {},
): string {
  const { placeholder, ...body } = options
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      nameXml(frame),
      placeholder ? element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 })) : element('p:cNvSpPr', { txBox: 1 }),
      element('p:nvPr', {}, placeholderXml(placeholder)),
    ),
    element('p:spPr', {}, frame.box ? transform('a:xfrm', frame.box) + (placeholder ? '' : rectangle) : ''),
    textBodyXml(paragraphs, fonts, body),
  )
}

/** Returns a picture; `relationship` is that of its file, `link` that of the address it opens. */
export function pictureShape(
  frame: ShapeFrame & { box: Box },
  relationship: string,
  { link, placeholder }: { link?: string; placeholder?: Placeholder } = {},
): string {
  return element(
    'p:pic',
    {},
    element(
      'p:nvPicPr',
      {},
      nameXml(frame, link ? element('a:hlinkClick', { 'r:id': link }) : ''),
      element('p:cNvPicPr', {}, element('a:picLocks', { noChangeAspect: 1 })),
      element('p:nvPr', {}, placeholderXml(placeholder)),
    ),
    element(
      'p:blipFill',
      {},
      element('a:blip', { 'r:embed': relationship }),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element('p:spPr', {}, transform('a:xfrm', frame.box), rectangle),
  )
}

/** A table as it stands on one slide. */
export interface SlideTable {
  head: readonly string[]
  rows: readonly (readonly string[])[]
  /** Columns of numbers stand at the right. */
  numbers: readonly boolean[]
  /** Shares of the width, together 1. */
  shares: readonly number[]
  /** Points. */
  size: number
}

/** Returns a native table. */
export function tableShape(
  frame: ShapeFrame & { box: Box },
  table: SlideTable,
  rowHeight: number,
  fonts: Fonts,
): string {
  const { box } = frame
  const widths = table.shares.map((share) => Math.floor(box.width * share))
  const line = (cells: readonly string[], isHead: boolean) =>
    element('a:tr', { h: rowHeight }, ...cells.map((text, at) => cell(text, table, at, isHead, fonts)))
  return element(
    'p:graphicFrame',
    {},
    element(
      'p:nvGraphicFramePr',
      {},
      nameXml(frame),
      element('p:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noGrp: 1 })),
      element('p:nvPr'),
    ),
    transform('p:xfrm', { ...box, height: rowHeight * (table.rows.length + 1) }),
    element(
      'a:graphic',
      {},
      element(
        'a:graphicData',
        { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
        element(
          'a:tbl',
          {},
          element('a:tblPr', { firstRow: 1, bandRow: 1 }),
          element('a:tblGrid', {}, ...widths.map((w) => element('a:gridCol', { w }))),
          line(table.head, true),
          ...table.rows.map((cells) => line(cells, false)),
        ),
      ),
    ),
  )
}

function cell(text: string, { numbers, size }: SlideTable, at: number, isHead: boolean, fonts: Fonts): string {
  const style = { size, bold: isHead, colour: isHead ? 'FFFFFF' : '26231F' }
  const paragraph = paragraphXml({ runs: [{ text, style }], align: numbers[at] ? 'r' : 'l' }, fonts)
  const edge = (name: string) =>
    element(name, { w: 6350 }, element('a:solidFill', {}, element('a:srgbClr', { val: 'D9D0C0' })))
  const fill = element('a:solidFill', {}, element('a:srgbClr', { val: isHead ? '7A5C2E' : 'FFFDF8' }))
  return element(
    'a:tc',
    {},
    element('a:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), paragraph),
    element(
      'a:tcPr',
      { marL: 54_000, marR: 54_000, marT: 25_000, marB: 25_000, anchor: 'ctr' },
      ...['a:lnL', 'a:lnR', 'a:lnT', 'a:lnB'].map(edge),
      fill,
    ),
  )
}

/** Returns a native chart; `relationship` is that of its part. */
export function chartShape(frame: ShapeFrame & { box: Box }, relationship: string): string {
  const xmlns = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
  return element(
    'p:graphicFrame',
    {},
    element('p:nvGraphicFramePr', {}, nameXml(frame), element('p:cNvGraphicFramePr'), element('p:nvPr')),
    transform('p:xfrm', frame.box),
    element(
      'a:graphic',
      {},
      element('a:graphicData', { uri: xmlns }, element('c:chart', { 'xmlns:c': xmlns, 'r:id': relationship })),
    ),
  )
}

const namespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
}

/** Returns the tree of shapes of a slide, a layout or a master. */
export const shapeTree = (shapes: readonly string[]) =>
  element(
    'p:spTree',
    {},
    element('p:nvGrpSpPr', {}, element('p:cNvPr', { id: 1, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')),
    element(
      'p:grpSpPr',
      {},
      transform('a:xfrm', { x: 0, y: 0, width: 0, height: 0 }).replace(
        '</a:xfrm>',
        '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>',
      ),
    ),
    ...shapes,
  )

/** Returns the root of a part of a presentation with its namespaces. */
export const presentationRoot = (
  name: string,
  attributes: { [name: string]: string | number },
  ...children: string[]
) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element(name, { ...namespaces, ...attributes }, ...children)}`
