/** The languages of the page. */
export type Language = 'zh-CN' | 'en'

/** A section of the catalogue: by key, the text in zh-CN, which is the original, and in English. */
export type Messages = { readonly [key: string]: readonly [chinese: string, english: string] }
