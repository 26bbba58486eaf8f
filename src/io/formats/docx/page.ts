/**
 * The page of official documents by GB/T 9704-2012: A4, margins 37 mm at the top and 28 mm at the left, a text block of
 * 156 × 225 mm with 22 lines of 28 characters. Word counts in twentieths of a point.
 */
import { element } from '../ooxml/xml'

const twipsPerMillimetre = 1440 / 25.4

/** Returns millimetres in twentieths of a point. */
export const millimetres = (value: number) => Math.round(value * twipsPerMillimetre)

/** Millimetres. */
export const officialPage = {
  width: 210,
  height: 297,
  top: 37,
  left: 28,
  textWidth: 156,
  textHeight: 225,
  lines: 22,
  characters: 28,
} as const

/** Twentieths of a point: the text block's height by its lines. */
export const linePitch = Math.floor(millimetres(officialPage.textHeight) / officialPage.lines)

/** Points: 二号, 三号, 四号, 小四, 小五. */
export const sizes = { title: 22, body: 16, pageNumber: 14, table: 12, note: 9 } as const

/** Fonts by role, with those that stand in where they are missing; they are named, never embedded. */
export const officialFonts = {
  title: { name: '方正小标宋简体', instead: '宋体' },
  body: { name: '仿宋_GB2312', instead: '仿宋' },
  first: { name: '黑体', instead: 'SimHei' },
  second: { name: '楷体_GB2312', instead: '楷体' },
} as const
/** A role in `officialFonts`. */
export type OfficialFont = keyof typeof officialFonts

/** Returns the properties of the only section; the ids are those of the feet of odd and even pages. */
export function sectionXml(feet: { odd: string; even: string }): string {
  const { width, height, top, left, textWidth, textHeight } = officialPage
  return element(
    'w:sectPr',
    {},
    element('w:footerReference', { 'w:type': 'default', 'r:id': feet.odd }),
    element('w:footerReference', { 'w:type': 'even', 'r:id': feet.even }),
    element('w:pgSz', { 'w:w': millimetres(width), 'w:h': millimetres(height) }),
    element('w:pgMar', {
      'w:top': millimetres(top),
      'w:right': millimetres(width - left - textWidth),
      'w:bottom': millimetres(height - top - textHeight),
      'w:left': millimetres(left),
      'w:header': millimetres(15),
      // 7 mm below the text block.
      'w:footer': millimetres(height - top - textHeight - 7 - 5),
      'w:gutter': 0,
    }),
    element('w:docGrid', { 'w:type': 'lines', 'w:linePitch': linePitch }),
  )
}
