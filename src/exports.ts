/** Composition of what is taken along: handouts, their pictures and the writers of formats. It comes when 导出 is opened. */
import { themeIds } from '../data/schema-ids'
import { createAnalyst } from './io/analysis'
import { canvasPng } from './io/formats/canvas-bytes'
import type { TemplateFault } from './io/formats/pptx/template'
import { slideWords, wordWords } from './io/formats/words'
import { loadPart } from './io/load-part'
import { viewAtSize } from './map/picture/frame'
import { drawNotes } from './map/picture/notes'
import type { RenderedView, RenderView } from './map/picture/render-view'
import type { AnalysisAnswer } from './model/analysis/analysis'
import { ownSlug } from './model/briefing/briefing'
import { catalogueEntries } from './model/catalogue/catalogue'
import { entriesCsv, entriesGeoJson } from './model/catalogue/export'
import { type HandoutContext, textIn } from './model/handout/context'
import type { ExportedFile, Exporter, ExportRequest } from './model/handout/exporter'
import { fileName, formats } from './model/handout/formats'
import type { Handout, HandoutChart, HandoutPage, HandoutPicture, HandoutPictures } from './model/handout/handout'
import { type HandoutSubject, handoutOf } from './model/handout/handout-of'
import { workbookTables } from './model/handout/workbook-tables'
import { legendItems } from './model/legend'
import type { PlanRecord } from './model/record'
import { type Analysis, defaultView, type View } from './model/view'
import { type Opened, singleFileName, withOpened } from './single-file/opened'
import { addressOf } from './state/history'
import { encodeView } from './state/link'
import { whenDetailsAreHere } from './state/record-wanted'
import type { Store } from './state/store'
import { storedBriefing } from './state/stored-briefing'

/** What the exporter needs of the page. */
export interface ExporterContext {
  store: Store
  wantDetails: () => void
  release: string
  renderView: RenderView
  /** The size of the map on the page, to which the cameras of views belong. */
  mapSize: () => { width: number; height: number }
}

/** Returns the exporter of a page. */
export function createExporter(context: ExporterContext): Exporter {
  const handout = async (subject: HandoutSubject) => {
    const rows = await handoutContext(context)
    const answers = await answersOf(subject, rows.record)
    return handoutOf(subject, { ...rows, answerTo: (question) => answers.get(JSON.stringify(question)) })
  }
  const make = async (request: ExportRequest): Promise<ExportedFile> => {
    const made = await handout(request.subject)
    request.signal.throwIfAborted()
    const bytes = await written(request, made, context)
    request.signal.throwIfAborted()
    const { mediaType } = formats[request.format]
    return {
      name: fileName(made.title, made.release, request.format),
      blob: new Blob([bytes], { type: mediaType }),
    }
  }
  return { handout, make }
}

async function handoutContext({ store, wantDetails, release }: ExporterContext): Promise<HandoutContext> {
  wantDetails()
  const details = await whenDetailsAreHere(store)
  const { record, language, today } = store.getState().session
  if (record.status !== 'ready' || !details) throw new Error('nothing can be written without the record')
  return {
    ...{ record: record.value, details, language, today },
    addressOf: (view) => addressOf({ ...view, embed: [] }, release),
    answerTo: () => undefined,
  }
}

const viewsOf = (subject: HandoutSubject): readonly View[] =>
  subject.kind === 'view' ? [subject.view] : subject.briefing.scenes.map(({ view }) => view)

/** By question. What has no answer is left out, and its page says so by its title alone. */
async function answersOf(subject: HandoutSubject, record: PlanRecord): Promise<Map<string, AnalysisAnswer>> {
  const questions = viewsOf(subject).flatMap(({ analysis }): Analysis[] => (analysis ? [analysis] : []))
  const answers = new Map<string, AnalysisAnswer>()
  const analyst = questions.length > 0 ? createAnalyst() : undefined
  for (const question of questions) {
    const outcome = await analyst?.ask(record, question)
    if (outcome?.ok) answers.set(JSON.stringify(question), outcome.value)
  }
  return answers
}

type Bytes = Uint8Array<ArrayBuffer> | string

