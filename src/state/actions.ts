/**
 * Everything that can be done to the state. A change of meaning (what is selected, filtered, asked) is told apart
 * from a movement of the camera, because the history treats them differently.
 */
import { type FeatureKind, type ThemeId, themeIds } from '../../data/schema-ids'
import { type Camera, sameCamera } from '../../geo/camera'
import { type DetailFiles, type Record, withProjects } from '../model/record'
import { type Analysis, type Filters, noFilters, type PanelItem, type View } from '../model/view'
import type { Loss } from './resolve'
import type { Language, Loaded, Notice, PaletteChoice, Session, State, Store } from './store'

let lastNoticeId = 0

/** The actions, bound to a store. */
export function createActions(store: Store) {
  const setView = (change: Partial<View>) => store.setState((state) => ({ view: { ...state.view, ...change } }))
  const setSession = (change: Partial<Session>) =>
    store.setState((state) => ({ session: { ...state.session, ...change } }))
  const notify = (message: string, values: Notice['values'] = {}, tone: Notice['tone'] = 'warning') => {
    const notice: Notice = { id: ++lastNoticeId, message, values, tone }
    setSession({ notices: [...store.getState().session.notices, notice].slice(-4) })
  }

  return {
    setSession,
    notify,
    dismissNotice: (id: number) =>
      setSession({ notices: store.getState().session.notices.filter((notice) => notice.id !== id) }),

    /** Selects a feature of any kind; a district is selected as one. The camera goes to fit it. */
    select: (id: string) => {
      const isDistrict = /^\d{6}$/.test(id)
      const change = isDistrict ? { districts: [id], feature: undefined } : { districts: [], feature: id }
      setView({ ...change, item: undefined, camera: undefined, compare: false })
    },
    /** Opens an item together with the feature it is about, as one step of the history. */
    selectWithItem: (id: string, item: PanelItem) => {
      const change = /^\d{6}$/.test(id) ? { districts: [id], feature: undefined } : { districts: [], feature: id }
      setView({ ...change, item, camera: undefined, compare: false })
    },
    clearSelection: () => {
      const { view, session } = store.getState()
      if (view.districts.length === 0 && !view.feature && !view.item) return
      setView({ districts: [], feature: undefined, item: undefined, compare: false, camera: session.liveCamera })
    },
    openItem: (item: PanelItem | undefined) => setView({ item }),
    compareDistricts: (districts: string[]) =>
      setView({ districts, feature: undefined, item: undefined, compare: districts.length > 1, camera: undefined }),

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
    setYears: (years: View['years']) => setView({ years }),
    clearFilters: () => setView({ filters: noFilters, years: undefined, themes: [...themeIds] }),
    ask: (analysis: Analysis | undefined) => setView({ analysis }),

    /** The map has come to rest. Only a movement by the reader makes the camera part of the view. */
    cameraRested: (camera: Camera, byReader: boolean) => {
      const { session } = store.getState()
      if (!session.liveCamera || !sameCamera(session.liveCamera, camera)) setSession({ liveCamera: camera })
      if (byReader) setView({ camera })
    },
    /** Asks the map to go somewhere; it is part of the view at once. */
    lookFrom: (camera: Camera | undefined) => setView({ camera }),

    /** A view from a link, the history or a file replaces everything a link restores. */
    restore: (view: View) => store.setState({ view }),
    reportLosses: (losses: readonly Loss[]) => {
      for (const loss of losses)
        if (loss.reason === 'retired') notify('link.retired', { sentence: loss.sentence })
        else notify(`link.unknown.${loss.what}`, { id: loss.id })
    },

    hover: (id: string | undefined) => {
      if (store.getState().session.hovered !== id) setSession({ hovered: id })
    },
    recordIs: (record: Loaded<Record>) => {
      const { details } = store.getState().session
      if (record.status !== 'ready' || details.status !== 'ready') return setSession({ record })
      setSession({ record: { status: 'ready', value: withProjects(record.value, details.value.projects) } })
    },
    /** Projects join the record at once, because filters on money and departments ask it. */
    detailsAre: (details: Loaded<DetailFiles>) => {
      const { record } = store.getState().session
      if (details.status !== 'ready' || record.status !== 'ready') return setSession({ details })
      setSession({ details, record: { status: 'ready', value: withProjects(record.value, details.value.projects) } })
    },
    setLanguage: (language: Language) => setSession({ language }),
    setPalette: (palette: PaletteChoice, paletteFollowsSystem: boolean) =>
      setSession({ palette, paletteFollowsSystem }),
  }
}

export type Actions = ReturnType<typeof createActions>

/** What a change of view means for the history: nothing, the camera only, or something the reader meant. */
export function viewChange(before: State['view'], after: State['view']): 'none' | 'camera' | 'meaning' {
  if (before === after) return 'none'
  const keys = Object.keys({ ...before, ...after }) as (keyof View)[]
  const changed = keys.filter((key) => before[key] !== after[key])
  if (changed.length === 0) return 'none'
  return changed.every((key) => key === 'camera') ? 'camera' : 'meaning'
}
