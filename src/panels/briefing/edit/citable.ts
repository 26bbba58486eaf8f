/** What the open panel offers to be cited: its item, the answer, and the rows of what is selected. */
import { questionTitle } from '../../../model/analysis/naming'
import { type CitedItem, citedText } from '../../../model/briefing/briefing'
import { indicatorsOf, plansByTheme, projectsOf } from '../../../model/detail'
import type { View } from '../../../model/view'
import type { App } from '../../context'
import { openItemOf, titleOf } from '../../detail/item-title'
import { openedItems } from './suggested'

/** An item that can be cited. */
export interface Citable {
  item: CitedItem
  text: string
}

/** Returns what a view opens first, then the rows of its selection that pass the filters, each once. */
export function citableItems(app: App, view: View, answerWord: (title: string) => string): Citable[] {
  const opened = openedItems(view).map((item) => ({ item, text: openedText(app, view, item, answerWord) }))
  const seen = new Set<string>()
  return [...opened, ...selectedRows(app, view)].filter(({ item }) => {
    const cited = citedText(item)
    if (seen.has(cited)) return false
    seen.add(cited)
    return true
  })
}

function openedText(app: App, view: View, item: CitedItem, answerWord: (title: string) => string): string {
  if (item.kind === 'answer')
    return view.analysis ? answerWord(questionTitle(view.analysis, app.record(), app.language())) : ''
  const open = openItemOf(view)
  return open ? titleOf(app, open) : item.id
}

function selectedRows(app: App, view: View): Citable[] {
  const [record, details] = [app.record(), app.details()]
  const ids = view.feature ? [view.feature] : view.districts
  if (!record) return []
  return ids.flatMap((id): Citable[] => {
    const feature = record.featureById.get(id)
    const plans = plansByTheme(record, id, view).groups.flatMap((group) => group.plans)
    const [projects, indicators] =
      details && feature ? [projectsOf(details, id), indicatorsOf(record, details, id)] : [[], []]
    return [
      ...plans.map((plan): Citable => ({ item: { kind: 'plan', id: plan.id }, text: plan.text })),
      ...projects.map((project): Citable => ({ item: { kind: 'project', id: project.id }, text: project.name })),
      ...indicators.map(({ no, name }): Citable => ({ item: { kind: 'indicator', id: String(no) }, text: name })),
    ]
  })
}
