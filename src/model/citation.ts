/** How the place within a document is written. Pure. */
import { message } from './messages'

/**
 * Returns the place within a document as a citation shows it. A bare number gets a word (`第 3 项`), because beside
 * `附件1` it would read as part of that name.
 */
export const itemOf = (item: string | undefined, language: 'zh-CN' | 'en') =>
  item !== undefined && /^\d+$/.test(item) ? message(language, 'source.item', { no: item }) : item
