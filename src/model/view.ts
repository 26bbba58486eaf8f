/**
 * A view: everything a link restores and a scene of a briefing holds. Plain data, without the user's position or
 * uploaded data. `resolveView` finds ids that the record does not know.
 */
import type { FeatureKind, Status, ThemeId } from '../../data/schema'
import type { Camera } from '../../geo/screen/camera'
import type { LayerFilter } from './added-layers'

/** What the detail panel shows besides the selection: one of its items, one of its tabs, or another page. */
export type PanelItem =
  | { kind: 'plan'; id: string }
  | { kind: 'project'; id: string }
  | { kind: 'indicator'; id: string }
  | { kind: 'source'; id: string }
  | { kind: 'tab'; id: PanelTab }
  | { kind: 'page'; id: PanelPage }
/** The tabs of a feature's panel; they stand in links. */
export const panelTabs = ['plans', 'features', 'projects', 'indicators', 'links', 'conflicts'] as const
/** One of `panelTabs`. */
export type PanelTab = (typeof panelTabs)[number]
/** The pages that need no selection; they stand in links. */
export const panelPages = ['catalogue', 'statistics', 'about', 'analysis'] as const
/** One of `panelPages`. */
export type PanelPage = (typeof panelPages)[number]

/**
 * The filters on rows and features. Groups are combined by and, choices within a group by or; an empty group lets
 * everything pass.
 */
export interface Filters {
  statuses: Status[]
  kinds: FeatureKind[]
  /** Source ids. */
  documents: string[]
  /** Department ids (lead of a project). */
  departments: string[]
  /** 万元, inclusive; either end may be open. */
  investment?: { from?: number; to?: number }
  placed?: boolean
  /** Whether a row has a year. */
  dated?: boolean
  /** A district's code: only what lies in it and its neighbours. */
  around?: string
}

/** What a buffer is drawn around: a feature, or a drawn shape in degrees WGS 84, rounded to 5 decimals. */
export type AnalysisSubject = { feature: string } | { drawn: 'point' | 'line' | 'area'; positions: [number, number][] }
/** A spatial question. */
export type Analysis =
  | { kind: 'buffer'; radiusMeters: number; subject: AnalysisSubject }
  | { kind: 'adjacency'; feature: string; order: 1 | 2 }
  | { kind: 'crossing'; feature: string; radiusMeters: number }
  | { kind: 'between'; from: string; to: string }

/** The opacity of one layer. */
export interface LayerState {
  id: string
  /** 0…1 in tenths. */
  opacity: number
}

/** The parts of the page an embedded view may show; they stand in links. */
export const embedFlags = ['bare', 'detail', 'themes', 'list', 'still'] as const
/** One of `embedFlags`. */
export type EmbedFlag = (typeof embedFlags)[number]

/** Everything a link restores. */
export interface View {
  districts: string[]
  feature?: string
  item?: PanelItem
  /** Themes that are on; all of them is the default. */
  themes: ThemeId[]
  layers: LayerState[]
  /** What is filtered of added layers; the filters of the record are `filters`. */
  layerFilters?: readonly LayerFilter[]
  filters: Filters
  years?: { from: number; to: number }
  compare: boolean
  analysis?: Analysis
  /** Absent while the camera is the fit of the selection. */
  camera?: Camera
  /** A scene of a published briefing, or of the reader's own (`ownSlug`); `index` is its permanent number, not its place. */
  scene?: { briefing: string; index: number }
  /** The reader's own briefing as a link carries it; it is read when the player has come. */
  ownBriefing?: string
  embed: EmbedFlag[]
  /** How many layers of the reader's own data are shown. The data themselves are in no view. */
  ownFiles?: number
}

/** Filters that let everything pass. */
export const noFilters: Filters = { statuses: [], kinds: [], documents: [], departments: [] }

/** Returns the view of a page opened without a link; `allThemes` are all on. */
export function defaultView(allThemes: readonly ThemeId[]): View {
  return { districts: [], themes: [...allThemes], layers: [], filters: noFilters, compare: false, embed: [] }
}
