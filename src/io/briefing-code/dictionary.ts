/**
 * What a link's own briefing is told apart from: texts that such briefings are likely to hold, the likelier the later.
 * The record's names and ids, its commonest words, fields of views, keys. Frozen: a briefing in a link can be read with
 * exactly this text only, so a test pins its digest; another text needs another first letter in `briefing-code.ts`.
 */
import text from '../../../data/briefing-dictionary.txt?raw'

/** The preset dictionary of version 1, at most 32 kB in UTF-8. */
export const briefingDictionary: string = text
