/** Whether own data are kept on this device: asked at the start of every visit, so it is a mark apart from the data. */

const key = 'yulan.own-data'

/** The plain name of the reader's own layers inside a single file that carries them. */
export const carriedName = 'own-data.json'

/** Returns whether there are some; false where storage is refused. */
export function keepsOwnData(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

/** Notes whether there are some. No-op where storage is refused. */
export function markKept(kept: boolean): void {
  try {
    if (kept) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch {
    // Then the data are not kept either.
  }
}
