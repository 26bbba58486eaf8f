/** What the exporter stands on: the page's record, the answers to questions, the door to pictures. */
import type { Size } from '../geo/screen/camera'
import { createAnalyst } from './io/analysis'
import { viewAtSize } from './map/picture/frame'
import type { RenderView } from './map/picture/render-view'
import type { AnalysisAnswer } from './model/analysis/analysis'
import type { HandoutContext } from './model/handout/context'
import type { HandoutSubject } from './model/handout/handout-of'
import type { PlanRecord } from './model/record'
import type { Analysis, View } from './model/view'
import { addressOf } from './state/history'
import { whenDetailsAreHere } from './state/record-wanted'
import type { Store } from './state/store'

/** What pictures as files need of the page. */
export interface PictureFilesContext {
  store: Store
  renderView: RenderView
  /** The size of the map on the page, to which the cameras of views belong. */
  mapSize: () => Size
}

/** What the exporter needs of the page. */
export interface ExporterContext extends PictureFilesContext {
  wantDetails: () => void
  release: string
}

/** Returns what handouts are made from. Rejects where the record or its details cannot be had. */
export async function handoutContext({ store, wantDetails, release }: ExporterContext): Promise<HandoutContext> {
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

/** Returns a view for a picture: a camera belongs to the map it was chosen on, and shows the same ground on another shape. */
export function viewOnPicture(view: View, size: Size, { mapSize, store }: PictureFilesContext): View {
  if (!view.camera) return view
  return viewAtSize(view, { camera: view.camera, size: mapSize(), padding: store.getState().session.padding }, size)
}

const viewsOf = (subject: HandoutSubject): readonly View[] =>
  subject.kind === 'view' ? [subject.view] : subject.briefing.scenes.map(({ view }) => view)

/** Returns the answers to the questions of a subject, by question. What has no answer is left out, and its page says so by its title alone. */
export async function answersOf(subject: HandoutSubject, record: PlanRecord): Promise<Map<string, AnalysisAnswer>> {
  const questions = viewsOf(subject).flatMap(({ analysis }): Analysis[] => (analysis ? [analysis] : []))
  const answers = new Map<string, AnalysisAnswer>()
  const analyst = questions.length > 0 ? createAnalyst() : undefined
  for (const question of questions) {
    const outcome = await analyst?.ask(record, question)
    if (outcome?.ok) answers.set(JSON.stringify(question), outcome.value)
  }
  return answers
}
