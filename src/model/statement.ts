/** What stands under every picture, sheet and export: of when the data are, in which datum, and what the map is not. Pure. */
import { type Language, message } from './messages'

/** Returns the parts in their order; `today` is the reader's day, against which deadlines are told. */
export const statementParts = (language: Language, release: string, today: string): string[] => [
  message(language, 'app.dataDate', { date: release }),
  message(language, 'app.asOf', { date: today }),
  message(language, 'app.datum'),
  message(language, 'app.statement'),
]
