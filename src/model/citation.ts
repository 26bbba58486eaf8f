/** How the place within a document is written. Pure. */
import { message } from './messages'

/** A row of a table is known by its number alone, which beside `附件1` or `表1` would be read as part of that name. */
export const itemOf = (item: string | undefined, language: 'zh-CN' | 'en') =>
  item !== undefined && /^\d+$/.test(item) ? message(language, 'source.item', { no: item }) : item
