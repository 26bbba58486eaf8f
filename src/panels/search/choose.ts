import { themeIds } from '../../../data/schema-ids'
import type { HitKind, SearchEntry } from '../../model/search/index-record'
import type { App } from '../context'
import { openIndicator, openProject } from '../statistics/open'

/** Shows what a result stands for: selects the feature, opens the item, or filters by the theme or the office. */
export function choose(app: App, { kind, id }: Pick<SearchEntry, 'kind' | 'id'>): void {
  showing[kind](app, id)
}

const showing: { [Kind in HitKind]: (app: App, id: string) => void } = {
  feature: ({ actions }, id) => actions.select(id),
  plan: (app, id) => {
    const first = app.record()?.planById.get(id)?.features[0]
    if (first) app.actions.selectWithItem(first, { kind: 'plan', id })
    else app.actions.openItem({ kind: 'plan', id })
  },
  project: openProject,
  indicator: openIndicator,
  source: ({ actions }, id) => actions.openItem({ kind: 'source', id }),
  statistic: ({ actions }) => actions.openItem({ kind: 'page', id: 'statistics' }),
  theme: ({ actions }, id) => actions.setThemes(themeIds.filter((theme) => theme === id)),
  own: ({ actions }, id) => {
    const [layer = '', index] = id.split(':')
    actions.showOwnRow({ layer, index: Number(index) })
  },
  department: ({ actions }, id) => {
    actions.setFilters({ departments: [id] })
    actions.showCatalogue(true)
  },
}
