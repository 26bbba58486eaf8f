/** Composition of what is taken along: handouts, their pictures and the writers of formats. It comes when 导出 is opened. */
import { themeIds } from '../data/schema-ids'
import { answersOf, type ExporterContext, handoutContext } from './export-context'
import { previewOf, writtenPictures } from './handout-pictures'
import { briefingFileText } from './io/briefing-file'
import { wordWords } from './io/formats/words'
import { loadPart } from './io/load-part'
import type { RenderView } from './map/picture/render-view'
import { ownSlug } from './model/briefing/briefing'
import { madeToday } from './model/briefing/changes'
import { textIn } from './model/handout/context'
import type { ExportedFile, Exporter, ExportRequest } from './model/handout/exporter'
import { type FormatId, fileName, formats, isZipped } from './model/handout/formats'
import type { Handout } from './model/handout/handout'
import { type HandoutSubject, handoutOf } from './model/handout/handout-of'
import { workbookTables } from './model/handout/workbook-tables'
import { shownOwnLayers } from './model/own-data/own-data'
import { defaultView } from './model/view'
import type { PicturesContext } from './pictures'
import { type Opened, singleFileName, withOpened } from './single-file/opened'
import { encodeView } from './state/link'
import { storedBriefing } from './state/stored-briefing'

/** Returns the exporter of a page. */
export function createExporter(page: Omit<ExporterContext, 'renderView'> & PicturesContext): Exporter {
  const context: ExporterContext = { ...page, renderView: renderViewOf(page) }
  const handout = async (subject: HandoutSubject) => {
    const rows = await handoutContext(context)
    const answers = await answersOf(subject, rows.record)
    const made = handoutOf(subject, { ...rows, answerTo: (question) => answers.get(JSON.stringify(question)) })
    return withOwnMarks(made, context)
  }
  const fileOf = (made: Handout, format: FormatId, bytes: BlobPart): ExportedFile => ({
    name: fileName(made.title, made.release, format),
    blob: new Blob([bytes], { type: formats[format].mediaType }),
  })
  const make = async (request: ExportRequest): Promise<ExportedFile> => {
    const made = await handout(request.subject)
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
    return { ...fileOf(made, request.format, bytes), ...(lacksPictures(made, request, context) ? { bare: true } : {}) }
  }
  const renew: Exporter['renew'] = async (subject, deck) => {
    const [made, { renewed }] = await Promise.all([handout(subject), loadPart(() => import('./deck-exports'))])
    const renewal = await renewed(made, deck)
    return renewal && { ...renewal, file: fileOf(made, 'pptx', plain(renewal.bytes)) }
  }
  const print: Exporter['print'] = async (request) => {
    const { printPaper } = await loadPart(() => import('./paper-exports'))
    return printPaper(request, await handoutContext(context), () => handout(request.subject), context)
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

/** What shows the reader's own data says so on its page. */
function withOwnMarks(made: Handout, { store }: ExporterContext): Handout {
  if (shownOwnLayers(store.getState().session.own) === 0) return made
  return { ...made, pages: made.pages.map((page) => (page.view?.ownFiles ? { ...page, ownData: true } : page)) }
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
      return plain(
        await workbookBytes(tables, { name: textIn(handout)('handout.about'), lines: noteLines(handout) }, handout),
      )
    }
    case 'html':
      return singleFile(subject, context)
    case 'csv':
    case 'geojson': {
      const { rowsText } = await loadPart(() => import('./row-exports'))
      return rowsText(format, subject, context)
    }
    case 'png':
    case 'svg':
      return chartPicture(format, subject)
    case 'yulan':
      return briefingText(subject, context)
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

/** All of a briefing, notes too, with what its cited items say today. */
async function briefingText(subject: HandoutSubject, context: ExporterContext): Promise<string> {
  if (subject.kind !== 'briefing') throw new RangeError('a view is no briefing')
  const { record, details } = await handoutContext(context)
  const { briefing } = subject
  return briefingFileText({
    stored: storedBriefing(briefing),
    made: madeToday({ briefing, made: {} }, record, details),
  })
}

/** The single file comes with the site; in the single file itself there is none to be had. */
async function singleFile(subject: HandoutSubject, { release }: ExporterContext): Promise<string> {
  const response = await fetch(new URL(singleFileName, document.baseURI))
  if (!response.ok) throw new Error(`${singleFileName} was answered with ${response.status}`)
  return withOpened(await response.text(), openedWith(subject, release))
}

function openedWith(subject: HandoutSubject, release: string): Opened {
  if (subject.kind === 'view') return { link: encodeView({ ...subject.view, embed: [] }, release) }
  const { briefing } = subject
  const scene = { briefing: briefing.slug, index: briefing.scenes[0]?.no ?? 1 }
  const link = encodeView({ ...defaultView(themeIds), scene }, release)
  return briefing.slug === ownSlug ? { link, own: storedBriefing(briefing) } : { link }
}
