/** The language and palette the user chose last, stored on this device only and never in a link. */
const storageKey = 'yulan.look'

/** What is remembered between visits; an absent field was never chosen. */
export interface Preferences {
  language?: 'zh-CN' | 'en'
  /** Absent while the system decides. */
  palette?: 'light' | 'dark'
}

/** Returns the stored preferences; empty if there are none, or storage is not allowed. */
export function rememberedPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    const { language, palette } = stored as { [key: string]: unknown }
    return {
      ...(language === 'zh-CN' || language === 'en' ? { language } : {}),
      ...(palette === 'light' || palette === 'dark' ? { palette } : {}),
    }
  } catch {
    return {}
  }
}

/**
 * Stores the preferences. No-op if storage is not allowed, as in a private window; the choice then lasts as long as
 * the tab.
 */
export function rememberPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences))
  } catch {
    // The choice holds until the tab closes.
  }
}
