/** The schemas of authored rows, one for each kind. */
import { z } from 'zod'
import {
  conflictGrades,
  consistencyChecks,
  featureKinds,
  relationKinds,
  subkinds,
  unspecificReasons,
} from './schema-ids'
import {
  direction,
  districtCode,
  errorMeters,
  figure,
  id,
  latitude,
  longitude,
  planReference,
  sourceReference,
  status,
  text,
  theme,
  year,
  yearKey,
} from './schema-parts'

/**
 * A position: a point, or a shape drawn in `geo/shapes/<shape>.geojson` under the feature's id. WGS 84 longitude,
 * latitude in degrees.
 */
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

/** How an area is cut from shapes of the record, by their ids and by codes of districts. */
const extentCut = z.union([
  /** The land between the feet of two ridges, inside districts. */
  z.strictObject({ between: z.tuple([id, id]), within: z.array(districtCode).min(1) }),
  /** Rivers and the land up to so many metres from their banks, inside districts. */
  z.strictObject({ along: z.array(id).min(1), meters: z.number().positive(), within: z.array(districtCode).min(1) }),
  /** Whole districts. */
  z.strictObject({ union: z.array(districtCode).min(1) }),
])

/**
 * The area of a zone, platform or park whose document gives bounds (`derived`: cut from what the map holds, `rule` says
 * how) or an area only (`stated-area`: a disc of that area at the feature's place). The sources are the passages that
 * give them.
 */
const authoredExtent = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('derived'),
    rule: text,
    cut: extentCut,
    errorMeters,
    /** The area a document or office states, to compare with. */
    km2: z.number().positive().optional(),
    sources: z.array(sourceReference).min(1),
  }),
  z.strictObject({
    method: z.literal('stated-area'),
    /** What the document says of the area, where it is not the plain figure. */
    rule: text.optional(),
    km2: z.number().positive(),
    sources: z.array(sourceReference).min(1),
  }),
])

/** A feature: a district, zone, corridor, place or the like. */
export const authoredFeature = z.strictObject({
  id,
  name: text,
  nameEn: text,
  /** No document gives an English name, and this one may not be the name its owner uses. */
  nameEnGuess: z.literal(true).optional(),
  /** Only where the reading the build finds would be wrong. */
  pinyin: text.optional(),
  kind: z.enum(featureKinds),
  subkind: z.enum(subkinds).optional(),
  aliases: z.array(text).default([]),
  districts: z.array(districtCode).default([]),
  /** Features of kind zone this one lies in or is claimed by (两江新区 …). */
  zones: z.array(id).default([]),
  board: id.optional(),
  themes: z.array(theme).default([]),
  status: status.optional(),
  position: authoredPosition.optional(),
  extent: authoredExtent.optional(),
  /** Allowed to lie outside the region's bounds (partner cities, sea ports). */
  beyondRegion: z.boolean().optional(),
  /** Where a large label may stand; a matter of layout, not a position. */
  labelAt: z.tuple([longitude, latitude]).optional(),
  /** 定位, each a phrase with its source. */
  positioning: z.array(z.strictObject({ text, sources: z.array(sourceReference).min(1) })).default([]),
  summary: text.optional(),
  /** Why nothing or little is known, e.g. a district without an article of its own. */
  note: text.optional(),
  /** 要点: the plans to show first, weightiest first. */
  highlights: z.array(id).min(1).max(5).optional(),
  sources: z.array(sourceReference).min(1),
})

/** A plan: one statement about features, with its status, years, figures and sources. */
export const authoredPlan = z.strictObject({
  id,
  features: z.array(id).min(1),
  theme,
  text,
  figures: z.array(figure).default([]),
  status,
  from: year.optional(),
  to: year.optional(),
  /** Only where the documents leave the row without figure, year and place of its own. */
  unspecific: z.enum(unspecificReasons).optional(),
  /** Offices responsible, as the document names them. */
  bodies: z.array(text).default([]),
  sources: z.array(planReference).min(1),
})

/** A relation: one statement that links a feature with others. */
export const authoredRelation = z.strictObject({
  id,
  kind: z.enum(relationKinds),
  from: id,
  to: z.array(id).default([]),
  text,
  /** Fields agreed on, and how many items, where a cooperation states them. */
  fields: z.array(text).default([]),
  figures: z.array(figure).default([]),
  direction: direction.optional(),
  /**
   * Where a member of a network leads: as the document says, or as the line's own name does, which `text` then says.
   */
  toward: text.optional(),
  date: z.coerce
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  /** Whether the claim can be checked against the geometry. */
  checkable: z.boolean().default(false),
  sources: z.array(sourceReference).min(1),
})

