/** Questions to the map and their answers, as plain data that can cross to a worker and back. */
import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import type { Adjacency, FeatureKind, Subkind } from '../../../data/schema'
import type { GeoProblem } from '../../../geo/base/outcome'
import type { Bbox, LonLat } from '../../../geo/base/position'
import type { PlanRecord } from '../record'
import type { Analysis, AnalysisSubject } from '../view'

/** What the worker needs to know of a feature. */
export interface AskedFeature {
  id: string
  kind: FeatureKind
  subkind?: Subkind
  geometry: Geometry | null
  errorMeters: number
}

export interface AskedWorld {
  /** Where positions that a reader types or draws may lie; those of the record are not judged by it. */
  region: Bbox
  features: AskedFeature[]
  adjacency: Adjacency[]
}

/** A feature an answer holds. */
export interface FoundFeature {
  id: string
  /** Shortest distance, 0 when touching or inside. */
  km: number
  inside: boolean
  /** 临界: the position errors could change whether it is inside. */
  borderline: boolean
}

export interface CoveredDistrict {
  id: string
  km2: number
  /** Share of the district, 0–1. */
  share: number
}

export interface BufferAnswer {
  kind: 'buffer'
  shape: Polygon | MultiPolygon
  areaKm2: number
  /** The subject's own position error. */
  errorMeters: number
  found: FoundFeature[]
  covered: CoveredDistrict[]
  nearest: { kind: FeatureKind; id: string; km: number }[]
}

export interface AdjacencyAnswer {
  kind: 'adjacency'
  neighbours: { id: string; sharedKm: number; alongRiver: boolean; river?: string }[]
  /** Neighbours of the neighbours, when asked for. */
  second: string[]
}

export interface CorridorAnswer {
  kind: 'corridor'
  lengthKm: number
  errorMeters: number
  /** In order; without an id outside the districts of the record. */
  passages: { id?: string; km: number }[]
  /** Bridges, tunnels, stations and ports on it, in order along it. */
  onIt: (FoundFeature & { alongKm: number })[]
  found: FoundFeature[]
  shape: Polygon | MultiPolygon
}

export interface ThroughAnswer {
  kind: 'through'
  /** Corridors through a district, longest inside first; bridges and tunnels drawn as points have no length. */
  corridors: { id: string; km: number }[]
}

export interface BetweenAnswer {
  kind: 'between'
  centerKm: number
  gapKm: number
  bearingDegrees: number
  from: LonLat
  to: LonLat
  errorMeters: number
  /** Corridors that pass both, shortest way first. */
  along: { id: string; km: number; offKm: [number, number] }[]
}

export type AnalysisAnswer = BufferAnswer | AdjacencyAnswer | CorridorAnswer | ThroughAnswer | BetweenAnswer

/** Why a question stays open: the geometry's reasons, or the means to answer it are missing. */
export type AnalysisProblem = GeoProblem | 'not-a-district' | 'same-feature' | 'worker-failed'

export type AnalysisOutcome = { ok: true; value: AnalysisAnswer } | { ok: false; reason: AnalysisProblem }

/** Where a question stands. `slow` is said after 300 ms only. */
export type AnalysisState =
  | { status: 'none' }
  | { status: 'working'; question: Analysis; slow: boolean }
  | { status: 'ready'; question: Analysis; answer: AnalysisAnswer }
  | { status: 'failed'; question: Analysis; reason: AnalysisProblem }
  /** Stopped by the reader; the question stands and can be asked again. */
  | { status: 'cancelled'; question: Analysis }

/** What is being drawn to ask about. */
export interface Sketch {
  drawn: 'point' | 'line' | 'area'
  /** Corners so far, WGS 84. */
  positions: LonLat[]
}

export const slowMilliseconds = 300

/** Radii offered at one press, in metres. */
export const radiusPresets = [500, 1000, 2000, 5000, 10_000, 20_000] as const

/** How far beside a corridor is looked when nothing else is said. */
export const corridorRadiusMeters = 1000
export const bufferRadiusMeters = 5000

export function worldOf(record: PlanRecord): AskedWorld {
  const features = record.features.map(({ properties, geometry }) => ({
    id: properties.id,
    kind: properties.kind,
    ...(properties.subkind ? { subkind: properties.subkind } : {}),
    geometry,
    errorMeters: properties.precision?.errorMeters ?? 0,
  }))
  return { region: record.region.bounds, features, adjacency: [...record.adjacency] }
}

/** The ids a question is about. */
export function subjectIds(analysis: Analysis): string[] {
  switch (analysis.kind) {
    case 'buffer':
      return 'feature' in analysis.subject ? [analysis.subject.feature] : []
    case 'adjacency':
    case 'crossing':
      return [analysis.feature]
    case 'between':
      return [analysis.from, analysis.to]
  }
}

/** The ids an answer puts on the map: those that are in, and those that could be. */
export function answeredIds(answer: AnalysisAnswer): { inside: string[]; borderline: string[] } {
  switch (answer.kind) {
    case 'buffer':
    case 'corridor':
      return {
        inside: answer.found.filter(({ inside, borderline }) => inside && !borderline).map(({ id }) => id),
        borderline: answer.found.filter(({ borderline }) => borderline).map(({ id }) => id),
      }
    case 'adjacency':
      return { inside: answer.neighbours.map(({ id }) => id), borderline: answer.second }
    case 'through':
      return { inside: answer.corridors.map(({ id }) => id), borderline: [] }
    case 'between':
      return { inside: answer.along.map(({ id }) => id), borderline: [] }
  }
}

/** A drawn subject as GeoJSON: an area is closed. */
export function drawnGeometry(subject: Extract<AnalysisSubject, { drawn: string }>): Geometry {
  const [first] = subject.positions
  switch (subject.drawn) {
    case 'point':
      return { type: 'Point', coordinates: first ?? [] }
    case 'line':
      return { type: 'LineString', coordinates: subject.positions }
    case 'area':
      return { type: 'Polygon', coordinates: [first ? [...subject.positions, first] : []] }
  }
}
