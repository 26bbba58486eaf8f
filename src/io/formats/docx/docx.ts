/**
 * Writes a handout as a Word document on the page of GB/T 9704-2012: title, headings by level, text, tables, pictures,
 * and the sources as footnotes. The same handout and pictures give the same bytes.
 */
import type { Handout, HandoutPage, HandoutPicture, HandoutPictures } from '../../../model/handout/handout'
import { type Part, packageBytes, type Relationship } from '../ooxml/package'
import { corePart, rootRelationships } from '../ooxml/properties'
import { element } from '../ooxml/xml'
import { wordPicture, wordTable } from './blocks'
import { sectionXml } from './page'
import { emptyParagraph, fontTableXml, footerXml, footnotesXml, settingsXml, stylesXml, wordPart } from './parts'
import { type WordRun, wordParagraph } from './text'

/** The words of a document that are not the handout's. */
export interface WordWords {
  openMap: string
  figure: (no: number, title: string) => string
  table: (no: number, title: string) => string
  /** Such as `一、`. */
  heading: (no: number) => string
  ownData: string
}

interface Writing {
  handout: Handout
  pictures: HandoutPictures
  words: WordWords
  relationships: Relationship[]
  media: Part[]
  footnotes: string[]
  figures: number
  tables: number
}

const documentPath = 'word/document.xml'
const type = (name: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`

/** Returns the bytes of a `.docx`. */
export function docxBytes(handout: Handout, pictures: HandoutPictures, words: WordWords): Uint8Array {
  const fixed = [
    { id: 'rId1', type: 'styles', target: 'word/styles.xml', content: stylesXml() },
    { id: 'rId2', type: 'settings', target: 'word/settings.xml', content: settingsXml() },
    { id: 'rId3', type: 'fontTable', target: 'word/fontTable.xml', content: fontTableXml() },
    { id: 'rId5', type: 'footer', target: 'word/footer1.xml', content: footerXml('right') },
    { id: 'rId6', type: 'footer', target: 'word/footer2.xml', content: footerXml('left') },
  ]
  const writing: Writing = {
    ...{ handout, pictures, words },
    relationships: [
      ...fixed.map(({ content: _, ...relationship }) => relationship),
      { id: 'rId4', type: 'footnotes', target: 'word/footnotes.xml' },
    ],
    ...{ media: [], footnotes: [], figures: 0, tables: 0 },
  }
  const body = [
    wordParagraph('Title', [{ text: handout.title }]),
    ...(handout.subtitle ? [wordParagraph('Subtitle', [{ text: handout.subtitle }])] : []),
    wordParagraph('Subtitle', [{ text: `（${handout.statement[0] ?? handout.release}）` }]),
    ...handout.pages.flatMap((page, at) => pageBlocks(page, at + 1, writing)),
    // One paragraph, so that its end never stands alone on a last page.
    wordParagraph(
      'Caption',
      [{ text: `${handout.statement.join('　')}　` }, linkRun(words.openMap, handout.link, writing)],
      { align: 'left' },
    ),
    sectionXml({ odd: 'rId5', even: 'rId6' }),
  ]
  const parts: Part[] = [
    {
      path: documentPath,
      contentType: type('document.main'),
      content: wordPart('w:document', element('w:body', {}, ...body)),
      relationships: writing.relationships,
    },
    ...fixed.map(({ type: kind, target, content }) => ({ path: target, contentType: type(kind), content })),
    { path: 'word/footnotes.xml', contentType: type('footnotes'), content: footnotesXml(writing.footnotes) },
    corePart(handout),
    ...writing.media,
  ]
  return packageBytes(parts, rootRelationships(documentPath))
}

function pageBlocks(page: HandoutPage, no: number, writing: Writing): string[] {
  const { words, pictures } = writing
  const picture = pictures.get(page.id)
  return [
    wordParagraph('Heading1', [{ text: `${words.heading(no)}${page.title}` }], { keepNext: true }),
    ...(page.ownData ? [wordParagraph('BodyText', [{ text: words.ownData, font: 'second' }])] : []),
    ...page.points.map(({ text, detail, sources }) =>
      wordParagraph('BodyText', [{ text: detail ? `${text}（${detail}）` : text, ...footnoteOf(sources, writing) }]),
    ),
    ...(picture ? pictureBlocks(page, picture, writing) : []),
    ...page.charts.flatMap((chart) => tableBlocks(chartTable(chart), writing)),
    ...page.tables.flatMap((table) => tableBlocks(table, writing)),
  ]
}

/** One note for all that a statement rests on, so that it has one mark. */
function footnoteOf(sources: readonly number[], { handout, footnotes }: Writing): Pick<WordRun, 'footnote'> {
  if (sources.length === 0) return {}
  return { footnote: footnotes.push(sources.map((at) => handout.sources[at] ?? '').join('；')) }
}

function pictureBlocks(page: HandoutPage, picture: HandoutPicture, writing: Writing): string[] {
  const no = ++writing.figures
  const target = `word/media/picture${no}.${picture.mediaType === 'image/png' ? 'png' : 'jpeg'}`
  const id = related(writing, { type: 'image', target })
  writing.media.push({ path: target, contentType: picture.mediaType, content: picture.bytes })
  const legend = picture.legend.map(({ title, entries }) => `${title}：${entries.join('、')}`).join('；')
  return [
    wordPicture(picture, id, no),
    wordParagraph('Caption', [{ text: writing.words.figure(no, page.title) }], { keepNext: true }),
    ...(legend ? [wordParagraph('Caption', [{ text: legend, size: 10 }], { keepNext: true })] : []),
    wordParagraph('Caption', [
      ...(picture.scale ? [{ text: `${picture.scale}　`, size: 10 }] : []),
      { ...linkRun(writing.words.openMap, page.link, writing), size: 10 },
    ]),
  ]
}

function tableBlocks(table: HandoutPage['tables'][number], writing: Writing): string[] {
  const no = ++writing.tables
  return [
    wordParagraph('Caption', [{ text: writing.words.table(no, table.title) }], { keepNext: true }),
    wordTable(table),
    emptyParagraph('TableText'),
  ]
}

/** Word has the numbers of a chart as a table: a drawing of it would say less. */
const chartTable = ({
  title,
  unit,
  categories,
  series,
}: HandoutPage['charts'][number]): HandoutPage['tables'][number] => ({
  title,
  columns: [{ title: '', kind: 'text' }, ...series.map(({ name }) => ({ title: name, kind: 'number' as const, unit }))],
  rows: categories.map((category, at) => [category, ...series.map(({ values }) => values[at])]),
})

function linkRun(text: string, target: string, writing: Writing): WordRun {
  return { text, link: related(writing, { type: 'hyperlink', target, external: true }) }
}

function related({ relationships }: Writing, one: Omit<Relationship, 'id'>): string {
  const known = relationships.find(({ type: kind, target }) => kind === one.type && target === one.target)
  if (known) return known.id
  const id = `rId${relationships.length + 1}`
  relationships.push({ id, ...one })
  return id
}
