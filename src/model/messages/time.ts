import type { Catalogue } from './index'

export const timeMessages = {} satisfies Catalogue
