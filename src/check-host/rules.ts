/** Judges what was seen of a host: one rule a function. Pure. */
import { foldersOpen, inUtf8, listed, missingIsMissing, notDownloaded, present, typed } from './file-rules'
import { asksAgain, fresh, keepsHashed, missingIsForgotten, storable } from './keeping-rules'
import type { Observed } from './observed'
import { direct, embeddable, pageProblems, policies, previewed, secure } from './page-rules'
import type { Problem } from './problem'
import { compressesText, etagOpen, openToSite, readsRanges } from './reading-rules'

/** Returns everything that is wrong, and what is worth knowing, in the order in which to mend it. */
export function problemsOf(observed: Observed): Problem[] {
  const page = pageProblems(observed)
  return page.length > 0 ? page : rules.flatMap((rule) => rule(observed))
}

const rules: readonly ((observed: Observed) => Problem[])[] = [
  listed,
  notDownloaded,
  present,
  typed,
  inUtf8,
  foldersOpen,
  missingIsMissing,
  missingIsForgotten,
  fresh,
  asksAgain,
  keepsHashed,
  compressesText,
  readsRanges,
  openToSite,
  etagOpen,
  policies,
  embeddable,
  storable,
  direct,
  secure,
  previewed,
]
