/** What was last chosen in the search, as `kind:id`; kept on this device only, and in memory where storage is refused. */
const storageKey = 'yulan.search.recent'
const most = 5
let inMemory: string[] = []

/** Returns the last choices of the search, newest first. */
export function recentChoices(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string').slice(0, most) : []
  } catch {
    return inMemory
  }
}

/** Puts a choice first among those remembered. */
export function rememberChoice(choice: string): void {
  keep([choice, ...recentChoices().filter((each) => each !== choice)].slice(0, most))
}

/** Forgets all choices. */
export const forgetChoices = () => keep([])

function keep(choices: string[]) {
  inMemory = choices
  try {
    localStorage.setItem(storageKey, JSON.stringify(choices))
  } catch {
    // A private window may refuse; memory serves until the tab closes.
  }
}
