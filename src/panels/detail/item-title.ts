/** What item a view opens, and its title; apart from the pages so that these can load when one is opened. */
import type { PanelItem, View } from '../../model/view'
import type { App } from '../context'

/** An item with a page of its own in the detail panel. */
export type OpenItem = Extract<PanelItem, { kind: 'plan' | 'project' | 'indicator' | 'source' }>

/** Returns the item of a view that has a page of its own; undefined for a tab or a page without an item. */
export function openItemOf({ item }: Pick<View, 'item'>): OpenItem | undefined {
  return item && item.kind !== 'tab' && item.kind !== 'page' ? item : undefined
}

/** Returns the title of an item's page; the name of its kind until the item is loaded. */
export function titleOf(app: App, item: OpenItem): string {
  switch (item.kind) {
    case 'plan':
      return app.record()?.planById.get(item.id)?.text ?? app.t('plan.name')
    case 'project':
      return app.details()?.projects.find(({ id }) => id === item.id)?.name ?? app.t('project.name')
    case 'indicator':
      return app.details()?.indicators.find(({ no }) => String(no) === item.id)?.name ?? app.t('indicator.name')
    case 'source': {
      const source = app.record()?.sourceById.get(item.id)
      return (app.language() === 'en' ? source?.titleEn : source?.title) ?? app.t('source.page')
    }
  }
}
