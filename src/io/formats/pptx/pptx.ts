/**
 * Writes a handout as a PowerPoint deck: text, tables and charts native, one picture a page. Our own writer, because the
 * libraries there are write files that PowerPoint repairs, and none takes a template. The same handout and pictures give
 * the same bytes.
 */
import type { Handout, HandoutPictures } from '../../../model/handout/handout'
import { type Part, packageBytes, type Relationship } from '../ooxml/package'
import { corePart, rootRelationships } from '../ooxml/properties'
import { element, xmlDocument } from '../ooxml/xml'
import { type Deck, ownDeck } from './deck'
import { markOf, markText } from './mark'
import { type PlannedSlide, planSlides } from './plan'
import { presentationRoot } from './shapes'
import { slideParts } from './slide'
import type { SlideContext } from './slide-context'

/** How a deck is written. */
export interface PptxOptions extends Omit<SlideContext, 'handout' | 'deck'> {
  /** Our own layouts in 16:9 if undefined. */
  deck?: Deck
}

/** Returns the bytes of a `.pptx`. */
export function pptxBytes(handout: Handout, pictures: HandoutPictures, options: PptxOptions): Uint8Array {
  const deck = options.deck ?? ownDeck('wide')
  const context: SlideContext = { ...options, deck, handout }
  const slides = planSlides(handout, textBoxesOf(deck), (id) => pictures.has(id))
  const parts = slides.flatMap((slide, at) =>
    slideParts(slide, at + 1, pictures.get(slide.id), context, markText(markOf(slide, handout))),
  )
  return packageBytes(
    [...frameParts(handout, deck, slides), ...deck.parts, ...parts],
    rootRelationships('ppt/presentation.xml'),
  )
}

/** Returns the boxes that a deck's text is fitted to. */
export const textBoxesOf = ({ layouts }: Deck) => ({ beside: layouts.picture.textBox, whole: layouts.body.textBox })

const main = 'application/vnd.openxmlformats-officedocument.presentationml.'

function frameParts(handout: Handout, deck: Deck, slides: readonly PlannedSlide[]): Part[] {
  const relationships: Relationship[] = [
    ...deck.masters.map((target, at) => ({ id: `rIdM${at + 1}`, type: 'slideMaster', target })),
    { id: 'rIdN', type: 'notesMaster', target: deck.notesMaster },
    { id: 'rIdP', type: 'presProps', target: 'ppt/presProps.xml' },
    { id: 'rIdV', type: 'viewProps', target: 'ppt/viewProps.xml' },
    { id: 'rIdT', type: 'theme', target: deck.theme },
    { id: 'rIdS', type: 'tableStyles', target: 'ppt/tableStyles.xml' },
    ...slides.map((_, at) => ({ id: `rId${at + 1}`, type: 'slide', target: `ppt/slides/slide${at + 1}.xml` })),
  ]
  return [
    {
      path: 'ppt/presentation.xml',
      contentType: `${main}presentation.main+xml`,
      content: presentationXml(deck, slides.length),
      relationships,
    },
    {
      path: 'ppt/presProps.xml',
      contentType: `${main}presProps+xml`,
      content: presentationRoot('p:presentationPr', {}),
    },
    { path: 'ppt/viewProps.xml', contentType: `${main}viewProps+xml`, content: presentationRoot('p:viewPr', {}) },
    {
      path: 'ppt/tableStyles.xml',
      contentType: `${main}tableStyles+xml`,
      content: xmlDocument(
        element('a:tblStyleLst', {
          'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
          def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}',
        }),
      ),
    },
    corePart(handout),
  ]
}

function presentationXml({ width, height, masters, masterIds }: Deck, count: number): string {
  return presentationRoot(
    'p:presentation',
    { saveSubsetFonts: 1 },
    element(
      'p:sldMasterIdLst',
      {},
      ...masters.map((_, at) => element('p:sldMasterId', { id: masterIds[at], 'r:id': `rIdM${at + 1}` })),
    ),
    element('p:notesMasterIdLst', {}, element('p:notesMasterId', { 'r:id': 'rIdN' })),
    element(
      'p:sldIdLst',
      {},
      ...Array.from({ length: count }, (_, at) => element('p:sldId', { id: 256 + at, 'r:id': `rId${at + 1}` })),
    ),
    element('p:sldSz', { cx: width, cy: height }),
    element('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
  )
}
