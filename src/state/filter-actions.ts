/** The actions on which themes, rows and years are shown. */
import { type FeatureKind, type ThemeId, themeIds } from '../../data/schema-ids'
import { type Filters, noFilters, type View } from '../model/view'
import type { Writers } from './writers'

/** Returns the actions on the filters. */
export function createFilterActions({ store, setView }: Writers) {
  return {
    toggleTheme: (theme: ThemeId) => {
      const { themes } = store.getState().view
      const next = themes.includes(theme) ? themes.filter((each) => each !== theme) : [...themes, theme]
      setView({ themes: themeIds.filter((each) => next.includes(each)) })
    },
    setThemes: (themes: readonly ThemeId[]) => setView({ themes: themeIds.filter((each) => themes.includes(each)) }),
    setFilters: (change: Partial<Filters>) => setView({ filters: { ...store.getState().view.filters, ...change } }),
    toggleKind: (kind: FeatureKind) => {
      const { filters } = store.getState().view
      const kinds = filters.kinds.includes(kind) ? filters.kinds.filter((k) => k !== kind) : [...filters.kinds, kind]
      setView({ filters: { ...filters, kinds } })
    },
    /** Filters by years, and clears 无年份, which no span of years contains. */
    setYears: (years: View['years']) => {
      const { filters } = store.getState().view
      setView(years && filters.dated === false ? { years, filters: { ...filters, dated: undefined } } : { years })
    },
    /** Asks for rows with a year, without one (and then of no span of years), or both. */
    setDated: (dated: boolean | undefined) => {
      const filters = { ...store.getState().view.filters, dated }
      setView(dated === false ? { filters, years: undefined } : { filters })
    },
    clearFilters: () => setView({ filters: noFilters, years: undefined, themes: [...themeIds] }),
  }
}
