/** Fetches the texts of a language that does not come with the page. Apart from the catalogue, which the first script lacks. */
import type { Language } from './text'

let english: { readonly [key: string]: string } = {}

/** Returns the English text of a key; undefined before it has been fetched. */
export const englishText = (key: string): string | undefined => english[key]

/**
 * Fetches the texts of a language, which must be here before it is shown. No-op if they are. Rejects if they do not
 * come.
 */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'en') english = (await import('./english')).english
}
