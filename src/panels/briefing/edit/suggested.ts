/** What a scene made from the present view is called, and what it cites at once. */
import { questionTitle } from '../../../model/analysis/naming'
import type { CitedItem, Scene } from '../../../model/briefing/briefing'
import type { EditorAsk } from '../../../model/briefing/own-briefings'
import { cameraBeside, sceneCamera } from '../../../model/briefing/show-camera'
import { type Language, message } from '../../../model/messages'
import type { PlanRecord } from '../../../model/record'
import { regionValues } from '../../../model/region-values'
import type { View } from '../../../model/view'
import type { App } from '../../context'
import { openItemOf, titleOf } from '../../detail/item-title'
import { mapSize } from '../map-size'

type AddAsk = Extract<EditorAsk, { kind: 'add' }>

const longestTitle = 24

/** Returns the view as it is now, as a scene holds it: its camera is that of what the panels leave free of the map. */
export function presentView(app: App): View {
  const { view, session } = app.store.getState()
  const camera = view.camera && sceneCamera(view.camera, mapSize(), session.padding)
  return { ...view, camera, scene: undefined, ownBriefing: undefined, embed: [] }
}

/** Returns the view of a scene as the editor shows it, beside its panels. */
export function viewBesidePanels(app: App, view: View): View {
  const { padding } = app.store.getState().session
  return { ...view, camera: view.camera && cameraBeside(view.camera, mapSize(), padding), embed: app.view().embed }
}

/** Returns the items that a view opens or asks, which a scene of it cites from the beginning. */
export function openedItems({ item, analysis }: View): CitedItem[] {
  const opened: CitedItem[] =
    item?.kind === 'plan' || item?.kind === 'project' || item?.kind === 'indicator'
      ? [{ kind: item.kind, id: item.id }]
      : []
  return analysis ? [{ kind: 'answer' }, ...opened] : opened
}

/** Returns a scene of the present view; with `item`, a row of the panel, it cites that and is called by it. */
export function presentScene(app: App, { title, item }: Pick<AddAsk, 'title' | 'item'>): Omit<Scene, 'no'> {
  const view = presentView(app)
  return {
    title: title ?? suggestedTitle(app, item ? { ...view, item } : view),
    view,
    points: (item ? [item] : openedItems(view)).map((each) => ({ kind: 'cited', item: each })),
  }
}

function suggestedTitle(app: App, view: View): string {
  const language = app.language()
  const record = app.record()
  if (!record) return ''
  const opened = openItemOf(view)
  if (opened) return firstClause(titleOf(app, opened))
  if (view.analysis) return questionTitle(view.analysis, record, language)
  if (view.item?.kind === 'page' && view.item.id === 'statistics') return app.t('statistics.name')
  const names = namesOf(view, record, language)
  if (view.compare && names.length > 1) return app.t('compare.title', { names: names.join(app.t('compare.and')) })
  return names.join('、') || message(language, 'app.subtitle', regionValues(record.region, language))
}

function namesOf({ feature, districts }: View, record: PlanRecord, language: Language): string[] {
  return (feature ? [feature] : districts).flatMap((id) => {
    const properties = record.featureById.get(id)?.properties
    return properties ? [language === 'en' ? properties.nameEn : properties.name] : []
  })
}

/** A plan's text is a sentence; its beginning is a title. */
function firstClause(text: string): string {
  const clause = text.split(/[，。；：]/)[0] ?? text
  return clause.length > longestTitle ? `${clause.slice(0, longestTitle)}…` : clause
}
