/** Where a show is kept over a reload: this tab's storage, in memory where that is refused. */
import { readMemory, type ShowMemory } from '../../../model/briefing/show-memory'

const storageKey = 'yulan.show'
let inMemory: ShowMemory | undefined

/** Returns what is kept of the show of a briefing; undefined if another or none is kept. */
export function rememberedShow(slug: string): ShowMemory | undefined {
  let kept = inMemory
  try {
    kept = readMemory(sessionStorage.getItem(storageKey)) ?? inMemory
  } catch {
    // Refused: memory serves.
  }
  return kept?.slug === slug ? kept : undefined
}

/** Keeps a show; undefined forgets it. */
export function rememberShow(show: ShowMemory | undefined): void {
  inMemory = show
  try {
    if (show) sessionStorage.setItem(storageKey, JSON.stringify(show))
    else sessionStorage.removeItem(storageKey)
  } catch {
    // Refused or full: memory serves until the page is left.
  }
}
