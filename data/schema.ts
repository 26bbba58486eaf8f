/**
 * The contract of the record: what an author may write (the `authored…` schemas) and what ships under
 * `data/v1/` (the `shipped…` schemas). Types are inferred from here; the JSON Schemas that stand beside the
 * shipped files are written from here; nothing else describes the data.
 *
 * Positions are WGS 84 longitude, latitude in degrees. Money in projects is 万元 (10,000 yuan).
 */
import { z } from 'zod'
import {
  boardIds,
  featureKinds,
  idPattern,
  relationKinds,
  releaseChanges,
  releasedKinds,
  statuses,
  subkinds,
  themeIds,
} from './schema-ids'

export * from './schema-ids'

export const SCHEMA_VERSION = 1

const id = z.string().regex(idPattern, 'id must be 2–16 of a–z and 0–9')
const districtCode = z.string().regex(/^500\d{3}$/, 'district must be a six-digit code 500xxx')
const text = z.string().trim().min(1)
const year = z.number().int().min(1900).max(2060)
const theme = z.enum(themeIds)
const status = z.enum(statuses)

/** Where something is written: the document, the heading in it, and the row where the heading is a table. */
export const sourceReference = z.strictObject({ id, section: text, item: text.optional() })

/**
 * One number stated by a document. `value` is a string only where the document's own value is not a number
 * (`5A`, `1/3`). `approx` keeps the document's own vagueness: 余 近 多 超 约 以上 以内.
 */
export const figure = z.strictObject({
  value: z.union([z.number(), text]),
  unit: z.string(),
  what: text,
  year: year.optional(),
  approx: text.optional(),
})

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90, '纬度不会超过 90，经纬度写反了：应先经度后纬度')
const errorMeters = z.number().positive()

/** A position an author states: a point, or a shape drawn in `geo/shapes/<shape>.geojson` under the same id. */
export const authoredPosition = z.union([
  z.strictObject({ at: z.tuple([longitude, latitude]), errorMeters, basis: text }),
  z.strictObject({
    shape: z.string().regex(/^[a-z0-9-]+$/),
    errorMeters,
    basis: text,
    /** The course is not known: drawn as 示意 and looks it. */
    schematic: z.boolean().optional(),
  }),
])

export const authoredFeature = z.strictObject({
  id,
  name: text,
  nameEn: text,
  /** Only where the reading the build finds would be wrong. */
  pinyin: text.optional(),
  kind: z.enum(featureKinds),
  subkind: z.enum(subkinds).optional(),
  aliases: z.array(text).default([]),
  districts: z.array(districtCode).default([]),
  /** Features of kind zone this one lies in or is claimed by (两江新区 …). */
  zones: z.array(id).default([]),
  board: z.enum(boardIds).optional(),
  themes: z.array(theme).default([]),
  status: status.optional(),
  position: authoredPosition.optional(),
  /** Allowed to lie outside 105–111 E, 28–33 N (partner cities, sea ports). */
  beyondRegion: z.boolean().optional(),
  /** Where a large label may stand; a matter of layout, not a position. */
  labelAt: z.tuple([longitude, latitude]).optional(),
  /** 定位, each a phrase with its source. */
  positioning: z.array(z.strictObject({ text, sources: z.array(sourceReference).min(1) })).default([]),
  summary: text.optional(),
  /** Why nothing or little is known, e.g. a district without an article of its own. */
  note: text.optional(),
  sources: z.array(sourceReference).min(1),
})

export const authoredPlan = z.strictObject({
  id,
  features: z.array(id).min(1),
  theme,
  text,
  figures: z.array(figure).default([]),
  status,
  from: year.optional(),
  to: year.optional(),
  /** Offices responsible, as the document names them. */
  bodies: z.array(text).default([]),
  sources: z.array(sourceReference).min(1),
})

export const authoredRelation = z.strictObject({
  id,
  kind: z.enum(relationKinds),
  from: id,
  to: z.array(id).default([]),
  text,
  /** Fields agreed on, and how many items, where a cooperation states them. */
  fields: z.array(text).default([]),
  figures: z.array(figure).default([]),
  direction: z.enum(['东', '西', '南', '北', '中', '东北', '西南', '东南', '西北']).optional(),
  date: z.coerce
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  /** Whether the claim can be checked against the geometry. */
  checkable: z.boolean().default(false),
  sources: z.array(sourceReference).min(1),
})

