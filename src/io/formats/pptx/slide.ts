/** One slide as parts of a package: the slide, its notes, and what only it shows. */
import type { Handout, HandoutCell, HandoutChart, HandoutPicture } from '../../../model/handout/handout'
import { columnShares } from '../columns'
import type { Part, Relationship } from '../ooxml/package'
import { element } from '../ooxml/xml'
import { chartXml } from './chart'
import type { Deck } from './deck'
import { type Box, fitted } from './measures'
import type { FittedText, PlannedSlide } from './plan'
import {
  chartShape,
  type Placeholder,
  pictureShape,
  presentationRoot,
  type ShapeFrame,
  shapeTree,
  tableShape,
  textShape,
} from './shapes'
import type { Paragraph } from './text'

/** The words of slides that are not the handout's. */
export interface SlideWords {
  sources: string
  moreSources: (count: number) => string
  openMap: string
  code: string
  ownData: string
}

/** What slides share. */
export interface SlideContext {
  deck: Deck
  handout: Handout
  words: SlideWords
  /** A QR code of an address, as PNG; undefined for an address that no code holds. */
  codeOf: (link: string) => Uint8Array | undefined
  /** The workbooks inside charts, by which their numbers can be edited. */
  workbooks?: ReadonlyMap<HandoutChart, Uint8Array>
}

const slideType = (name: string) => `application/vnd.openxmlformats-officedocument.presentationml.${name}+xml`
const shownSources = 3
const quiet = 'tx2'

/** What a slide's shapes are called, so that a deck can be renewed later. */
export const shapeNames = {
  title: '渝览 标题',
  text: '渝览 要点',
  picture: '渝览 图',
  legend: '渝览 图例',
  table: '渝览 表',
  chart: '渝览 图表',
  footnote: '渝览 脚注',
  code: '渝览 二维码',
} as const

/** Returns the parts of a slide with the number `no`, counted from 1; by `mark` a renewal knows it again. */
export function slideParts(
  slide: PlannedSlide,
  no: number,
  picture: HandoutPicture | undefined,
  context: SlideContext,
  mark: string,
): Part[] {
  const { deck } = context
  const layout = deck.layouts[slide.layout]
  const path = `ppt/slides/slide${no}.xml`
  const notesPath = `ppt/notesSlides/notesSlide${no}.xml`
  const relationships: Relationship[] = [
    { id: 'rId1', type: 'slideLayout', target: layout.path },
    { id: 'rId2', type: 'notesSlide', target: notesPath },
    { id: 'rId3', type: 'hyperlink', target: slide.link, external: true },
  ]
  const parts: Part[] = []
  let id = 1
  const frame = (name: string, box?: Box, description?: string): ShapeFrame => ({
    id: ++id,
    name,
    ...(box ? { box } : {}),
    ...(description ? { description } : {}),
  })
  const own = (file: string, part: Omit<Part, 'path'>, type: string) => {
    const related = `rId${relationships.length + 1}`
    parts.push({ path: file, ...part })
    relationships.push({ id: related, type, target: file })
    return related
  }
  const shapes: string[] = [
    textShape(frame(`${shapeNames.title} ${mark}`), [{ runs: [{ text: slide.title }] }], deck.fonts, {
      placeholder: layout.title,
    }),
  ]
  if (slide.layout === 'title') shapes.push(subtitleShape(slide, context, frame))
  if (slide.text) shapes.push(textOf(slide.text, layout.text, layout.textBox, context, frame))
  if (slide.picture && picture) {
    const box = fitted(layout.pictureBox, picture)
    const ending = picture.mediaType === 'image/png' ? 'png' : 'jpeg'
    const related = own(
      `ppt/media/picture${no}.${ending}`,
      { contentType: picture.mediaType, content: picture.bytes },
      'image',
    )
    shapes.push(
      pictureShape(
        { ...frame(shapeNames.picture, box, picture.description), box },
        related,
        layout.picture ? { placeholder: layout.picture } : {},
      ),
      legendOf(picture, context, frame),
    )
  }
  if (slide.chart) {
    const box = slide.layout === 'picture' ? layout.pictureBox : deck.layouts.body.textBox
    const workbook = context.workbooks?.get(slide.chart)
    const chart: Part = {
      path: `ppt/charts/chart${no}.xml`,
      contentType: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      content: chartXml(slide.chart, deck.fonts, workbook && 'rId1'),
      ...(workbook
        ? { relationships: [{ id: 'rId1', type: 'package', target: `ppt/embeddings/chart${no}.xlsx` }] }
        : {}),
    }
    if (workbook)
      parts.push({
        path: `ppt/embeddings/chart${no}.xlsx`,
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content: workbook,
      })
    shapes.push(
      chartShape({ ...frame(shapeNames.chart, box, slide.chart.title), box }, own(chart.path, chart, 'chart')),
    )
  }
  if (slide.table) shapes.push(tableOf(slide.table, context, frame))
  shapes.push(footnoteOf(slide, layout.footer, context, frame))
  const code = context.codeOf(slide.link)
  if (code) {
    const related = own(`ppt/media/code${no}.png`, { contentType: 'image/png', content: code }, 'image')
    const box = deck.codeBox
    shapes.push(pictureShape({ ...frame(shapeNames.code, box, context.words.code), box }, related, { link: 'rId3' }))
  }
  const root = presentationRoot(
    'p:sld',
    {},
    element('p:cSld', {}, shapeTree(shapes)),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  )
  return [
    { path, contentType: slideType('slide'), content: root, relationships },
    notesPart(slide, notesPath, path, context),
    ...parts,
  ]
}

