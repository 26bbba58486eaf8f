/**
 * A view: everything a link restores and a briefing scene holds. Plain data, no positions of the reader, no
 * uploaded data. Ids in it may be unknown to the record until `resolveView` has looked.
 */
import type { FeatureKind, Status, ThemeId } from '../../data/schema'
import type { Camera } from '../../geo/screen/camera'

/** What the detail panel shows besides the selection: one item of it, or another page. */
export type PanelItem =
  | { kind: 'plan'; id: string }
  | { kind: 'project'; id: string }
  | { kind: 'indicator'; id: string }
  | { kind: 'source'; id: string }
  | { kind: 'tab'; id: PanelTab }
  | { kind: 'page'; id: PanelPage }
export const panelTabs = ['plans', 'features', 'projects', 'indicators', 'links', 'conflicts'] as const
export type PanelTab = (typeof panelTabs)[number]
/** Pages that need no selection. */
export const panelPages = ['catalogue', 'statistics', 'about', 'analysis'] as const
export type PanelPage = (typeof panelPages)[number]

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

/** A question to the map. Points and lines are degrees WGS 84, rounded to 5 decimals. */
export type AnalysisSubject = { feature: string } | { drawn: 'point' | 'line' | 'area'; positions: [number, number][] }
export type Analysis =
  | { kind: 'buffer'; radiusMeters: number; subject: AnalysisSubject }
  | { kind: 'adjacency'; feature: string; order: 1 | 2 }
  | { kind: 'crossing'; feature: string; radiusMeters: number }
  | { kind: 'between'; from: string; to: string }

export interface LayerState {
  id: string
  /** 0…1 in tenths. */
  opacity: number
}

export const embedFlags = ['bare', 'detail', 'themes', 'list', 'still'] as const
export type EmbedFlag = (typeof embedFlags)[number]

export interface View {
  districts: string[]
  feature?: string
  item?: PanelItem
  /** Themes that are on; all of them is the default. */
  themes: ThemeId[]
  layers: LayerState[]
  filters: Filters
  years?: { from: number; to: number }
  compare: boolean
  analysis?: Analysis
  /** Absent while the camera is the fit of the selection. */
  camera?: Camera
  scene?: { briefing: string; index: number }
  embed: EmbedFlag[]
}

export const noFilters: Filters = { statuses: [], kinds: [], documents: [], departments: [] }

export function defaultView(allThemes: readonly ThemeId[]): View {
  return { districts: [], themes: [...allThemes], layers: [], filters: noFilters, compare: false, embed: [] }
}
