/** Composition of printed pages: a handout or the atlas, laid on paper and given to the browser's print. */
import { type PictureFilesContext, viewOnPicture } from './export-context'
import { markCanvas } from './io/legend-mark'
import { qrCode } from './io/qr'
import { drawNotes } from './map/picture/notes'
import { atlasDocument } from './model/handout/atlas'
import { type HandoutContext, textIn } from './model/handout/context'
import type { ExportRequest } from './model/handout/exporter'
import { fileName } from './model/handout/formats'
import type { Handout } from './model/handout/handout'
import { cssPixelsPerInch, millimetersPerInch } from './model/handout/paper'
import { documentOf, type PaperDocument, withoutMaps } from './model/handout/paper-document'
import { scaleNumber } from './model/handout/scale-number'
import type { View } from './model/view'
import { layPaper } from './panels/paper/lay-paper'
import type { DrawnPaperMap, PaperTools } from './panels/paper/paper-tools'

/** Names are a fifth smaller on paper than on a screen: paper is read closer. */
const density = 1.25
const paperDpi = 220
const jpegQuality = 0.92

/** Lays the pages that a request asks for, prints them and takes them away again. Returns how many they were. */
export async function printPaper(
  request: ExportRequest,
  rows: HandoutContext,
  handout: () => Promise<Handout>,
  context: PictureFilesContext,
): Promise<number> {
  const { paper } = request.options
  const t = textIn(rows)
  const whole = paper.content === 'atlas' ? atlasDocument(rows) : documentOf(await handout(), t('handout.sourcesTitle'))
  const document = context.store.getState().session.mapMode === 'static-only' ? withoutMaps(whole) : whole
  const tools: PaperTools = {
    draw: (view, room, title) => drawMap(view, room, title, { request, rows, context }),
    markOf: markCanvas,
    codeOf: qrCode,
    texts: {
      pageOf: (page, pages) => t('handout.pageOf', { page, pages }),
      rest: (count) => t('handout.restPoints', { count }),
      outside: t('handout.outside'),
      legend: t('handout.legend'),
      ownData: t('handout.ownData'),
      link: (link) => t('handout.mapLink', { link }),
    },
    signal: request.signal,
    onProgress: request.onProgress,
  }
  const laid = await layPaper(document, paper, tools)
  try {
    await printed(document, rows)
  } finally {
    laid.remove()
  }
  return laid.pages
}

interface Drawing {
  request: ExportRequest
  rows: HandoutContext
  context: PictureFilesContext
}

async function drawMap(
  view: View,
  room: { width: number; height: number },
  title: string,
  { request, rows, context }: Drawing,
): Promise<DrawnPaperMap> {
  const { language } = rows
  const size = { width: Math.round(room.width * density), height: Math.round(room.height * density) }
  const pixelRatio = paperDpi / cssPixelsPerInch / density
  const shown = viewOnPicture(view, size, context)
  const drawn = await context.renderView(shown, { ...size, pixelRatio }, 'print', language, { signal: request.signal })
  drawNotes(drawn.image, { ...drawn, language })
  const t = textIn(rows)
  const metersAcross = drawn.scale.metersPerPixel * drawn.image.width
  const paperMeters = (room.width / cssPixelsPerInch) * (millimetersPerInch / 1000)
  return {
    address: URL.createObjectURL(await jpegOf(drawn.image)),
    description: t('handout.pictureOf', { title }),
    legend: drawn.legend,
    caption: [t('handout.scale', { number: scaleNumber(metersAcross / paperMeters) }), ...drawn.credits].join('　'),
    camera: drawn.camera,
    size,
  }
}

/** Printed pages hold it as it is, a tenth as large as pixels. */
const jpegOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no JPEG'))),
      'image/jpeg',
      jpegQuality,
    ),
  )

/** Browsers name the file by the page's title. */
async function printed({ title }: PaperDocument, { record }: HandoutContext): Promise<void> {
  const before = document.title
  document.title = fileName(title, record.release, 'pdf')
  const done = paperDone()
  window.print()
  await done
  document.title = before
}

const longestBeginMilliseconds = 3000

/** After the browser has printed, or soon where it does not begin: a frame may forbid it. */
function paperDone(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestBeginMilliseconds)
    window.addEventListener('beforeprint', () => clearTimeout(timer), { once: true })
    window.addEventListener('afterprint', () => resolve(), { once: true })
  })
}