/** Two or more documents, tables or passages that do not agree, side by side. */
export const authoredConflict = z.strictObject({
  id,
  title: text,
  sentence: text,
  values: z.array(z.strictObject({ text, source: sourceReference })).min(2),
  features: z.array(id).default([]),
  plans: z.array(id).default([]),
  /** Numbers of projects (with `sub` as `49b`) and indicators. */
  projects: z.array(text).default([]),
  indicators: z.array(z.number().int()).default([]),
})

const years = z.enum(['2020', '2021', '2022', '2023', '2024', '2025'])
const indicatorOperators = ['=', '>', '>=', '<', '<='] as const
const target = z.strictObject({
  text,
  value: z.number().optional(),
  op: z.enum(indicatorOperators).optional(),
})

export const authoredIndicator = z.strictObject({
  no: z.number().int().positive(),
  name: text,
  group: text,
  task: text,
  unit: z.string(),
  requirement: text,
  baseline: z.strictObject({ year: z.literal(2019), text, value: z.number().optional() }),
  targets: z.partialRecord(years, target),
  note: text.optional(),
  sources: z.array(sourceReference).min(1),
})

export const authoredProject = z.strictObject({
  no: z.number().int().positive(),
  sub: z.enum(['a', 'b', 'c']).optional(),
  category: text,
  programme: text,
  name: text,
  text,
  /** 万元; absent where the cell is empty. */
  investmentWan: z.number().nonnegative().optional(),
  schedule: z.partialRecord(years, text),
  /** A merged or empty table cell leaves the years it covers open. */
  scheduleNote: text.optional(),
  lead: z.array(text).min(1),
  partners: z.array(text).default([]),
  features: z.array(id).default([]),
  sources: z.array(sourceReference).min(1),
})

/** 指标统计任务: what has to be counted, by whom. */
export const authoredTask = z.strictObject({
  id,
  name: text,
  text,
  schedule: text,
  lead: z.array(text).min(1),
  partners: z.array(text).default([]),
  sources: z.array(sourceReference).min(1),
})

export const authoredSource = z.strictObject({
  id,
  title: text,
  titleEn: text,
  /** Document and date in a few characters, for a line of citations. */
  short: text.max(14),
  shortEn: text.max(36),
  kind: z.enum(['newspaper', 'plan', 'dataset']),
  publisher: text,
  /** When it was stated: a reader must never take a 2020 target for a 2022 result. */
  date: z.coerce.string().regex(/^\d{4}(-\d{2})?$/),
  dateNote: text.optional(),
  sections: z.array(text).default([]),
  licence: text.optional(),
  limits: text.optional(),
})

export const authoredTheme = z.strictObject({ id: theme, name: text, nameEn: text, icon: text, description: text })
export const authoredUnit = z.strictObject({ unit: z.string(), nameEn: text })
/** A named link: `/s/<slug>/` opens this view for ever. `view` is the value of `m` as 复制链接 gives it. */
export const authoredLink = z.strictObject({
  slug: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug must be a–z, 0–9 and single hyphens'),
  title: text,
  description: text,
  /** The owner's own remark on what the view is for. */
  note: text.optional(),
  date: z.coerce.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  view: z.string().regex(/^\d+~[A-Za-z0-9\-._~]+$/, 'view must be the value of m in a link'),
})
export const authoredAlias = z.strictObject({ from: id, to: id.optional(), reason: text })

// ---------------------------------------------------------------------------------------------- what ships

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
  pinyin: text,
  aliases: z.array(text),
  districts: z.array(districtCode),
  zones: z.array(id),
  board: z.enum(boardIds).optional(),
  themes: z.array(theme),
  status: status.optional(),
  /** How many plans name this feature. */
  plans: z.number().int(),
  precision: precision.optional(),
  labelAt: z.tuple([longitude, latitude]).optional(),
  summary: z.string(),
  note: text.optional(),
  positioning: z.array(z.strictObject({ text, sources: z.array(sourceReference) })),
  sources: z.array(sourceReference),
  areaKm2: z.number().optional(),
  lengthKm: z.number().optional(),
})

/** `stated` is the date of the newest document the row rests on, `YYYY` or `YYYY-MM`. */
const stated = z.string()
export const shippedPlan = authoredPlan.extend({ stated, conflict: id.optional() })
export const shippedProject = authoredProject.extend({ id: text, stated, conflict: id.optional() })
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
const shippedChange = z.strictObject({ kind: z.enum(releasedKinds), id: text, change: z.enum(releaseChanges) })
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
export type FeatureProperties = z.infer<typeof shippedFeatureProperties>
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
