import type { Catalogue } from './index'

export const mapMessages = {} satisfies Catalogue
