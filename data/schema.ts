/**
 * The contract of the record: what an author may write (the `authored…` schemas, in `schema-authored.ts`) and what
 * ships under `data/v1/` (the `shipped…` schemas). Types are inferred from here; the JSON Schemas that stand beside the
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
import { shippedBriefing } from './schema-briefing'
import {
  conflictGrades,
  featureKinds,
  releaseChanges,
  releasedKinds,
  releaseParts,
  subkinds,
  workbookKinds,
} from './schema-ids'
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

/**
 * The version in every shipped file. Version 1 keeps the names and meanings of its fields; fields and members of
 * closed sets may be added.
 */
export const SCHEMA_VERSION = 1

/** How a position is known, and how far it may be off. */
export const precision = z.strictObject({
  method: z.enum(['boundary', 'border', 'drawn', 'point']),
  errorMeters,
  source: text,
  schematic: z.boolean().optional(),
})

/** The properties of a feature in `features.geojson`. */
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
  /** Ids of the plans to show first. */
  highlights: z.array(id).optional(),
  /** What a whole is made of, from the relations of kind `membership`: the member, its direction and where it leads. */
  members: z.array(z.strictObject({ id, direction: direction.optional(), toward: text.optional() })).optional(),
  positioning: z.array(z.strictObject({ text, sources: z.array(sourceReference) })),
  sources: z.array(sourceReference),
  areaKm2: z.number().optional(),
  lengthKm: z.number().optional(),
})

/**
 * The properties of an area in `extents.geojson`: the extent of a feature that `features.geojson` has as a point.
 * `areaKm2` is the area as drawn.
 */
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
/** A plan in `plans.json`. */
export const shippedPlan = authoredPlan.extend({
  sources: z.array(sourceReference).min(1),
  stated,
  conflict: id.optional(),
  /** What the weightiest contradiction about it is about. */
  conflictGrade: z.enum(conflictGrades).optional(),
})
/** A project in `projects.json`. */
export const shippedProject = authoredProject.extend({
  id: text,
  stated,
  /** Where the author gives none, each entry of the schedule as a span of one year. They may overlap. */
  spans: z.array(scheduleSpan),
  conflict: id.optional(),
})
/** An indicator in `indicators.json`. */
export const shippedIndicator = authoredIndicator.extend({ stated, conflict: id.optional() })
/** A relation in `relations.json`. */
export const shippedRelation = authoredRelation.extend({ stated })
/** A pair of districts with a common border, in `adjacency.json`. */
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

/** A row as its author wrote it, for a workbook of the record. */
const shippedAuthored = z.strictObject({
  kind: z.enum(workbookKinds),
  /** The file it stands in, from the root of the project, and the line it begins at. */
  file: text,
  line: z.number().int().positive(),
  /** The id, or the number of a project or an indicator. */
  id: text,
  /** Every field that is written, and no other. */
  row: z.record(z.string(), z.unknown()),
})

/**
 * The schemas of the rows in `data/v1/` by file name: every JSON file but features.geojson and extents.geojson is
 * `{schema, release, <name>: rows}`.
 */
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
  briefings: shippedBriefing,
  authored: shippedAuthored,
} as const

/** A citation. */
export type SourceReference = z.infer<typeof sourceReference>
/** One number of a document. */
export type Figure = z.infer<typeof figure>
/** How a position is known. */
export type Precision = z.infer<typeof precision>
/** A feature as an author writes it. */
export type AuthoredFeature = z.infer<typeof authoredFeature>
/** A plan as an author writes it. */
export type AuthoredPlan = z.infer<typeof authoredPlan>
/** A project as an author writes it. */
export type AuthoredProject = z.infer<typeof authoredProject>
/** A direction as documents name it. */
export type Direction = z.infer<typeof direction>
/** The properties of a shipped feature. */
export type FeatureProperties = z.infer<typeof shippedFeatureProperties>
/** The properties of a shipped extent. */
export type ExtentProperties = z.infer<typeof shippedExtentProperties>
/** A shipped plan. */
export type Plan = z.infer<typeof shippedPlan>
/** A shipped project. */
export type Project = z.infer<typeof shippedProject>
/** A shipped indicator. */
export type Indicator = z.infer<typeof shippedIndicator>
/** A task of 指标统计任务. */
export type Task = z.infer<typeof authoredTask>
/** A shipped relation. */
export type Relation = z.infer<typeof shippedRelation>
/** A contradiction between documents. */
export type Conflict = z.infer<typeof authoredConflict>
/** A document that rows cite. */
export type Source = z.infer<typeof authoredSource>
/** The names of a theme. */
export type Theme = z.infer<typeof authoredTheme>
/** A unit with its English name. */
export type Unit = z.infer<typeof authoredUnit>
/** An id that is no longer used. */
export type Alias = z.infer<typeof authoredAlias>
/** A named link. */
export type NamedLink = z.infer<typeof authoredLink>
/** An item that differs from a past release. */
export type Change = z.infer<typeof shippedChange>
/** A row as its author wrote it. */
export type AuthoredItem = z.infer<typeof shippedAuthored>
/** A past release with every item that differs today. */
export type PastRelease = z.infer<typeof shippedRelease>
/** A pair of districts with a common border. */
export type Adjacency = z.infer<typeof shippedAdjacency>
