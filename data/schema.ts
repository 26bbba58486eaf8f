/**
 * The contract of the record: what an author may write (the `authored…` schemas, in `schema-authored.ts`) and what ships under
 * `data/v1/` (the `shipped…` schemas). Types are inferred from here; the JSON Schemas that stand beside the
 * shipped files are written from here; nothing else describes the data.
 *
 * Positions are WGS 84 longitude, latitude in degrees. Money in projects is 万元 (10,000 yuan).
 */
import { z } from 'zod'
import {
  authoredAlias,
  authoredConflict,
  type authoredFeature,
  authoredIndicator,
  type authoredLink,
  authoredPlan,
  authoredProject,
  authoredRelation,
  authoredSource,
  authoredTask,
  authoredTheme,
  authoredUnit,
  scheduleSpan,
} from './schema-authored'
import { conflictGrades, featureKinds, releaseChanges, releasedKinds, releaseParts, subkinds } from './schema-ids'
import {
  direction,
  districtCode,
  errorMeters,
  type figure,
  id,
  latitude,
  longitude,
  sourceReference,
  status,
  text,
  theme,
} from './schema-parts'

export * from './schema-authored'
export * from './schema-ids'

export const SCHEMA_VERSION = 1

export const precision = z.strictObject({
  method: z.enum(['boundary', 'border', 'drawn', 'point']),
  errorMeters,
  source: text,
  schematic: z.boolean().optional(),
})

export const shippedFeatureProperties = z.strictObject({
  id,
  kind: z.enum(featureKinds),
  subkind: z.enum(subkinds).optional(),
  name: text,
  nameEn: text,
  /** The English name is this map's own rendering and may not be the one in use. */
  nameEnGuess: z.literal(true).optional(),
  pinyin: text,
  aliases: z.array(text),
  districts: z.array(districtCode),
  zones: z.array(id),
  board: id.optional(),
  themes: z.array(theme),
  status: status.optional(),
  /** How many plans name this feature. */
  plans: z.number().int(),
  /** Of districts only: plans that do not name it but a feature whose only district it is … */
  plansWithin: z.number().int().optional(),
  /** … or else a feature it shares with other districts. */
  plansShared: z.number().int().optional(),
  precision: precision.optional(),
  labelAt: z.tuple([longitude, latitude]).optional(),
  summary: z.string(),
  note: text.optional(),
  /** Ids of plans a reader should see first. */
  highlights: z.array(id).optional(),
  /** What a whole is made of, from the relations of kind `membership`: the member, its direction and where it leads. */
  members: z.array(z.strictObject({ id, direction: direction.optional(), toward: text.optional() })).optional(),
  positioning: z.array(z.strictObject({ text, sources: z.array(sourceReference) })),
  sources: z.array(sourceReference),
  areaKm2: z.number().optional(),
  lengthKm: z.number().optional(),
})

/** The area of a feature that `features.geojson` has at its position only; `areaKm2` is the drawn one. */
export const shippedExtentProperties = z.strictObject({
  id,
  method: z.enum(['derived', 'stated-area']),
  rule: text,
  /** How far the true border may lie from the drawn one. */
  errorMeters,
  areaKm2: z.number(),
  /** The area a document states. */
  statedKm2: z.number().optional(),
  sources: z.array(sourceReference),
})

/** `stated` is the date of the newest document the row rests on, `YYYY` or `YYYY-MM`. */
const stated = z.string()
export const shippedPlan = authoredPlan.extend({
  stated,
  conflict: id.optional(),
  /** What the weightiest contradiction about it is about. */
  conflictGrade: z.enum(conflictGrades).optional(),
})
export const shippedProject = authoredProject.extend({
  id: text,
  stated,
  /** Where the author gives none, each entry of the schedule as a span of one year. They may overlap. */
  spans: z.array(scheduleSpan),
  conflict: id.optional(),
})
export const shippedIndicator = authoredIndicator.extend({ stated, conflict: id.optional() })
export const shippedRelation = authoredRelation.extend({ stated })
export const shippedAdjacency = z.strictObject({
  a: districtCode,
  b: districtCode,
  sharedKm: z.number(),
  alongRiver: z.boolean(),
  river: text.optional(),
})

/** A past release, and every item of today that differs from what it held. */
const shippedChange = z.strictObject({
  kind: z.enum(releasedKinds),
  id: text,
  change: z.enum(releaseChanges),
  /** Where the item that was merged stands now. */
  to: text.optional(),
  parts: z.array(z.enum(releaseParts)).optional(),
  /** The figures, status and years that are different now, as they were; null where there was none. */
  before: z.record(z.string(), z.unknown()).optional(),
})
const shippedRelease = z.strictObject({ date: z.iso.date(), changes: z.array(shippedChange) })

/** The files of `data/v1/`, by their key: every JSON file but features.geojson is `{schema, release, <key>: rows}`. */
export const shippedRows = {
  plans: shippedPlan,
  projects: shippedProject,
  indicators: shippedIndicator,
  tasks: authoredTask,
  relations: shippedRelation,
  conflicts: authoredConflict,
  sources: authoredSource,
  themes: authoredTheme,
  units: authoredUnit,
  aliases: authoredAlias,
  adjacency: shippedAdjacency,
  releases: shippedRelease,
} as const

export type SourceReference = z.infer<typeof sourceReference>
export type Figure = z.infer<typeof figure>
export type Precision = z.infer<typeof precision>
export type AuthoredFeature = z.infer<typeof authoredFeature>
export type AuthoredPlan = z.infer<typeof authoredPlan>
export type AuthoredProject = z.infer<typeof authoredProject>
export type Direction = z.infer<typeof direction>
export type FeatureProperties = z.infer<typeof shippedFeatureProperties>
export type ExtentProperties = z.infer<typeof shippedExtentProperties>
export type Plan = z.infer<typeof shippedPlan>
export type Project = z.infer<typeof shippedProject>
export type Indicator = z.infer<typeof shippedIndicator>
export type Task = z.infer<typeof authoredTask>
export type Relation = z.infer<typeof shippedRelation>
export type Conflict = z.infer<typeof authoredConflict>
export type Source = z.infer<typeof authoredSource>
export type Theme = z.infer<typeof authoredTheme>
export type Unit = z.infer<typeof authoredUnit>
export type Alias = z.infer<typeof authoredAlias>
export type NamedLink = z.infer<typeof authoredLink>
export type Change = z.infer<typeof shippedChange>
export type PastRelease = z.infer<typeof shippedRelease>
export type Adjacency = z.infer<typeof shippedAdjacency>
