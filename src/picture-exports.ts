/** Composition of pictures as files: a sheet at a stated size, and the plan shapes for designers; of a briefing one a page. */
import { worldWindow } from '../geo/screen/camera'
import { type PictureFilesContext, viewOnPicture } from './export-context'
import { loadPart } from './io/load-part'
import { fitOfStaticMap } from './map/camera-fit'
import { drawNotes } from './map/picture/notes'
import { textIn } from './model/handout/context'
import type { ExportedFile, ExportRequest } from './model/handout/exporter'
import type { Handout } from './model/handout/handout'
import { paperSize, pictureSizeOf } from './model/handout/paper'
import { pageFileName, type SheetPage, sheetPages } from './model/handout/sheet-pages'
import { message } from './model/messages'

type FileWithoutName = Omit<ExportedFile, 'name'>
type Writer = (
  page: SheetPage,
  request: ExportRequest,
  handout: Handout,
  context: PictureFilesContext,
) => Promise<FileWithoutName>

/** The share of the work that drawing is; the rest is writing. */
const drawingShare = 0.7

/** Writes what a view shows, or a zip of what each page of a briefing shows. Rejects with the signal's reason. */
export async function pictureFile(
  request: ExportRequest,
  handout: Handout,
  context: PictureFilesContext,
): Promise<FileWithoutName> {
  const write = request.format === 'png' ? sheetFile : shapesFile
  const pages = sheetPages(request.subject, handout)
  const [only] = pages
  if (request.subject.kind === 'view' && only) return write(only, request, handout, context)
  const files: [name: string, bytes: Uint8Array][] = []
  let dpi: number | undefined
  for (const [at, page] of pages.entries()) {
    request.signal.throwIfAborted()
    const onProgress = (done: number) => request.onProgress((at + done) / pages.length)
    const file = await write(page, { ...request, onProgress }, handout, context)
    const name = `${pageFileName(at + 1, page.title)}.${request.format}`
    files.push([name, new Uint8Array(await file.blob.arrayBuffer())])
    dpi = file.dpi ?? dpi
  }
  const { zippedFiles } = await loadPart(() => import('./io/formats/ooxml/package'))
  const blob = new Blob([zippedFiles(files) as Uint8Array<ArrayBuffer>], { type: 'application/zip' })
  return { blob, ...(dpi === undefined ? {} : { dpi }) }
}

/** A view as a sheet with title, legend and statement: a PNG. */
const sheetFile: Writer = async (page, request, handout, context) => {
  const { footLines, sheetPlan, sheetPng } = await loadPart(() => import('./io/picture-sheet'))
  const { signal, onProgress, options } = request
  const { measure, transparent } = options.picture
  const size = pictureSizeOf(measure)
  const { statement, language } = handout
  const notes = [statement.join('　'), page.link]
  // A line more than is known of: credits come with the picture.
  const plan = sheetPlan(size, footLines(notes, size).length + 1)
  const room = { width: Math.floor(plan.map.width), height: Math.floor(plan.map.height) }
  const drawn = await context.renderView(
    viewOnPicture(page.view, room, context),
    { ...room, pixelRatio: size.pixelRatio },
    'print',
    language,
    { signal, transparent, onProgress: (done) => onProgress(done * drawingShare) },
  )
  drawNotes(drawn.image, { ...drawn, language })
  const t = textIn(handout)
  const subtitle = [page.ownData ? t('handout.ownData') : '', page.subtitle ?? message(language, 'app.name')]
  const words = {
    title: page.title,
    subtitle: subtitle.filter(Boolean).join(' · '),
    legendTitle: t('handout.legend'),
    notes: drawn.credits.length > 0 ? [...notes, drawn.credits.join('　')] : notes,
  }
  const blob = await sheetPng(
    { ...words, plan, size, picture: drawn, lines: footLines(words.notes, size), transparent },
    { signal, onProgress: (done) => onProgress(drawingShare + done * (1 - drawingShare)) },
  )
  const isShort = measure.kind === 'paper' && drawn.pixelRatio < size.pixelRatio * 0.99
  return { blob, ...(isShort ? { dpi: Math.floor((drawn.pixelRatio / size.pixelRatio) * measure.dpi) } : {}) }
}

/** The shapes that a view shows, an A3 sheet wide where no paper is chosen: an SVG. */
const shapesFile: Writer = async ({ title, link, view: shown, ownData }, request, handout, context) => {
  const [{ planShapes }, { svgText }, { palettes }] = await loadPart(() =>
    Promise.all([import('./model/handout/plan-shapes'), import('./io/formats/svg/svg'), import('./map/style/palette')]),
  )
  const { record: loaded, boundsOf = () => undefined } = context.store.getState().session
  if (loaded.status !== 'ready') throw new Error('no shapes without the record')
  const record = loaded.value
  const { measure } = request.options.picture
  const millimeters = paperSize(measure.kind === 'paper' ? measure : { paper: 'a3', orientation: 'landscape' })
  const page = { width: millimeters.width * 10, height: millimeters.height * 10 }
  const size = { width: millimeters.width * 4, height: millimeters.height * 4 }
  const view = viewOnPicture(shown, size, context)
  const { homeBounds } = record.region
  const padding = { top: 16, right: 16, bottom: 16, left: 16 }
  const camera = view.camera ?? fitOfStaticMap({ boundsOf, homeBounds }, view, size, padding)
  const { language, statement } = handout
  const groups = planShapes({ record, view, language }, worldWindow(camera, size), page.width)
  const t = textIn(handout)
  const notes = [
    ...(ownData ? [t('handout.ownData')] : []),
    statement.join('　'),
    t('handout.shapes'),
    ...record.sources.map((source) => sourceLine(source)),
    link,
  ]
  const text = svgText(groups, page, { title, legendTitle: t('handout.legend'), notes }, palettes.print)
  return { blob: new Blob([text], { type: 'image/svg+xml' }) }
}

const sourceLine = ({ title, date }: { title: string; date: string }) => `《${title}》（${date}）`
