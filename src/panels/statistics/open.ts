import type { PanelItem } from '../../model/view'
import type { App } from '../context'

/** Opens a project with the district it is of behind it. */
export const openProject = (app: App, id: string) => openBeforeDistrict(app, { kind: 'project', id })
/** Opens an indicator with the district it is of behind it. */
export const openIndicator = (app: App, id: string) => openBeforeDistrict(app, { kind: 'indicator', id })

function openBeforeDistrict({ actions, region }: App, item: PanelItem) {
  if (region.projects) actions.selectWithItem(region.projects.district, item)
  else actions.openItem(item)
}
