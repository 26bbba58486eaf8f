/**
 * Text on slides. Every run and every end of a paragraph names its language and both its fonts: without the East Asian
 * one only PowerPoint on Windows finds Chinese letters.
 */
import { widthInCharacters } from '../columns'
import { element, escapedXml } from '../ooxml/xml'
import { points } from './measures'

/** How a run is written. */
export interface RunStyle {
  /** Points; that of the placeholder if undefined. */
  size?: number
  bold?: boolean
  /** `RRGGBB`, or the name of a theme colour such as `tx2`; that of the placeholder if undefined. */
  colour?: string
  /** Relationship of the address it opens. */
  link?: string
}

/** The fonts of a deck: names, or `+mn-lt` and `+mn-ea` for those of the theme. */
export interface Fonts {
  latin: string
  eastAsian: string
}

/** Chinese letters that Windows, WPS and macOS with Office have. */
export const ownFonts: Fonts = { latin: 'Microsoft YaHei', eastAsian: 'Microsoft YaHei' }

/** A paragraph: runs, each with its style. */
export interface Paragraph {
  runs: readonly { text: string; style?: RunStyle }[]
  /** With the bullet of the placeholder. */
  bullet?: boolean
  align?: 'l' | 'ctr' | 'r'
  /** Points before it. */
  spaceBefore?: number
}

const fills = (colour: string) =>
  element(
    'a:solidFill',
    {},
    /^[0-9A-F]{6}$/i.test(colour) ? element('a:srgbClr', { val: colour }) : element('a:schemeClr', { val: colour }),
  )

function properties(name: 'a:rPr' | 'a:endParaRPr', fonts: Fonts, { size, bold, colour, link }: RunStyle = {}): string {
  return element(
    name,
    {
      lang: 'zh-CN',
      altLang: 'en-US',
      sz: size === undefined ? undefined : Math.round(size * 100),
      b: bold ? 1 : undefined,
      dirty: 0,
    },
    colour ? fills(colour) : '',
    element('a:latin', { typeface: fonts.latin }),
    element('a:ea', { typeface: fonts.eastAsian }),
    link && name === 'a:rPr' ? linkXml(link, colour !== undefined) : '',
  )
}

/** A link has the theme's colour of links, or keeps that of its text where the program knows how (Office from 2019 on). */
const linkXml = (link: string, keepsColour: boolean) =>
  element(
    'a:hlinkClick',
    { 'r:id': link },
    keepsColour
      ? element(
          'a:extLst',
          {},
          element(
            'a:ext',
            { uri: '{A12FA001-AC4F-418D-AE19-62706E023703}' },
            element('ahyp:hlinkClr', {
              'xmlns:ahyp': 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor',
              val: 'tx',
            }),
          ),
        )
      : '',
  )

/** Returns a paragraph; line breaks in a text become breaks. */
export function paragraphXml({ runs, bullet = false, align, spaceBefore }: Paragraph, fonts: Fonts): string {
  const last = runs.at(-1)?.style
  return element(
    'a:p',
    {},
    element(
      'a:pPr',
      bullet ? { marL: points(14), indent: -points(14), algn: align } : { marL: 0, indent: 0, algn: align },
      spaceBefore === undefined
        ? ''
        : element('a:spcBef', {}, element('a:spcPts', { val: Math.round(spaceBefore * 100) })),
      bullet ? element('a:buFont', { typeface: 'Arial' }) + element('a:buChar', { char: '•' }) : element('a:buNone'),
    ),
    ...runs.flatMap(({ text, style }) => runXml(text, style, fonts)),
    properties('a:endParaRPr', fonts, last),
  )
}

function runXml(text: string, style: RunStyle | undefined, fonts: Fonts): string[] {
  const lines = text.split(/\r?\n/)
  return lines.map((line, at) => {
    const run = element('a:r', {}, properties('a:rPr', fonts, style), `<a:t>${escapedXml(line)}</a:t>`)
    return at === 0 ? run : element('a:br', {}, properties('a:rPr', fonts, style)) + run
  })
}

/** Returns the body of a text shape; a shape without text has one empty paragraph. */
export function textBodyXml(
  paragraphs: readonly Paragraph[],
  fonts: Fonts,
  {
    name = 'p:txBody',
    anchor,
    inset,
  }: { name?: 'p:txBody' | 'a:txBody'; anchor?: 't' | 'ctr' | 'b'; inset?: number } = {},
): string {
  const margins = inset === undefined ? {} : { lIns: inset, tIns: inset, rIns: inset, bIns: inset }
  return element(
    name,
    {},
    element('a:bodyPr', { wrap: 'square', ...margins, anchor }, element('a:normAutofit')),
    element('a:lstStyle'),
    ...(paragraphs.length > 0 ? paragraphs : [{ runs: [] }]).map((paragraph) => paragraphXml(paragraph, fonts)),
  )
}

/** Returns about how many lines a text takes at a size, both in points: a Chinese character is as wide as it is high. */
export function lineCount(text: string, size: number, width: number): number {
  const perLine = Math.max(1, width / size)
  return text
    .split(/\r?\n/)
    .map((line) => Math.max(1, Math.ceil(widthInCharacters(line) / perLine)))
    .reduce((sum, lines) => sum + lines, 0)
}
