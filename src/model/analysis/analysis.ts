/** Spatial questions and their answers, as plain data that can cross to a worker and back. */
import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import type { Adjacency, FeatureKind, Subkind } from '../../../data/schema'
import type { GeoProblem } from '../../../geo/base/outcome'
import type { Bbox, LonLat } from '../../../geo/base/position'
import type { PlanRecord } from '../record'
import type { Analysis, AnalysisSubject } from '../view'

/** A feature as the worker holds it. `errorMeters` is how far its drawn position may be off; 0 if nothing is stated. */
export interface AskedFeature {
  id: string
  kind: FeatureKind
  subkind?: Subkind
  /** Its extent where it has one, else its place. */
  geometry: Geometry | null
  errorMeters: number
  /** It is a zone, platform or park known by its area. */
  hasExtent?: true
  /** Where such a one stands, if it is known apart from its area. */
  position?: { geometry: Geometry; errorMeters: number }
}

/** The part of the record the worker answers from; positions are WGS 84 longitude, latitude in degrees. */
export interface AskedWorld {
  /** The bounds for positions that the user types or draws; positions of the record may lie outside. */
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

/** A district or an extent that a buffer covers at least in part, with the area covered. */
export interface CoveredArea {
  id: string
  km2: number
  /** Share of the district or extent, 0–1. */
  share: number
}

/** The answer to `buffer`: what lies within a radius of a subject. `shape` is WGS 84 in degrees. */
export interface BufferAnswer {
  kind: 'buffer'
  shape: Polygon | MultiPolygon
  areaKm2: number
  /** The subject's own position error. */
  errorMeters: number
  found: FoundFeature[]
  covered: CoveredArea[]
  /** The same of zones, platforms and parks with an extent. */
  coveredExtents: CoveredArea[]
  /** By the distance to where each stands, which may be off by `errorMeters`: a disc of stated area is too vague. */
  nearest: NearestFeature[]
}

/** The nearest feature of its kind. */
export interface NearestFeature {
  kind: FeatureKind
  id: string
  km: number
  errorMeters: number
}

/** The answer to `adjacency`: the districts that border on one, longest shared border first. */
export interface AdjacencyAnswer {
  kind: 'adjacency'
  neighbours: { id: string; sharedKm: number; alongRiver: boolean; river?: string }[]
  /** Neighbours of the neighbours, when asked for. */
  second: string[]
}

/** The answer to `crossing` asked of a corridor: the districts it passes and what lies along it. */
export interface CorridorAnswer {
  kind: 'corridor'
  lengthKm: number
  errorMeters: number
  /** In order; without an id outside the districts of the record. */
  passages: { id?: string; km: number }[]
  /** Zones, platforms and parks with an extent that it passes through, longest stretch first. */
  extents: { id: string; km: number }[]
  /** Bridges, tunnels, stations and ports on it, in order along it. */
  onIt: (FoundFeature & { alongKm: number })[]
  found: FoundFeature[]
  shape: Polygon | MultiPolygon
}

/** The answer to `crossing` asked of a district: the corridors that pass through it. */
export interface ThroughAnswer {
  kind: 'through'
  /** Corridors through a district, longest inside first; bridges and tunnels drawn as points have no length. */
  corridors: { id: string; km: number }[]
}

/**
 * The answer to `between`: how far two features are apart. `from` and `to` are the ends of the line that is measured.
 */
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

/** The answer to any spatial question, told apart by `kind`. */
export type AnalysisAnswer = BufferAnswer | AdjacencyAnswer | CorridorAnswer | ThroughAnswer | BetweenAnswer

/** The reason why a question has no answer: one of the geometry's, or of the page's own. */
export type AnalysisProblem = GeoProblem | 'not-a-district' | 'same-feature' | 'worker-failed'

/** An answer, or the reason why there is none. */
export type AnalysisOutcome = { ok: true; value: AnalysisAnswer } | { ok: false; reason: AnalysisProblem }

/** How far the answer to the question of the view is. `slow` is set once it has taken 300 ms. */
export type AnalysisState =
  | { status: 'none' }
  | { status: 'working'; question: Analysis; slow: boolean }
  | { status: 'ready'; question: Analysis; answer: AnalysisAnswer }
  | { status: 'failed'; question: Analysis; reason: AnalysisProblem }
  /** Stopped by the user; the question stays in the view and can be asked again. */
  | { status: 'cancelled'; question: Analysis }

/** A shape the user is drawing to ask about it. */
export interface Sketch {
  drawn: 'point' | 'line' | 'area'
  /** Corners so far, WGS 84. */
  positions: LonLat[]
}

/** The time after which the page says that an answer is slow. */
export const slowMilliseconds = 300

/** The radii offered as buttons, in metres. */
export const radiusPresets = [500, 1000, 2000, 5000, 10_000, 20_000] as const

/** The radius along a corridor unless the user sets another. */
export const corridorRadiusMeters = 1000
/** The radius of a buffer unless the user sets another. */
export const bufferRadiusMeters = 5000

/** Returns the part of the record that the worker needs to answer. */
export function worldOf(record: PlanRecord): AskedWorld {
  const features = record.features.map(({ properties, geometry }): AskedFeature => {
    const extent = record.extentById.get(properties.id)
    return {
      id: properties.id,
      kind: properties.kind,
      ...(properties.subkind ? { subkind: properties.subkind } : {}),
      geometry: extent?.geometry ?? geometry,
      errorMeters: extent?.properties.errorMeters ?? properties.precision?.errorMeters ?? 0,
      ...(extent ? { hasExtent: true } : {}),
      ...(extent && geometry ? { position: { geometry, errorMeters: properties.precision?.errorMeters ?? 0 } } : {}),
    }
  })
  return { region: record.region.bounds, features, adjacency: [...record.adjacency] }
}

/** Returns the ids of the features a question is about; empty for a drawn subject. */
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

/**
 * Returns the ids an answer highlights on the map: those found for certain, and those that only a position error
 * could bring in.
 */
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

/** Returns a drawn subject as GeoJSON, WGS 84 in degrees; the ring of an area is closed. */
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
