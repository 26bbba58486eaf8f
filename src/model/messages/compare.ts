import type { Catalogue } from './index'

export const compareMessages = {} satisfies Catalogue
