/** What stands around a slide's statements: the picture's legend, the foot, the notes. */
import type { HandoutPicture } from '../../../model/handout/handout'
import type { Part } from '../ooxml/package'
import { element } from '../ooxml/xml'
import type { DeckLayout } from './deck'
import type { PlannedSlide } from './plan'
import { presentationRoot, shapeTree, textShape } from './shapes'
import { type Frame, type SlideContext, shapeNames, slideType } from './slide-context'
import { lineCount, type Paragraph } from './text'

const shownSources = 3
const smallSize = 9
const lineEmu = smallSize * 12_700 * 1.35

/** Returns scale and legend in what lines there are; of entries that do not fit it says that there are more. */
export function legendOf({ legend, scale }: HandoutPicture, { deck, words }: SlideContext, frame: Frame): string {
  const box = deck.legendBox
  const lines = Math.max(1, Math.floor(box.height / lineEmu))
  const [first] = legend
  const entries = legend.flatMap((section) => section.entries)
  const told = (count: number) =>
    [
      scale ?? '',
      ...(count > 0
        ? [`${first?.title ?? ''}：${entries.slice(0, count).join('、')}${count < entries.length ? words.andMore : ''}`]
        : []),
    ]
      .filter(Boolean)
      .join('　')
  const fits = (count: number) => lineCount(told(count), smallSize, box.width / 12_700 - 4) <= lines
  let count = entries.length
  while (count > 0 && !fits(count)) count -= 1
  const text = told(count)
  return textShape(
    frame(shapeNames.legend, box),
    text ? [{ runs: [{ text, style: { size: smallSize, colour: deck.layouts.picture.ink.quiet } }] }] : [],
    deck.fonts,
    { inset: 18_000 },
  )
}

/**
 * Returns the lines at a slide's foot: its citations with their numbers, as many as stand on two lines, the release, and
 * the mark of own data.
 */
export function footnoteLines(
  slide: PlannedSlide,
  { deck, handout, words }: Pick<SlideContext, 'deck' | 'handout' | 'words'>,
): string[] {
  const cited = slide.sources.map((at) => `[${at + 1}] ${handout.sources[at] ?? ''}`)
  const told = (count: number) =>
    `${words.sources}${[...cited.slice(0, count), ...(count < cited.length ? [words.moreSources(cited.length - count)] : [])].join('；')}`
  let count = Math.min(cited.length, shownSources)
  while (count > 1 && lineCount(told(count), smallSize, deck.footnoteBox.width / 12_700 - 4) > 2) count -= 1
  return [
    ...(slide.ownData ? [words.ownData] : []),
    ...(cited.length > 0 ? [told(count)] : []),
    handout.statement.join('　'),
  ]
}

/** Returns the text at a slide's foot, with the link to the map. */
export function footnoteOf(
  slide: PlannedSlide,
  { footer, ink }: DeckLayout,
  context: SlideContext,
  frame: Frame,
): string {
  const { deck, words } = context
  const style = { size: smallSize, colour: ink.quiet }
  const paragraphs: Paragraph[] = [
    ...footnoteLines(slide, context).map((text) => ({ runs: [{ text, style }] })),
    { runs: [{ text: words.openMap, style: linkStyle(ink) }] },
  ]
  return textShape(frame(shapeNames.footnote, deck.footnoteBox), paragraphs, deck.fonts, {
    inset: 0,
    ...(footer ? { placeholder: footer } : {}),
  })
}

/** A theme's colour of links may be lost on dark ground: there they have that of the text. */
const linkStyle = ({ isLight, text }: DeckLayout['ink']) => ({
  size: smallSize,
  link: 'rId3',
  ...(isLight ? { colour: text } : {}),
})

/** Returns the part of a slide's notes: what is to be said, every citation, the address. */
export function notesPart(
  slide: PlannedSlide,
  path: string,
  slidePath: string,
  { deck, handout, words }: SlideContext,
): Part {
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
