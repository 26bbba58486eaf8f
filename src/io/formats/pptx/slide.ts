/** One slide as parts of a package: the slide, its notes, and what only it shows. */
import type { HandoutChart, HandoutPicture } from '../../../model/handout/handout'
import { columnShares } from '../columns'
import type { Part, Relationship } from '../ooxml/package'
import { element } from '../ooxml/xml'
import { chartXml } from './chart'
import type { DeckLayout, TextStyle } from './deck'
import { fitted, gridOf } from './measures'
import type { FittedText, PlannedSlide } from './plan'
import { chartShape, pictureShape, presentationRoot, type ShapeFrame, shapeTree, tableShape, textShape } from './shapes'
import { type Frame, type SlideContext, shapeNames, slideType } from './slide-context'
import { footnoteOf, legendOf, notesPart } from './slide-edges'
import { cellText, headTexts, type PlannedTable, rowHeightOf, tableTextSize } from './table-parts'
import type { Paragraph } from './text'

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
  const { parts, relationships, frame, own } = createCollector([
    { id: 'rId1', type: 'slideLayout', target: layout.path },
    { id: 'rId2', type: 'notesSlide', target: notesPath },
    { id: 'rId3', type: 'hyperlink', target: slide.link, external: true },
  ])
  const shapes: string[] = [
    textShape(
      frame(`${shapeNames.title} ${mark}`, layout.placesTitle ? layout.titleBox : undefined),
      [styled(slide.title, layout.titleStyle)],
      deck.fonts,
      { placeholder: layout.title },
    ),
  ]
  if (slide.layout === 'title') shapes.push(subtitleShape(slide, context, frame))
  if (slide.text) shapes.push(textOf(slide.text, layout, context, frame))
  if (slide.picture && picture) shapes.push(...pictureOf(picture, no, layout, context, { frame, own }))
  shapes.push(...chartsOf(slide, no, layout, context, { parts, frame, own }))
  if (slide.table) shapes.push(tableOf(slide.table, context, frame))
  shapes.push(footnoteOf(slide, layout, context, frame))
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

/** The parts and relationships of a slide as its shapes need them. */
interface Collector {
  parts: Part[]
  relationships: Relationship[]
  /** Numbers the next shape. */
  frame: Frame
  /** Adds a part that only this slide has. Returns the id of its relationship. */
  own: (file: string, part: Omit<Part, 'path'>, type: string) => string
}

function createCollector(relationships: Relationship[]): Collector {
  const parts: Part[] = []
  let id = 1
  return {
    parts,
    relationships,
    frame: (name, box, description): ShapeFrame => ({
      id: ++id,
      name,
      ...(box ? { box } : {}),
      ...(description ? { description } : {}),
    }),
    own: (file, part, type) => {
      const related = `rId${relationships.length + 1}`
      parts.push({ path: file, ...part })
      relationships.push({ id: related, type, target: file })
      return related
    },
  }
}

/** The picture of a slide, and its legend. */
function pictureOf(
  picture: HandoutPicture,
  no: number,
  layout: DeckLayout,
  context: SlideContext,
  { frame, own }: Pick<Collector, 'frame' | 'own'>,
): string[] {
  const box = fitted(layout.pictureBox, picture)
  const ending = picture.mediaType === 'image/png' ? 'png' : 'jpeg'
  const media = { contentType: picture.mediaType, content: picture.bytes }
  const related = own(`ppt/media/picture${no}.${ending}`, media, 'image')
  return [
    pictureShape(
      { ...frame(shapeNames.picture, box, picture.description), box },
      related,
      layout.picture ? { placeholder: layout.picture } : {},
    ),
    legendOf(picture, context, frame),
  ]
}

/** The charts of a slide, side by side. */
function chartsOf(
  { charts, layout: name }: PlannedSlide,
  no: number,
  { pictureBox }: DeckLayout,
  context: SlideContext,
  { parts, frame, own }: Pick<Collector, 'parts' | 'frame' | 'own'>,
): string[] {
  const room = name === 'picture' ? pictureBox : context.deck.layouts.body.textBox
  return gridOf(room, charts.length).flatMap((box, at) => {
    const chart = charts[at]
    if (!chart) return []
    const { main, rest } = chartParts(chart, at === 0 ? `${no}` : `${no}-${at + 1}`, context)
    parts.push(...rest)
    const title = at === 0 ? shapeNames.chart : `${shapeNames.chart} ${at + 1}`
    return [chartShape({ ...frame(title, box, chart.title), box }, own(main.path, main, 'chart'))]
  })
}

/** A line in the style that its layout does not give it. */
const styled = (text: string, { align, ...style }: TextStyle = {}): Paragraph => ({
  runs: [{ text, style }],
  ...(align ? { align } : {}),
})

function subtitleShape(slide: PlannedSlide, { deck, handout }: SlideContext, frame: Frame): string {
  const { text, textBox, textStyle } = deck.layouts.title
  const lines = [slide.subtitle, handout.statement[0]].filter((line) => line !== undefined && line !== '')
  return textShape(
    frame(shapeNames.text, text ? undefined : textBox),
    lines.map((line) => styled(line ?? '', textStyle)),
    deck.fonts,
    text ? { placeholder: text } : {},
  )
}

/** Returns the paragraphs of points, with the numbers of their citations behind them. */
export function pointParagraphs({ points, size }: FittedText, colours: { text?: string; quiet: string }): Paragraph[] {
  const { text: colour, quiet } = colours
  return points.map(({ text, detail, sources }) => ({
    bullet: true,
    align: 'l',
    spaceBefore: size * 0.3,
    runs: [
      { text, style: { size, colour } },
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

/** Text stands at the top, so that one slide's begins where the next one's does. */
function textOf(text: FittedText, layout: DeckLayout, { deck }: SlideContext, frame: Frame) {
  const paragraphs = pointParagraphs(text, { text: layout.textStyle?.colour, quiet: layout.ink.quiet })
  const { text: placeholder, textBox } = layout
  return textShape(frame(shapeNames.text, textBox), paragraphs, deck.fonts, {
    anchor: 't',
    ...(placeholder ? { placeholder } : {}),
  })
}

function tableOf(planned: PlannedTable, { deck }: SlideContext, frame: Frame): string {
  const { table, from, to, beside } = planned
  const box = beside ? deck.layouts.picture.textBox : deck.layouts.body.textBox
  return tableShape(
    { ...frame(shapeNames.table, box, table.title), box },
    {
      head: headTexts(table),
      rows: table.rows.slice(from, to).map((row) => table.columns.map((_, at) => cellText(row[at]))),
      numbers: table.columns.map(({ kind }) => kind === 'number'),
      shares: columnShares(table),
      size: tableTextSize(table),
    },
    rowHeightOf(planned, box),
    deck.fonts,
  )
}

/** The parts of a chart: its own, and the workbook inside. */
function chartParts(
  chart: HandoutChart,
  name: string,
  { deck, workbooks }: SlideContext,
): { main: Part; rest: Part[] } {
  const workbook = workbooks?.get(chart)
  const embedded = `ppt/embeddings/chart${name}.xlsx`
  return {
    main: {
      path: `ppt/charts/chart${name}.xml`,
      contentType: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      content: chartXml(chart, { fonts: deck.fonts, onPaper: deck.layouts.body.ink.isLight }, workbook && 'rId1'),
      ...(workbook ? { relationships: [{ id: 'rId1', type: 'package', target: embedded }] } : {}),
    },
    rest: workbook
      ? [
          {
            path: embedded,
            contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            content: workbook,
          },
        ]
      : [],
  }
}
