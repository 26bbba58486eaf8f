/** The languages of the page. */
export type Language = 'zh-CN' | 'en'

/** A section of the catalogue: by key, the text in zh-CN, which is the original, and in English. */
export type Messages = { readonly [key: string]: readonly [chinese: string, english: string] }

/** Returns a text by key with its `{name}` places filled; a place without a value stays as it is. */
export type MessageOf<Key extends string> = (
  language: Language,
  key: Key,
  values?: { [name: string]: string | number },
) => string

/** Returns a text with its `{name}` places filled; a place without a value stays as it is. */
export const filled = (text: string, values: { [name: string]: string | number } = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** Returns the texts of a section: the catalogue's, or those of a part that comes in a chunk of its own. */
export function messagesOf<Section extends Messages>(section: Section): MessageOf<keyof Section & string> {
  return (language, key, values) => filled(section[key]?.[language === 'en' ? 1 : 0] ?? key, values)
}
