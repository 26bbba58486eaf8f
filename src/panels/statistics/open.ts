import type { App } from '../context'

/** Projects and indicators are Yubei's: its district stays behind the item. */
const district = '500112'

export const openProject = (app: App, id: string) => app.actions.selectWithItem(district, { kind: 'project', id })
export const openIndicator = (app: App, id: string) => app.actions.selectWithItem(district, { kind: 'indicator', id })
