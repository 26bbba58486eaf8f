/** Composition of what is taken along: handouts, their pictures and the writers of formats. It comes when 导出 is opened. */
import { briefingText, ownLayersOf, ownRowsTold, singleFile, taken } from './carrying-exports'
import { answersOf, type ExporterContext, handoutContext } from './export-context'
import { previewOf, writtenPictures } from './handout-pictures'
import { wordWords } from './io/formats/words'
import { loadPart } from './io/load-part'
import type { RenderView } from './map/picture/render-view'
import { textIn } from './model/handout/context'
import type { ExportedFile, Exporter, ExportRequest } from './model/handout/exporter'
import { type FormatId, fileName, formats, isZipped, showsOwnLayers } from './model/handout/formats'
import type { Handout } from './model/handout/handout'
import { type HandoutSubject, handoutOf } from './model/handout/handout-of'
import { wholeOwnTable, withOwnLayers } from './model/handout/own-rows'
import { workbookTables } from './model/handout/workbook-tables'
import type { PicturesContext } from './pictures'

/** Returns the exporter of a page. */
export function createExporter(page: Omit<ExporterContext, 'renderView'> & PicturesContext): Exporter {
  const context: ExporterContext = { ...page, renderView: renderViewOf(page) }
  const handout = async (subject: HandoutSubject, ownRows: boolean) => {
    const rows = await handoutContext(context)
    const answers = await answersOf(subject, rows.record)
    const made = handoutOf(subject, { ...rows, answerTo: (question) => answers.get(JSON.stringify(question)) })
    return withOwnLayers(made, ownLayersOf(context), ownRows && showsOwnLayers(subject))
  }
  const fileOf = (made: Handout, format: FormatId, bytes: BlobPart): ExportedFile => ({
    name: fileName(made.title, made.release, format),
    blob: new Blob([bytes], { type: formats[format].mediaType }),
  })
  const make = async (request: ExportRequest): Promise<ExportedFile> => {
    const made = await handout(request.subject, request.options.ownRows.others)
    request.signal.throwIfAborted()
    const { format, subject } = request
    if ((format === 'png' || format === 'svg') && !(subject.kind === 'view' && subject.chart)) {
      if (format === 'png' && !canDraw(context)) throw new NoMapError()
      const { pictureFile } = await loadPart(() => import('./picture-exports'))
      const ending = isZipped(subject, format) ? '.zip' : undefined
      return {
        name: fileName(made.title, made.release, format, ending),
        ...(await pictureFile(request, made, context)),
      }
    }
    const bytes = await written(request, made, context)
    request.signal.throwIfAborted()
    return {
      ...fileOf(made, request.format, bytes),
      ...(lacksPictures(made, request, context) ? { bare: true } : {}),
      ...ownRowsTold(request, context),
    }
  }
  const renew: Exporter['renew'] = async (subject, deck) => {
    const [made, { renewed }] = await Promise.all([handout(subject, true), loadPart(() => import('./deck-exports'))])
    const renewal = await renewed(made, deck)
    return renewal && { ...renewal, file: fileOf(made, 'pptx', plain(renewal.bytes)) }
  }
  const print: Exporter['print'] = async (request) => {
    const { printPaper } = await loadPart(() => import('./paper-exports'))
    return printPaper(
      request,
      await handoutContext(context),
      () => handout(request.subject, request.options.ownRows.others),
      context,
    )
  }
  return { handout, make, print, renew, preview: (made, signal) => previewOf(made, context, signal) }
}

/** The door comes with the first picture; code that did not come is asked for again. */
function renderViewOf(page: PicturesContext): RenderView {
  let door: Promise<RenderView> | undefined
  return async (...asked) => {
    door ??= loadPart(() => import('./pictures')).then(({ createPictures }) => createPictures(page))
    door.catch(() => {
      door = undefined
    })
    return (await door)(...asked)
  }
}

/** Without WebGL 2 no map can be drawn: the file has everything else. */
const lacksPictures = (made: Handout, { format }: ExportRequest, context: ExporterContext) =>
  (format === 'pptx' || format === 'docx') && !canDraw(context) && made.pages.some(({ view }) => view)

const canDraw = ({ store }: ExporterContext) => store.getState().session.mapMode !== 'static-only'

/** A picture of the map was asked for where none can be drawn. */
class NoMapError extends Error {
  readonly fault = 'no-webgl'
}

type Bytes = Uint8Array<ArrayBuffer> | string | Blob

async function written(request: ExportRequest, handout: Handout, context: ExporterContext): Promise<Bytes> {
  const { format, subject } = request
  switch (format) {
    case 'pptx': {
      const { deckOf } = await loadPart(() => import('./deck-exports'))
      return plain(await deckOf(request, handout, context))
    }
    case 'docx': {
      const { docxBytes } = await loadPart(() => import('./io/formats/docx/docx'))
      return plain(docxBytes(handout, await writtenPictures(request, handout, context), wordWords(handout)))
    }
    case 'xlsx': {
      const { workbookBytes } = await loadPart(() => import('./io/formats/xlsx/workbook'))
      const tables = workbookTables(subject, await handoutContext(context))
      const own = taken(request, context).map((layer) => wholeOwnTable(layer, handout.language))
      const t = textIn(handout)
      const lines = [...noteLines(handout), ...(own.length > 0 ? [t('handout.ownNote')] : [])]
      return plain(await workbookBytes([...tables, ...own], { name: t('handout.about'), lines }, handout))
    }
    case 'html':
      return singleFile(subject, taken(request, context), context)
    case 'csv':
    case 'geojson': {
      const { rowsText } = await loadPart(() => import('./row-exports'))
      return rowsText(format, subject, context)
    }
    case 'png':
    case 'svg':
      return chartPicture(format, subject)
    case 'yulan':
      return briefingText(subject, taken(request, context), context)
    default:
      throw new RangeError(`no writer for ${format}`)
  }
}

/** No bytes of ours are shared between threads. */
const plain = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>

/** What a workbook's last sheet says of the rows before it. */
const noteLines = ({ title, subtitle, statement, sources, link }: Handout): string[] => [
  ...[title, subtitle ?? '', ...statement].filter(Boolean),
  link,
  ...sources,
]

async function chartPicture(format: 'png' | 'svg', subject: HandoutSubject): Promise<Blob | string> {
  if (subject.kind !== 'view' || !subject.chart) throw new RangeError(`no chart for a ${format}`)
  const { image } = subject.chart
  if (format === 'svg') return image.svg
  const { pngOf } = await loadPart(() => import('./io/raster'))
  return pngOf(image)
}