async function written(request: ExportRequest, handout: Handout, context: ExporterContext): Promise<Bytes> {
  const { format, subject } = request
  switch (format) {
    case 'pptx':
      return deckOf(request, handout, context)
    case 'docx': {
      const { docxBytes } = await loadPart(() => import('./io/formats/docx/docx'))
      const pictures = await picturesOf(request, handout, context, wordPicture)
      return plain(docxBytes(handout, pictures, wordWords(handout)))
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
    case 'geojson':
      return rowsText(format, subject, context)
    default:
      throw new RangeError(`no writer for ${format}`)
  }
}

const plain = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>

/** What a workbook's last sheet says of the rows before it. */
const noteLines = ({ title, subtitle, statement, sources, link }: Handout): string[] => [
  ...[title, subtitle ?? '', ...statement].filter(Boolean),
  link,
  ...sources,
]

async function deckOf(request: ExportRequest, handout: Handout, context: ExporterContext): Promise<Bytes> {
  const [{ pptxBytes }, { ownDeck }, { templateDeck }, { qrPng }, { bareWorkbook }, { chartRows }] = await loadPart(
    () =>
      Promise.all([
        import('./io/formats/pptx/pptx'),
        import('./io/formats/pptx/deck'),
        import('./io/formats/pptx/template'),
        import('./io/formats/qr-png'),
        import('./io/formats/xlsx/workbook'),
        import('./io/formats/pptx/chart'),
      ]),
  )
  const { slideShape, template } = request.options
  const lent = template && templateDeck(template)
  if (lent && !lent.ok) throw new TemplateError(lent.fault)
  const deck = lent?.deck ?? ownDeck(slideShape)
  const { pictureBox } = deck.layouts.picture
  const pictures = await picturesOf(request, handout, context, {
    width: slidePictureWidth,
    height: Math.round((slidePictureWidth * pictureBox.height) / pictureBox.width),
    centimetres: pictureBox.width / emuPerCentimetre,
  })
  const charts = handout.pages.flatMap((page) => page.charts)
  const workbooks = new Map<HandoutChart, Uint8Array>()
  for (const chart of charts) workbooks.set(chart, await bareWorkbook(chartRows(chart), handout.release))
  return plain(pptxBytes(handout, pictures, { deck, words: slideWords(handout), codeOf: qrPng, workbooks }))
}

/** A file that was opened as a template is none. */
export class TemplateError extends Error {
  constructor(readonly fault: TemplateFault) {
    super(`the file is no template: ${fault}`)
  }
}

/** A picture as a file takes it: CSS pixels, and how wide it stands there. */
interface PlacedPicture {
  width: number
  height: number
  centimetres: number
}

const slidePictureWidth = 960
const wordPicture: PlacedPicture = { width: 1040, height: 780, centimetres: 15.6 }
const emuPerCentimetre = 360_000
const pixelRatio = 2

async function picturesOf(
  { signal, onProgress }: Pick<ExportRequest, 'signal' | 'onProgress'>,
  handout: Handout,
  context: ExporterContext,
  placed: PlacedPicture,
): Promise<HandoutPictures> {
  const pages = handout.pages.filter(({ view }) => view)
  const pictures = new Map<string, HandoutPicture>()
  for (const [at, page] of pages.entries()) {
    onProgress(at / pages.length)
    const view = page.view && viewForPicture(page.view, context, placed)
    if (!view) continue
    const size = { width: placed.width, height: placed.height, pixelRatio }
    const drawn = await context.renderView(view, size, 'print', handout.language, { signal })
    drawNotes(drawn.image, { ...drawn, language: handout.language })
    pictures.set(page.id, await pictureOf(drawn, page, handout, placed))
  }
  onProgress(1)
  return pictures
}

/** A camera belongs to the map it was chosen on: on a smaller picture it shows the same ground. */
function viewForPicture(view: View, { mapSize, store }: ExporterContext, size: PlacedPicture): View {
  if (!view.camera) return view
  return viewAtSize(view, { camera: view.camera, size: mapSize(), padding: store.getState().session.padding }, size)
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
    scale: t('handout.scale', { number: roundedScale(metersAcross / (centimetres / 100)) }),
  }
}

/** To two figures, with a narrow space between thousands: more would be no more true. */
function roundedScale(value: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return String(Math.round(value / step) * step).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}

async function rowsText(format: 'csv' | 'geojson', subject: HandoutSubject, context: ExporterContext): Promise<string> {
  if (subject.kind !== 'view') throw new RangeError(`a briefing is no ${format}`)
  const { view } = subject
  const { record, details, today } = await handoutContext(context)
  if (view.analysis) {
    const [{ answerCsv, answerGeoJson }, answers] = await Promise.all([
      import('./model/analysis/export'),
      answersOf(subject, record),
    ])
    const answer = answers.get(JSON.stringify(view.analysis))
    if (answer)
      return format === 'csv' ? answerCsv(answer, record) : JSON.stringify(answerGeoJson(answer, record, view.analysis))
  }
  const ids = view.feature ? [view.feature] : view.districts
  const entries = catalogueEntries(record, details, view, 'plans').filter(
    ({ row }) => ids.length === 0 || ('features' in row && row.features.some((id) => ids.includes(id))),
  )
  return format === 'csv' ? entriesCsv(entries, record, today) : JSON.stringify(entriesGeoJson(entries, record))
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
