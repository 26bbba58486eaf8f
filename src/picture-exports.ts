/** Composition of pictures as files: a sheet at a stated size, and the plan shapes for designers. */
import { worldWindow } from '../geo/screen/camera'
import { loadPart } from './io/load-part'
import { fitOfStaticMap } from './map/camera-fit'
import { viewAtSize } from './map/picture/frame'
import { drawNotes } from './map/picture/notes'
import type { RenderView } from './map/picture/render-view'
import { textIn } from './model/handout/context'
import type { ExportedFile, ExportRequest } from './model/handout/exporter'
import type { Handout } from './model/handout/handout'
import { paperSize, pictureSizeOf } from './model/handout/paper'
import { message } from './model/messages'
import type { View } from './model/view'
import type { Store } from './state/store'

/** What pictures as files need of the page. */
export interface PictureFilesContext {
  store: Store
  renderView: RenderView
  mapSize: () => { width: number; height: number }
}

type FileWithoutName = Omit<ExportedFile, 'name'>
type Writer = (request: ExportRequest, handout: Handout, context: PictureFilesContext) => Promise<FileWithoutName>

/** The share of the work that drawing is; the rest is writing. */
const drawingShare = 0.7

/** Writes a view as a sheet with title, legend and statement: a PNG. */
export const pictureFile: Writer = async (request, handout, context) => {
  const { footLines, sheetPlan, sheetPng } = await loadPart(() => import('./io/picture-sheet'))
  const { signal, onProgress, options } = request
  const { measure, transparent } = options.picture
  const size = pictureSizeOf(measure)
  const { statement, language, link, title, subtitle = message(language, 'app.name') } = handout
  const notes = [statement.join('　'), link]
  // A line more than is known of: the basemap's credits come with the picture.
  const plan = sheetPlan(size, footLines(notes, size).length + 1)
  const room = { width: Math.floor(plan.map.width), height: Math.floor(plan.map.height) }
  const drawn = await context.renderView(
    viewFor(request, context, room),
    { ...room, pixelRatio: size.pixelRatio },
    'print',
    language,
    { signal, transparent, onProgress: (done) => onProgress(done * drawingShare) },
  )
  drawNotes(drawn.image, { ...drawn, language })
  const credits = drawn.credits.map((credit) => message(language, 'basemap.credit', { credit }))
  const words = { title, subtitle, legendTitle: textIn(handout)('handout.legend'), notes: [...notes, ...credits] }
  const blob = await sheetPng(
    { ...words, plan, size, picture: drawn, lines: footLines(words.notes, size), transparent },
    { signal, onProgress: (done) => onProgress(drawingShare + done * (1 - drawingShare)) },
  )
  const isShort = measure.kind === 'paper' && drawn.pixelRatio < size.pixelRatio * 0.99
  return { blob, ...(isShort ? { dpi: Math.floor((drawn.pixelRatio / size.pixelRatio) * measure.dpi) } : {}) }
}

/** Writes the shapes that a view shows, an A3 sheet wide where no paper is chosen: an SVG. */
export const shapesFile: Writer = async (request, handout, context) => {
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
  const view = viewFor(request, context, size)
  const { homeBounds } = record.region
  const padding = { top: 16, right: 16, bottom: 16, left: 16 }
  const camera = view.camera ?? fitOfStaticMap({ boundsOf, homeBounds }, view, size, padding)
  const { language, title, statement, link } = handout
  const groups = planShapes({ record, view, language }, worldWindow(camera, size), page.width)
  const t = textIn(handout)
  const notes = [statement.join('　'), t('handout.shapes'), ...record.sources.map((source) => sourceLine(source)), link]
  const text = svgText(groups, page, { title, legendTitle: t('handout.legend'), notes }, palettes.print)
  return { blob: new Blob([text], { type: 'image/svg+xml' }) }
}

const sourceLine = ({ title, date }: { title: string; date: string }) => `《${title}》（${date}）`

/** A camera belongs to the map it was chosen on: on a picture of another shape it shows the same ground. */
function viewFor(
  { subject }: ExportRequest,
  { mapSize, store }: PictureFilesContext,
  size: { width: number; height: number },
): View {
  if (subject.kind !== 'view') throw new RangeError('a briefing is no picture')
  const { view } = subject
  if (!view.camera) return view
  return viewAtSize(view, { camera: view.camera, size: mapSize(), padding: store.getState().session.padding }, size)
}
