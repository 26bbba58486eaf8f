/**
 * The store. `view` is what a link restores; `session` ends with the tab. Only the actions, in `actions.ts` and the files
 * beside it named so, write it; the map and the panels read it and communicate in no other way.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Transition, themeIds } from '../../data/schema-ids'
import type { Bbox } from '../../geo/base/position'
import type { Camera, Padding } from '../../geo/screen/camera'
import type { IdentifiedFeature } from '../model/added-layers'
import type { AnalysisState, Sketch } from '../model/analysis/analysis'
import { embeddedBasemap } from '../model/basemaps'
import type { Briefing } from '../model/briefing/briefing'
import type { EditorAsk } from '../model/briefing/own-briefings'
import type { CatalogueSubject } from '../model/catalogue/catalogue'
import type { TakenChart } from '../model/handout/taken-chart'
import { type MapLayerDefinition, ownLayers } from '../model/layers'
import type { Language, MessageKey } from '../model/messages'
import type { OwnData } from '../model/own-data/own-data'
import type { DetailFiles, PlanRecord } from '../model/record'
import { defaultView, type View } from '../model/view'

export type { Language }
/** `print` is for pictures; the page itself is printed in it by its style sheet. */
export type PaletteChoice = 'light' | 'dark' | 'print'

/** The state of something that is fetched. */
export type Loaded<T> =
  | { status: 'waiting' }
  | { status: 'loading' }
  | { status: 'ready'; value: T }
  /** `file` is what could not be had; the rest of the application goes on. */
  | { status: 'failed'; file: string }

/** A sentence of a notice: a message key with its values. */
export interface NoticePart {
  message: MessageKey
  values: { [name: string]: string | number }
  /** A dialog that says more. */
  opens?: Session['linkDialog']
  /** A button that does something about it. */
  offer?: NoticeOffer
}

/** A button in a notice. */
export interface NoticeOffer {
  message: MessageKey
  run: () => void
}

/** The link, a part of the application that did not come, the map that stands in for another, a newer build. */
export type NoticeTopic = 'link' | 'part' | 'map' | 'update' | 'own-data'

/** A notice, dismissed as one. */
export interface Notice extends NoticePart {
  id: number
  /** Further sentences on the same matter. */
  also?: readonly NoticePart[]
  /** What the notice is about, where there is only ever one of its sort. */
  topic?: NoticeTopic
  /** A polite line goes by itself; the rest waits to be dismissed. */
  tone: 'done' | 'warning'
}

/** Which map is on the page: the static map of the build, the engine, or the static map for good (no WebGL 2). */
export type MapMode = 'static' | 'engine' | 'static-only'

/**
 * The choice of one end of a distance; meanwhile anything chosen on the map, in a list or in the search becomes
 * that end.
 */
export interface EndChoice {
  choosing: 'from' | 'to'
  /** The other end, where it is known. */
  other?: string
}

/** The state that no link holds. */
export interface Session {
  /** Today on the user's device, `YYYY-MM-DD`, given by the composition root. Never in a link. */
  today: string
  record: Loaded<PlanRecord>
  details: Loaded<DetailFiles>
  /** Where the record's features lie: known as soon as it is read, before the panels are filled from it. */
  boundsOf?: (id: string) => Bbox | undefined
  mapMode: MapMode
  /** The camera of the map, moved by the user or by the page. */
  liveCamera?: Camera
  /** Feature or district under the pointer or the keyboard's cursor. */
  hovered?: string
  padding: Padding
  notices: Notice[]
  language: Language
  palette: PaletteChoice
  /** The id of the basemap the map stands on. */
  basemap: string
  /** The layers the user may set: ours, then added ones. */
  layers: readonly MapLayerDefinition[]
  /** The feature of an added layer that was pressed last. */
  identified?: IdentifiedFeature
  /** Another style is drawn as the basemap, in place of our own. */
  foreignBasemap?: boolean
  paletteFollowsSystem: boolean
  /** Left panel: themes and search, or the catalogue. */
  catalogueOpen: boolean
  mapBusy: boolean
  /** The map has been at rest once with the record on it. */
  recordDrawn?: boolean
  /** Where the question of the view stands. */
  analysis: AnalysisState
  /** What is being drawn on the map to ask about. */
  sketch?: Sketch
  /** The two ends of a distance to be asked for: the one that is known, and the one that is being chosen. */
  pick?: EndChoice
  /** Years or a layer's opacity are being dragged, or years played: one step of the history, however long it takes. */
  scrubbing?: boolean
  /** The id whose link was last copied, for the button that says so. */
  copied?: string
  /** The older release the link in use was made under, `YYYY-MM-DD`. */
  linkRelease?: string
  /** The dialog that is open: sharing this view, taking something along, or what changed since its link was made. */
  linkDialog?: 'share' | 'export' | 'briefings' | 'changes'
  /** What 导出 is open for. */
  exported?: Exported
  /** All files are kept on this device: the next visit needs no network. */
  keptOffline?: boolean
  /** The briefing editor, undefined while it is closed, and what was asked of it last. */
  editor?: { folded: boolean; ask?: EditorAsk }
  /** The reader's own data; undefined until a file of it is opened. */
  own?: OwnData
  /** A workbook of the record that was opened, to be compared with it. */
  recordWorkbook?: File
  /** How the map goes from one view to the next while a briefing is shown. */
  transition?: Transition
  /** What is shown next, so that the map can be ready for it. */
  nextView?: View
}

/** What 导出 was opened for: a briefing, one list of 目录 or one chart of 统计; the view where it is none of them. */
export interface Exported {
  briefing?: Briefing
  list?: CatalogueSubject
  chart?: TakenChart
  /** The format that was asked for: its button has the focus. */
  at?: 'pdf'
  /** The dialog it was opened from, which stays open beneath it. */
  from?: 'briefings'
}

/** The whole state of the application. */
export interface State {
  view: View
  session: Session
}

/** The store of the application. */
export type Store = StoreApi<State>

/** Returns a store with the default session, changed by `session`. */
export function createAppStore(
  session: Partial<Session> & Pick<Session, 'today'>,
  view: View = defaultView(themeIds),
): Store {
  return createStore<State>(() => ({
    view,
    session: {
      record: { status: 'waiting' },
      details: { status: 'waiting' },
      mapMode: 'static',
      padding: { top: 0, right: 0, bottom: 0, left: 0 },
      notices: [],
      language: 'zh-CN',
      palette: 'light',
      basemap: embeddedBasemap.id,
      layers: ownLayers,
      paletteFollowsSystem: true,
      catalogueOpen: false,
      mapBusy: true,
      analysis: { status: 'none' },
      ...session,
    },
  }))
}
