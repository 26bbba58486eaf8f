/** The language and the colours a reader chose last, kept on this device only; never part of a link. */
const storageKey = 'yulan.look'

export interface Preferences {
  language?: 'zh-CN' | 'en'
  /** Absent while the system decides. */
  palette?: 'light' | 'dark'
}

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

/** A private window or a frame may refuse; then the choice lasts as long as the tab. */
export function rememberPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences))
  } catch {
    // The choice holds until the tab closes.
  }
}
