/** The pictures of handouts, drawn by the second door to the map. */
import { type ExporterContext, viewOnPicture } from './export-context'
import { canvasPng } from './io/formats/canvas-bytes'
import { drawNotes } from './map/picture/notes'
import type { RenderedView } from './map/picture/render-view'
import { textIn } from './model/handout/context'
import type { ExportRequest } from './model/handout/exporter'
import type { Handout, HandoutPage, HandoutPicture, HandoutPictures } from './model/handout/handout'
import { scaleNumber } from './model/handout/scale-number'
import { legendItems } from './model/legend'

/** A picture as a file takes it: CSS pixels, and how wide it stands there. */
export interface PlacedPicture {
  width: number
  height: number
  centimetres: number
  pixelRatio: number
}

const wordPicture: PlacedPicture = { width: 1040, height: 780, centimetres: 15.6, pixelRatio: 2 }

/** Returns the pictures of Word documents. */
export const writtenPictures = (request: ExportRequest, handout: Handout, context: ExporterContext) =>
  picturesOf(request, handout, context, wordPicture)

/** Returns a picture of every page that shows a view; none where there is no WebGL 2. */
export async function picturesOf(
  { signal, onProgress }: Pick<ExportRequest, 'signal' | 'onProgress'>,
  handout: Handout,
  context: ExporterContext,
  placed: PlacedPicture,
): Promise<HandoutPictures> {
  const canDraw = context.store.getState().session.mapMode !== 'static-only'
  const pages = handout.pages.filter(({ view }) => view && canDraw)
  const pictures = new Map<string, HandoutPicture>()
  for (const [at, page] of pages.entries()) {
    onProgress(at / pages.length)
    const view = page.view && viewOnPicture(page.view, placed, context)
    if (!view) continue
    const size = { width: placed.width, height: placed.height, pixelRatio: placed.pixelRatio }
    const drawn = await context.renderView(view, size, 'print', handout.language, { signal })
    drawNotes(drawn.image, { ...drawn, language: handout.language })
    pictures.set(page.id, await pictureOf(drawn, page, handout, placed))
  }
  onProgress(1)
  return pictures
}

async function pictureOf(
  drawn: RenderedView,
  { title }: HandoutPage,
  handout: Handout,
  { centimetres }: PlacedPicture,
): Promise<HandoutPicture> {
  const t = textIn(handout)
  const { image, legend, scale } = drawn
  const metersAcross = scale.metersPerPixel * image.width
  return {
    bytes: await canvasPng(image),
    mediaType: 'image/png',
    width: image.width,
    height: image.height,
    description: t('handout.pictureOf', { title }),
    legend: [{ title: t('handout.legend'), entries: [...new Set(legendItems(legend).map(({ text }) => text))] }],
    scale: t('handout.scale', { number: scaleNumber(metersAcross / (centimetres / 100)) }),
  }
}

const previewSize = { width: 420, height: 280 }

/** Returns a small picture of the first page that shows a view; undefined where there is none. */
export async function previewOf(
  { pages, language }: Handout,
  context: ExporterContext,
  signal: AbortSignal,
): Promise<Blob | undefined> {
  const view = pages.find((page) => page.view)?.view
  if (!view || context.store.getState().session.mapMode === 'static-only') return undefined
  const placed = viewOnPicture(view, previewSize, context)
  const { image } = await context.renderView(placed, { ...previewSize, pixelRatio: 1 }, 'print', language, { signal })
  return new Blob([(await canvasPng(image)) as Uint8Array<ArrayBuffer>], { type: 'image/png' })
}
