/** The parts of a Word document beside its text: styles, fonts, settings, footnotes and feet. */
import { element, escapedXml, xmlDocument } from '../ooxml/xml'
import { linePitch, type OfficialFont, officialFonts, sizes } from './page'
import { fontsXml, sizeXml, type WordStyle, wordParagraph, wordStyles } from './text'

const main = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** Returns a part with a root of Word's main namespace. */
export const wordPart = (name: string, ...children: readonly string[]) => xmlDocument(element(name, main, ...children))

interface StyleRule {
  name: string
  font: OfficialFont
  size: number
  align?: 'left' | 'center' | 'right' | 'both'
  /** First line two characters in. */
  indented?: boolean
  /** Twentieths of a point; the line pitch of the page if undefined. */
  line?: number
  /** Twentieths of a point before and after. */
  around?: number
  /** Level in the outline, from 0. */
  outline?: number
}

const rules = {
  Title: { name: 'Title', font: 'title', size: sizes.title, align: 'center', around: linePitch / 2, line: 700 },
  Subtitle: { name: 'Subtitle', font: 'second', size: sizes.body, align: 'center' },
  Heading1: { name: 'heading 1', font: 'first', size: sizes.body, indented: true, outline: 0 },
  Heading2: { name: 'heading 2', font: 'second', size: sizes.body, indented: true, outline: 1 },
  BodyText: { name: 'Body Text', font: 'body', size: sizes.body, indented: true, align: 'both' },
  Caption: { name: 'caption', font: 'body', size: sizes.table, align: 'center', line: 320, around: 60 },
  TableText: { name: 'Table Text', font: 'body', size: sizes.table, line: 320 },
  FootnoteText: { name: 'footnote text', font: 'body', size: sizes.note, line: 240 },
} as const satisfies Record<WordStyle, StyleRule>

/** Returns the styles. */
export function stylesXml(): string {
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        fontsXml('body'),
        sizeXml(sizes.body),
        element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
      ),
    ),
    element('w:pPrDefault', {}, element('w:pPr')),
  )
  const normal = element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    element('w:name', { 'w:val': 'Normal' }),
    element('w:qFormat'),
  )
  return wordPart('w:styles', defaults, normal, ...wordStyles.map(styleXml))
}

function styleXml(id: WordStyle): string {
  const rule: StyleRule = rules[id]
  const { around = 0, line = linePitch } = rule
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    element('w:name', { 'w:val': rule.name }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:qFormat'),
    element(
      'w:pPr',
      {},
      rule.outline === undefined ? '' : element('w:keepNext'),
      element('w:spacing', {
        'w:before': Math.round(around),
        'w:after': Math.round(around),
        'w:line': line,
        'w:lineRule': 'exact',
      }),
      rule.indented ? element('w:ind', { 'w:firstLineChars': 200, 'w:firstLine': rule.size * 40 }) : '',
      rule.align ? element('w:jc', { 'w:val': rule.align }) : '',
      rule.outline === undefined ? '' : element('w:outlineLvl', { 'w:val': rule.outline }),
    ),
    element('w:rPr', {}, fontsXml(rule.font), sizeXml(rule.size)),
  )
}

/** Returns the fonts with those that stand in for them. */
export function fontTableXml(): string {
  const fonts = Object.values(officialFonts).map(({ name, instead }) =>
    element(
      'w:font',
      { 'w:name': name },
      element('w:altName', { 'w:val': instead }),
      element('w:charset', { 'w:val': '86' }),
      element('w:family', { 'w:val': 'auto' }),
      element('w:pitch', { 'w:val': 'variable' }),
    ),
  )
  return wordPart('w:fonts', ...fonts)
}

/** Returns the settings: odd and even pages have feet of their own. */
export const settingsXml = () =>
  wordPart(
    'w:settings',
    element('w:evenAndOddHeaders'),
    element('w:footnotePr', {}, element('w:footnote', { 'w:id': -1 }), element('w:footnote', { 'w:id': 0 })),
    element(
      'w:compat',
      {},
      element('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': '15',
      }),
    ),
    element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
  )

/** Returns the footnotes, numbered from 1. */
export function footnotesXml(texts: readonly string[]): string {
  const rule = (id: number, type: string, mark: string) =>
    element('w:footnote', { 'w:type': type, 'w:id': id }, element('w:p', {}, element('w:r', {}, element(mark))))
  const notes = texts.map((text, at) =>
    element(
      'w:footnote',
      { 'w:id': at + 1 },
      element(
        'w:p',
        {},
        element('w:pPr', {}, element('w:pStyle', { 'w:val': 'FootnoteText' })),
        element(
          'w:r',
          {},
          element('w:rPr', {}, element('w:vertAlign', { 'w:val': 'superscript' })),
          element('w:footnoteRef'),
        ),
        element('w:r', {}, `<w:t xml:space="preserve"> ${escapedXml(text)}</w:t>`),
      ),
    ),
  )
  return wordPart(
    'w:footnotes',
    rule(-1, 'separator', 'w:separator'),
    rule(0, 'continuationSeparator', 'w:continuationSeparator'),
    ...notes,
  )
}

/** Returns the foot of odd or even pages: `— 1 —`, one character in from the outer edge. */
export function footerXml(side: 'left' | 'right'): string {
  const properties = element('w:rPr', {}, sizeXml(sizes.pageNumber))
  const run = (content: string) => element('w:r', {}, properties, content)
  const field = [
    run(element('w:fldChar', { 'w:fldCharType': 'begin' })),
    run('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
    run(element('w:fldChar', { 'w:fldCharType': 'end' })),
  ]
  const indent = sizes.pageNumber * 20
  return wordPart(
    'w:ftr',
    element(
      'w:p',
      {},
      element(
        'w:pPr',
        {},
        element('w:ind', side === 'left' ? { 'w:left': indent } : { 'w:right': indent }),
        element('w:jc', { 'w:val': side }),
      ),
      run('<w:t xml:space="preserve">— </w:t>'),
      ...field,
      run('<w:t xml:space="preserve"> —</w:t>'),
    ),
  )
}

/** Returns an empty paragraph in a style, which Word wants behind a table. */
export const emptyParagraph = (style: WordStyle) => wordParagraph(style, [])