type Frame = (name: string, box?: Box, description?: string) => ShapeFrame

function subtitleShape(slide: PlannedSlide, { deck, handout }: SlideContext, frame: Frame): string {
  const { text } = deck.layouts.title
  const lines = [slide.subtitle, handout.statement[0]].filter((line) => line !== undefined && line !== '')
  return textShape(
    frame(shapeNames.text, text ? undefined : deck.layouts.title.textBox),
    lines.map((line) => ({ runs: [{ text: line ?? '' }] })),
    deck.fonts,
    text ? { placeholder: text } : {},
  )
}

/** Returns the paragraphs of points, with the numbers of their citations behind them. */
export function pointParagraphs({ points, size }: FittedText): Paragraph[] {
  return points.map(({ text, detail, sources }) => ({
    bullet: true,
    spaceBefore: size * 0.3,
    runs: [
      { text, style: { size } },
      ...(sources.length > 0
        ? [
            {
              text: ` [${[...sources]
                .sort((a, b) => a - b)
                .map((at) => at + 1)
                .join(',')}]`,
              style: { size: size - 6, colour: quiet },
            },
          ]
        : []),
      ...(detail ? [{ text: `\n${detail}`, style: { size: size - 4, colour: quiet } }] : []),
    ],
  }))
}

function textOf(
  text: FittedText,
  placeholder: Placeholder | undefined,
  box: Box,
  { deck }: SlideContext,
  frame: Frame,
) {
  return textShape(frame(shapeNames.text, box), pointParagraphs(text), deck.fonts, placeholder ? { placeholder } : {})
}

function legendOf({ legend, scale }: HandoutPicture, { deck }: SlideContext, frame: Frame): string {
  const style = { size: 9, colour: quiet }
  const told = legend.map(({ title, entries }) => `${title}：${entries.join('、')}`)
  const lines = [told.join('；'), scale ?? '']
  return textShape(
    frame(shapeNames.legend, deck.legendBox),
    lines.filter(Boolean).map((text) => ({ runs: [{ text, style }] })),
    deck.fonts,
    { inset: 18_000 },
  )
}

function tableOf(
  { table, from, to }: NonNullable<PlannedSlide['table']>,
  { deck }: SlideContext,
  frame: Frame,
): string {
  const box = deck.layouts.body.textBox
  const rows = table.rows.slice(from, to).map((row) => table.columns.map((_, at) => cellText(row[at])))
  const size = table.columns.length > 6 ? 10 : 12
  const rowHeight = Math.min(420_000, Math.floor(box.height / (rows.length + 1)))
  return tableShape(
    { ...frame(shapeNames.table, box, table.title), box },
    {
      head: table.columns.map(({ title, unit }) => (unit ? `${title}（${unit}）` : title)),
      rows,
      numbers: table.columns.map(({ kind }) => kind === 'number'),
      shares: columnShares(table),
      size,
    },
    rowHeight,
    deck.fonts,
  )
}

const cellText = (cell: HandoutCell) => (cell === undefined ? '' : String(cell))

/** Returns the lines at a slide's foot: its citations with their numbers, the release, and the mark of own data. */
export function footnoteLines(
  slide: PlannedSlide,
  { handout, words }: Pick<SlideContext, 'handout' | 'words'>,
): string[] {
  const cited = slide.sources.map((at) => `[${at + 1}] ${handout.sources[at] ?? ''}`)
  const more = cited.length - shownSources
  const told = [...cited.slice(0, shownSources), ...(more > 0 ? [words.moreSources(more)] : [])]
  return [
    ...(slide.ownData ? [words.ownData] : []),
    ...(told.length > 0 ? [`${words.sources}${told.join('；')}`] : []),
    handout.statement.join('　'),
  ]
}

function footnoteOf(
  slide: PlannedSlide,
  placeholder: Placeholder | undefined,
  context: SlideContext,
  frame: Frame,
): string {
  const { deck, words } = context
  const style = { size: 9, colour: quiet }
  const paragraphs: Paragraph[] = [
    ...footnoteLines(slide, context).map((text) => ({ runs: [{ text, style }] })),
    { runs: [{ text: words.openMap, style: { size: 9, link: 'rId3' } }] },
  ]
  return textShape(frame(shapeNames.footnote, deck.footnoteBox), paragraphs, deck.fonts, {
    inset: 0,
    ...(placeholder ? { placeholder } : {}),
  })
}

function notesPart(slide: PlannedSlide, path: string, slidePath: string, { deck, handout, words }: SlideContext): Part {
  const cited = slide.sources.map((at) => `[${at + 1}] ${handout.sources[at] ?? ''}`)
  const lines = [
    ...(slide.notes ?? '').split(/\r?\n/),
    ...(cited.length > 0 ? [words.sources, ...cited] : []),
    slide.link,
  ]
  const image = element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: 2, name: '幻灯片' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
      element('p:nvPr', {}, element('p:ph', { type: 'sldImg' })),
    ),
    element('p:spPr'),
  )
  const text = textShape(
    { id: 3, name: '备注' },
    lines.map((line) => ({ runs: line === '' ? [] : [{ text: line }] })),
    deck.fonts,
    { placeholder: { type: 'body', index: 1 } },
  )
  return {
    path,
    contentType: slideType('notesSlide'),
    content: presentationRoot(
      'p:notes',
      {},
      element('p:cSld', {}, shapeTree([image, text])),
      element('p:clrMapOvr', {}, element('a:masterClrMapping')),
    ),
    relationships: [
      { id: 'rId1', type: 'notesMaster', target: deck.notesMaster },
      { id: 'rId2', type: 'slide', target: slidePath },
    ],
  }
}
