/** Paragraphs and runs of Word. */
import { element, escapedXml } from '../ooxml/xml'
import { type OfficialFont, officialFonts } from './page'

/** How a run is written; what is undefined is that of its paragraph's style. */
export interface WordRun {
  text: string
  font?: OfficialFont
  /** Points. */
  size?: number
  bold?: boolean
  /** Relationship of the address it opens. */
  link?: string
  /** Number of the footnote behind it. */
  footnote?: number
}

/** The styles of paragraphs. */
export const wordStyles = [
  'Title',
  'Subtitle',
  'Heading1',
  'Heading2',
  'BodyText',
  'Caption',
  'TableText',
  'FootnoteText',
] as const
/** One of `wordStyles`. */
export type WordStyle = (typeof wordStyles)[number]

/** Returns the fonts of a role; letters and digits of other scripts stand in Times New Roman, as offices print them. */
export const fontsXml = (role: OfficialFont) =>
  element('w:rFonts', {
    'w:ascii': 'Times New Roman',
    'w:hAnsi': 'Times New Roman',
    'w:eastAsia': officialFonts[role].name,
    'w:cs': 'Times New Roman',
  })

/** Returns the size of letters; Word counts half points. */
export const sizeXml = (points: number) =>
  element('w:sz', { 'w:val': Math.round(points * 2) }) + element('w:szCs', { 'w:val': Math.round(points * 2) })

const languageXml = element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' })

function runProperties({ font, size, bold, link }: WordRun): string {
  return element(
    'w:rPr',
    {},
    font ? fontsXml(font) : '',
    bold ? element('w:b') : '',
    link ? element('w:color', { 'w:val': '2F6F9F' }) : '',
    size === undefined ? '' : sizeXml(size),
    link ? element('w:u', { 'w:val': 'single' }) : '',
    languageXml,
  )
}

function runXml(run: WordRun): string {
  const lines = run.text.split(/\r?\n/)
  const content = lines.map((line) => `<w:t xml:space="preserve">${escapedXml(line)}</w:t>`).join(element('w:br'))
  const written = element('w:r', {}, runProperties(run), content)
  const linked = run.link ? element('w:hyperlink', { 'r:id': run.link, 'w:history': 1 }, written) : written
  return run.footnote === undefined ? linked : linked + footnoteMark(run.footnote)
}

const footnoteMark = (id: number) =>
  element(
    'w:r',
    {},
    element('w:rPr', {}, element('w:vertAlign', { 'w:val': 'superscript' })),
    element('w:footnoteReference', { 'w:id': id }),
  )

/** Returns a paragraph. */
export function wordParagraph(
  style: WordStyle,
  runs: readonly WordRun[],
  {
    align,
    keepNext = false,
    pageBreak = false,
  }: { align?: 'left' | 'center' | 'right'; keepNext?: boolean; pageBreak?: boolean } = {},
): string {
  return element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      element('w:pStyle', { 'w:val': style }),
      keepNext ? element('w:keepNext') : '',
      pageBreak ? element('w:pageBreakBefore') : '',
      align ? element('w:jc', { 'w:val': align }) : '',
    ),
    ...runs.map(runXml),
  )
}
