import type { Catalogue } from './index'

export const panelMessages = {} satisfies Catalogue
