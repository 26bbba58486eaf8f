/**
 * The second door to the map: draws any view at any size, whatever the page shows. Slides, pictures, paper and tests ask
 * it; it reads nothing of the page's map and changes nothing on it.
 */
import type { Camera, Size } from '../../../geo/screen/camera'
import { loadPart } from '../../io/load-part'
import type { AnalysisOutcome, AnalysisState } from '../../model/analysis/analysis'
import type { MapPicture } from '../../model/map-picture'
import { loadLanguage } from '../../model/messages/load-language'
import type { OwnData } from '../../model/own-data/own-data'
import type { DetailFiles, PlanRecord } from '../../model/record'
import type { Analysis, View } from '../../model/view'
import type { Language, PaletteChoice, Session } from '../../state/store'
import { fitOfStaticMap } from '../camera-fit'
import { metersPerPixelAt, scaleOf } from '../scale'
import type { TilesOptions } from './draw-tiles'
import { createPictureEngine, type DrawnPicture, type PictureEngine, type PictureMaterial } from './picture-engine'

/** CSS pixels, and pixels a CSS pixel. */
export interface PictureSize extends Size {
  pixelRatio: number
}

/** A picture of a view, with what must stand beside it wherever it goes. */
export interface RenderedView extends MapPicture {
  /** Where it looks. */
  camera: Camera
  /** How long the page waited for the tile that took longest to draw and read back. */
  longestReadBackMs: number
}

/** How a picture is drawn, followed and given up. */
export interface RenderOptions extends TilesOptions {
  /** Leaves the basemap out: what it would cover is seen through. */
  transparent?: boolean
}

/** Draws a view. Pictures asked for at once are drawn one after the other. Rejects with the reason of a signal. */
export type RenderView = (
  view: View,
  size: PictureSize,
  palette: PaletteChoice,
  language: Language,
  options?: RenderOptions,
) => Promise<RenderedView>

/** What pictures are drawn from besides the view. */
export interface PictureContext extends PictureMaterial {
  /** The page's session: the record, the layers there are and the basemap that is on. */
  session: () => Session
  /** Fetches what links between features are drawn from; undefined where it cannot be had. */
  details: () => Promise<DetailFiles | undefined>
  /** Answers a question that is not the page's. */
  answer: (record: PlanRecord, question: Analysis) => Promise<AnalysisOutcome | undefined>
}

/** Keeps what a view fits clear of the picture's edges, CSS pixels. */
const padding = { top: 16, right: 16, bottom: 16, left: 16 } as const

/** Makes the door; its engine is made with the first picture. */
export function createRenderView(context: PictureContext): RenderView {
  let engine: Promise<PictureEngine> | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const draw = async (...[view, size, palette, language, options]: Parameters<RenderView>): Promise<RenderedView> => {
    options?.signal?.throwIfAborted()
    const { record: loaded, boundsOf = () => undefined, basemap, layers, today, own, ...session } = context.session()
    if (loaded.status !== 'ready') throw new Error(`no picture without the record, which is ${loaded.status}`)
    const record = loaded.value
    await loadPart(() => loadLanguage(language))
    const { homeBounds } = record.region
    const camera = view.camera ?? fitOfStaticMap({ boundsOf, homeBounds }, view, size, padding)
    const details = view.feature || view.districts.length > 0 ? await context.details() : undefined
    const analysis = await analysisOf(view.analysis, record, session.analysis, context.answer)
    const task = {
      ...{ size, camera, ...options },
      subject: { view, palette, language, record, details, analysis },
      shared: { boundsOf, basemap, layers, today, own: withoutMarks(own), transparent: options?.transparent === true },
    }
    engine ??= createPictureEngine(context, task)
    const made = engine
    try {
      return withScale(await (await made).draw(task))
    } catch (error) {
      // An engine whose graphics context is lost is not worth waiting for; the next picture has a new one.
      if (!options?.signal?.aborted) {
        engine = undefined
        made.then(({ end }) => end()).catch(() => undefined)
      }
      throw error
    }
  }
  return (...asked) => {
    const picture = queue.then(() => draw(...asked))
    queue = picture.catch(() => undefined)
    return picture
  }
}

/** What is pressed or weighed on the page belongs to no picture. */
const withoutMarks = (own: OwnData | undefined) => own && { ...own, row: undefined, near: undefined, arrows: undefined }

async function analysisOf(
  question: Analysis | undefined,
  record: PlanRecord,
  onPage: AnalysisState,
  answer: PictureContext['answer'],
): Promise<AnalysisState> {
  if (!question) return { status: 'none' }
  if (onPage.status === 'ready' && JSON.stringify(onPage.question) === JSON.stringify(question)) return onPage
  const outcome = await answer(record, question)
  if (outcome?.ok) return { status: 'ready', question, answer: outcome.value }
  return { status: 'failed', question, reason: outcome?.reason ?? 'worker-failed' }
}

function withScale({ longestReadBackMilliseconds, ...drawn }: DrawnPicture): RenderedView {
  const { zoom, latitude } = drawn.camera
  const metersPerPixel = metersPerPixelAt(zoom, latitude) / drawn.pixelRatio
  return {
    ...drawn,
    scale: { metersPerPixel, bar: scaleOf(zoom, latitude) },
    longestReadBackMs: longestReadBackMilliseconds,
  }
}
