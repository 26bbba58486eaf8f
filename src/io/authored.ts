/** Fetches the rows of the record as their authors wrote them. */
import type { AuthoredItem } from '../../data/schema'

/** The rows with the release they are of. */
export interface AuthoredRows {
  release: string
  authored: AuthoredItem[]
}

/** Returns the rows; undefined where they cannot be had. */
export async function loadAuthored(): Promise<AuthoredRows | undefined> {
  try {
    const response = await fetch(new URL('data/v1/authored.json', document.baseURI).href)
    return response.ok ? ((await response.json()) as AuthoredRows) : undefined
  } catch {
    return undefined
  }
}