/** A contradiction: two or more documents, tables or passages that disagree. */
export const authoredConflict = z.strictObject({
  id,
  title: text,
  sentence: text,
  grade: z.enum(conflictGrades).optional(),
  values: z.array(z.strictObject({ text, source: sourceReference })).min(2),
  features: z.array(id).default([]),
  plans: z.array(id).default([]),
  /** Numbers of projects (with `sub` as `49b`) and indicators. */
  projects: z.array(text).default([]),
  indicators: z.array(z.number().int()).default([]),
})

const indicatorOperators = ['=', '>', '>=', '<', '<='] as const
const target = z.strictObject({
  text,
  value: z.number().optional(),
  op: z.enum(indicatorOperators).optional(),
})

/** An indicator with its baseline and targets. */
export const authoredIndicator = z.strictObject({
  no: z.number().int().positive(),
  name: text,
  group: text,
  task: text,
  unit: z.string(),
  requirement: text,
  baseline: z.strictObject({ year, text, value: z.number().optional() }),
  targets: z.record(yearKey, target),
  note: text.optional(),
  sources: z.array(sourceReference).min(1),
})

/** A cell of a project's schedule with the years it covers, inclusive. */
export const scheduleSpan = z
  .strictObject({ from: year, to: year, text })
  .refine(({ from, to }) => from <= to, 'from must not be after to')

/** A project of the project list. */
export const authoredProject = z.strictObject({
  no: z.number().int().positive(),
  sub: z.enum(['a', 'b', 'c']).optional(),
  category: text,
  programme: text,
  name: text,
  text,
  /** 万元; absent where the cell is empty. */
  investmentWan: z.number().nonnegative().optional(),
  schedule: z.record(yearKey, text),
  /** The same schedule by the cells of the table, each with the years it covers, inclusive. */
  spans: z.array(scheduleSpan).optional(),
  /** A merged or empty table cell leaves the years it covers open. */
  scheduleNote: text.optional(),
  lead: z.array(text).min(1),
  partners: z.array(text).default([]),
  features: z.array(id).default([]),
  sources: z.array(sourceReference).min(1),
})

/** A task of 指标统计任务: what has to be counted, and by whom. */
export const authoredTask = z.strictObject({
  id,
  name: text,
  text,
  schedule: text,
  lead: z.array(text).min(1),
  partners: z.array(text).default([]),
  sources: z.array(sourceReference).min(1),
})

/** A document that rows cite. */
export const authoredSource = z.strictObject({
  id,
  title: text,
  titleEn: text,
  /** Document and date in a few characters, for a line of citations. */
  short: text.max(14),
  shortEn: text.max(36),
  kind: z.enum(['newspaper', 'plan', 'dataset']),
  publisher: text,
  /** When it was stated, so that a target of 2020 is never taken for a result of 2022. */
  date: z.coerce.string().regex(/^\d{4}(-\d{2})?$/),
  dateNote: text.optional(),
  /** How the headings begin of chapters that report what has been done: what goes on there has begun, whatever its verb. */
  reports: z.array(text).optional(),
  sections: z.array(text).default([]),
  licence: text.optional(),
  limits: text.optional(),
})

/** The names of a theme. */
export const authoredTheme = z.strictObject({ id: theme, name: text, nameEn: text, icon: text, description: text })
/** A unit of figures with its English name. */
export const authoredUnit = z.strictObject({ unit: z.string(), nameEn: text })
/** A named link: `/s/<slug>/` opens this view for ever. `view` is the value of `m` as 复制链接 copies it. */
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
/**
 * Where an id that is gone leads: a feature, plan or relation by its id, `project:49b` or `indicator:3` by its number.
 */
const aliasTarget = z
  .string()
  .regex(/^([a-z0-9]{2,16}|project:\d+[a-c]?|indicator:\d+)$/, 'not an id, project:n or indicator:n')
/** A row that a consistency check is wrong about, with the reason. */
export const authoredException = z.strictObject({ id, check: z.enum(consistencyChecks), reason: text })
/** An id that is no longer used, with its successor if it has one. */
export const authoredAlias = z.strictObject({ from: id, to: aliasTarget.optional(), reason: text })
