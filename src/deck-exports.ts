/** Decks: written on our layouts or a template's, and renewed. */
import type { ExporterContext } from './export-context'
import { picturesOf } from './handout-pictures'
import { greyPng } from './io/formats/png'
import { chartRows } from './io/formats/pptx/chart'
import { type Deck, ownDeck } from './io/formats/pptx/deck'
import { pptxBytes } from './io/formats/pptx/pptx'
import { deckOfOlder, type Renewal, renewDeck } from './io/formats/pptx/renew'
import { type TemplateFault, templateDeck } from './io/formats/pptx/template'
import { qrPng } from './io/formats/qr-png'
import { slideWords } from './io/formats/words'
import { bareWorkbook } from './io/formats/xlsx/workbook'
import type { ExportRequest } from './model/handout/exporter'
import type { Handout, HandoutChart, HandoutPictures } from './model/handout/handout'

/** CSS pixels. */
const slidePictureWidth = 960
/** 1,440 pixels: a screen of 1,920 across shows about 1,100 of them. */
const slidePixelRatio = 1.5
const emuPerCentimetre = 360_000

/** Returns the bytes of a deck. Rejects with a `TemplateError` for a template that is none. */
export async function deckOf(request: ExportRequest, handout: Handout, context: ExporterContext): Promise<Uint8Array> {
  const { slideShape, template } = request.options
  const lent = template && templateDeck(template)
  if (lent && !lent.ok) throw new TemplateError(lent.fault)
  const deck = lent?.deck ?? ownDeck(slideShape)
  const { pictureBox } = deck.layouts.picture
  const pictures = await picturesOf(request, handout, context, {
    width: slidePictureWidth,
    height: Math.round((slidePictureWidth * pictureBox.height) / pictureBox.width),
    centimetres: pictureBox.width / emuPerCentimetre,
    pixelRatio: slidePixelRatio,
  })
  return writtenDeck(handout, pictures, deck)
}

async function writtenDeck(handout: Handout, pictures: HandoutPictures, deck: Deck): Promise<Uint8Array> {
  const workbooks = new Map<HandoutChart, Uint8Array>()
  for (const chart of handout.pages.flatMap((page) => page.charts))
    workbooks.set(chart, await bareWorkbook(chartRows(chart), handout.release))
  return pptxBytes(handout, pictures, { deck, words: slideWords(handout), codeOf: qrPng, workbooks })
}

/** Returns an older deck of the same pages with the statements of today; undefined if it is no deck of ours. */
export async function renewed(handout: Handout, older: Uint8Array): Promise<Renewal | undefined> {
  const deck = deckOfOlder(older)
  // The pictures stay as they are: where they stand is all that the new statements need to know.
  return deck && renewDeck(older, await writtenDeck(handout, placeholders(handout), deck))
}

function placeholders({ pages }: Handout): HandoutPictures {
  const picture = { bytes: greyPng(1, 1, new Uint8Array(1)), mediaType: 'image/png', width: 1, height: 1 } as const
  return new Map(
    pages.flatMap(({ id, view, title }) => (view ? [[id, { ...picture, description: title, legend: [] }]] : [])),
  )
}

/** A file that was opened as a template is none. */
export class TemplateError extends Error {
  constructor(readonly fault: TemplateFault) {
    super(`the file is no template: ${fault}`)
  }
}
