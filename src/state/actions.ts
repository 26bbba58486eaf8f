/**
 * The actions: the only functions that write the store. The history treats a change of meaning (what is selected,
 * filtered, asked) differently from a movement of the camera.
 */
import { type FeatureKind, isDistrictCode, type ThemeId, themeIds } from '../../data/schema-ids'
import { type Camera, type Padding, sameCamera } from '../../geo/screen/camera'
import type { IdentifiedFeature } from '../model/added-layers'
import type { AnalysisState, Sketch } from '../model/analysis/analysis'
import type { EditorAsk } from '../model/briefing/own-briefings'
import { withLayer } from '../model/layers'
import { type OwnData, shownOwnLayers } from '../model/own-data/own-data'
import { type DetailFiles, type PlanRecord, withProjects } from '../model/record'
import { type Analysis, type Filters, noFilters, type PanelItem, type View } from '../model/view'
import { createNoticeActions } from './notice-actions'
import type { EndChoice, Exported, Language, Loaded, MapMode, PaletteChoice, Session, Store } from './store'
import { withKnownParts } from './view-change'

/** Returns the actions of a store. */
export function createActions(store: Store) {
  const setView = (change: Partial<View>) => store.setState((state) => ({ view: { ...state.view, ...change } }))
  const setSession = (change: Partial<Session>) =>
    store.setState((state) => ({ session: { ...state.session, ...change } }))
  let restored: View | undefined

  /** Keeps the first end of a distance; asks the question with the second. */
  const chooseEnd = ({ choosing, other }: EndChoice, id: string) => {
    if (other === undefined) return setSession({ pick: { choosing: choosing === 'from' ? 'to' : 'from', other: id } })
    setSession({ pick: undefined })
    const [from, to] = choosing === 'to' ? [other, id] : [id, other]
    setView({ analysis: { kind: 'between', from, to } })
  }

  /** Outside a show a view has the own data that is here, whatever a link tells. */
  const withOwnData = (view: View): View => {
    if (view.scene) return view
    const { ownFiles, ...rest } = view
    const shown = shownOwnLayers(store.getState().session.own)
    return shown > 0 ? { ...rest, ownFiles: shown } : rest
  }

  return {
    ...createNoticeActions(store),

    /** Selects a feature of any kind; a district is selected as one. The camera goes to fit it. */
    select: (id: string) => {
      const { pick } = store.getState().session
      if (pick) return chooseEnd(pick, id)
      setView({ ...selectionOf(id), item: undefined, camera: undefined, compare: false })
    },
    /** Selects a district and leaves one theme on, as one step of the history. */
    selectUnderTheme: (id: string, theme: ThemeId) =>
      setView({ ...selectionOf(id), item: undefined, camera: undefined, compare: false, themes: [theme] }),
    /** Begins to choose one end of a distance; undefined gives it up. */
    pickEnd: (pick: EndChoice | undefined) => setSession({ pick, sketch: undefined }),
    /** Opens an item together with the feature it is about, as one step of the history. */
    selectWithItem: (id: string, item: PanelItem) => {
      setView({ ...selectionOf(id), item, camera: undefined, compare: false })
    },
    clearSelection: () => {
      const { view, session } = store.getState()
      if (view.districts.length === 0 && !view.feature && !view.item) return
      setView({ districts: [], feature: undefined, item: undefined, compare: false, camera: session.liveCamera })
    },
    /** Puts back what was selected, opened or asked, after a panel for something else did not come. */
    showAgain: (change: Partial<View>) => setView(change),
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
    setLayer: (id: string, opacity: number) => {
      const { view, session } = store.getState()
      setView({ layers: withLayer(view.layers, id, opacity, session.layers) })
    },
    resetLayers: () => setView({ layers: [], layerFilters: undefined }),
    setLayerFilters: (layerFilters: View['layerFilters']) => setView({ layerFilters }),
    /** Tells of a feature of an added layer in place of what is selected; undefined tells of none. */
    identify: (identified: IdentifiedFeature | undefined) => {
      const { view, session } = store.getState()
      if (identified && (view.districts.length > 0 || view.feature || view.item))
        setView({ districts: [], feature: undefined, item: undefined, compare: false, camera: session.liveCamera })
      if (identified !== session.identified) setSession({ identified })
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
    /** Asks a spatial question, also if it is the same as before; ends drawing. */
    ask: (analysis: Analysis | undefined) => {
      setSession({ sketch: undefined, pick: undefined })
      setView({ analysis: analysis && { ...analysis } })
    },
    cancelAnalysis: () => {
      const { analysis } = store.getState().session
      if (analysis.status === 'working') setSession({ analysis: { status: 'cancelled', question: analysis.question } })
    },

    /** Notes where the map has come to rest. Only a movement by the user makes the camera part of the view. */
    cameraRested: (camera: Camera, byUser: boolean) => {
      const { session } = store.getState()
      if (!session.liveCamera || !sameCamera(session.liveCamera, camera)) setSession({ liveCamera: camera })
      if (byUser) setView({ camera })
    },
    /** Moves the camera; it is part of the view at once. */
    lookFrom: (camera: Camera | undefined) => setView({ camera }),

    /** Sets a view from the address bar, which the history already holds. */
    restore: (view: View) => {
      restored = withKnownParts(store.getState().view, withOwnData(view))
      store.setState({ view: restored })
    },
    isRestored: (view: View) => view === restored,
    /** Shows a view from a file or an embedding page, as a new step of the history. */
    showView: (view: View) => store.setState({ view: withKnownParts(store.getState().view, withOwnData(view)) }),
    /** Shows a scene of a briefing; the view it is left with is that of the last scene. */
    showScene: (view: View, scene: View['scene']) => {
      const { embed, ownBriefing } = store.getState().view
      const shown = { ...view, embed, ownBriefing, scene }
      store.setState({ view: withKnownParts(store.getState().view, shown) })
    },
    /** Leaves the show on the map as it stands. */
    leaveShow: () => setView(withOwnData({ ...store.getState().view, scene: undefined, ownBriefing: undefined })),
    setNextView: (nextView: View | undefined) => setSession({ nextView }),
    setTransition: (transition: Session['transition']) => setSession({ transition }),

    hover: (id: string | undefined) => {
      if (store.getState().session.hovered !== id) setSession({ hovered: id })
    },
    recordIs: (record: Loaded<PlanRecord>) => {
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
    /** Where features lie is known before the panels are filled from the record. */
    boundsAre: (boundsOf: Session['boundsOf']) => setSession({ boundsOf }),

    /** The map on the page; one that will stay the static map is drawn already. */
    setMapMode: (mapMode: MapMode) => setSession(mapMode === 'static-only' ? { mapMode, mapBusy: false } : { mapMode }),
    /** The map's first frame is complete. */
    mapIsDrawn: () => setSession({ mapBusy: false }),
    recordIsDrawn: () => setSession({ recordDrawn: true }),
    /** What the panels cover of the map, in CSS pixels. */
    setPadding: (padding: Padding) => setSession({ padding }),
    setBasemap: (basemap: string) => setSession({ basemap }),
    setForeignBasemap: (foreignBasemap: boolean) => setSession({ foreignBasemap }),
    setAnalysisState: (analysis: AnalysisState) => setSession({ analysis }),
    setSketch: (sketch: Sketch | undefined) => setSession({ sketch }),
    setScrubbing: (scrubbing: boolean) => setSession({ scrubbing }),
    /** All files are kept for a visit without a network. */
    keptOffline: () => setSession({ keptOffline: true }),
    /** Opens or closes 我的数据. No-op while there are none. */
    showOwnData: (open: boolean) => {
      const { own } = store.getState().session
      if (own) setSession({ own: { ...own, open } })
    },
    /** Shows a row of own data. No-op while there are none. */
    showOwnRow: (row: OwnData['row']) => {
      const { own } = store.getState().session
      if (own) setSession({ own: { ...own, row, open: true } })
    },
    showCatalogue: (catalogueOpen: boolean) => setSession({ catalogueOpen }),
    /** Opens a dialog about links; undefined closes the one that is open, down to the one beneath it. */
    showLinkDialog: (linkDialog: Session['linkDialog']) =>
      setSession({ linkDialog: linkDialog ?? store.getState().session.exported?.from, exported: undefined }),
    /** Opens 导出. */
    exportThis: (exported: Exported) => setSession({ linkDialog: 'export', exported }),
    /** Opens the briefing editor and asks it for something; one that is folded stays so. */
    askEditor: (ask?: EditorAsk) =>
      setSession({ editor: { folded: store.getState().session.editor?.folded ?? false, ask } }),
    /** Opens or folds the editor; undefined closes it. */
    showEditor: (editor: 'open' | 'folded' | undefined) =>
      setSession({ editor: editor && { folded: editor === 'folded' } }),
    /** Compares a workbook of the record with it, in the place of 我的数据; undefined closes it. */
    openRecordWorkbook: (recordWorkbook: File | undefined) => {
      const { own } = store.getState().session
      setSession({ recordWorkbook, ...(own && recordWorkbook ? { own: { ...own, open: false } } : {}) })
    },
    /** The older release of the link in use; undefined where it is of today's. */
    setLinkRelease: (linkRelease: string | undefined) => setSession({ linkRelease }),

    setLanguage: (language: Language) => setSession({ language }),
    setPalette: (palette: PaletteChoice, paletteFollowsSystem: boolean) =>
      setSession({ palette, paletteFollowsSystem }),
  }
}

const selectionOf = (id: string) =>
  isDistrictCode(id) ? { districts: [id], feature: undefined } : { districts: [], feature: id }

/** The actions of a store. */
export type Actions = ReturnType<typeof createActions>
