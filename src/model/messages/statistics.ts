import type { Catalogue } from './index'

export const statisticsMessages = {} satisfies Catalogue
