/**
 * Every text the interface shows, by key. zh-CN is the original and complete; en is complete too, which the type
 * checks. A `{name}` is filled with a value. One section a file, so that each stands beside what it belongs to.
 */
import { englishText } from './load-language'
import { catalogue } from './sections'
import { filled, type Language, type MessageOf } from './text'

export type { Language }

/** A key of the catalogue. A key put together from a member of a closed set is checked for every member. */
export type MessageKey = keyof typeof catalogue

/** Returns a key that arrives as data, such as one from a rendered tile. Throws for one the catalogue lacks. */
export function messageKey(key: string): MessageKey {
  if (!(key in catalogue)) throw new Error(`no message for the key ${key}`)
  return key as MessageKey
}

/** Returns the text of a key with its `{name}` places filled; a place without a value stays as it is. */
export const message: MessageOf<MessageKey> = (language, key, values) => {
  const [chinese, inSource = chinese]: readonly [chinese: string, english?: string] = catalogue[key] ?? [key]
  return filled(language === 'en' ? (englishText(key) ?? inSource) : chinese, values)
}
