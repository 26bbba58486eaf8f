/** The record as the application holds it: the shipped files with indexes. */
import type { Feature, Geometry, MultiPolygon, Polygon } from 'geojson'
import type { DistrictLabelRoom } from '../../data/label-room'
import type {
  Adjacency,
  Alias,
  Conflict,
  ExtentProperties,
  FeatureProperties,
  Indicator,
  Plan,
  Project,
  Relation,
  Source,
  Task,
  Theme,
  ThemeId,
  Unit,
} from '../../data/schema'
import type { PageRegion } from '../../data/schema-region'
import { addToGroup } from '../../geo/base/groups'

/** A feature of the record; unplaced ones have a null geometry. WGS 84 longitude, latitude in degrees. */
export type RecordFeature = Feature<Geometry | null, FeatureProperties>

/** The area of a zone, platform or park of which the record has a position only. */
export type RecordExtent = Feature<Polygon | MultiPolygon, ExtentProperties>

/** The files the first view needs. */
export interface CoreFiles {
  release: string
  features: RecordFeature[]
  plans: Plan[]
  themes: Theme[]
  sources: Source[]
  units: Unit[]
  adjacency: Adjacency[]
  extents: RecordExtent[]
  aliases: Alias[]
  /** Short names of districts that may have no feature: Chinese, English. */
  districtNames: { readonly [code: string]: readonly [chinese: string, english: string] }
  /** Where the names of the central districts have room, in the order of the region. */
  districtLabels: readonly DistrictLabelRoom[]
}

/** The files fetched when a panel first needs them. */
export interface DetailFiles {
  projects: Project[]
  indicators: Indicator[]
  tasks: Task[]
  relations: Relation[]
  conflicts: Conflict[]
  /** Pairs of a traditional character and the record's own. */
  traditional?: string
}

/** The whole record with its indexes. */
export interface PlanRecord extends CoreFiles {
  featureById: ReadonlyMap<string, RecordFeature>
  extentById: ReadonlyMap<string, RecordExtent>
  sourceById: ReadonlyMap<string, Source>
  themeById: ReadonlyMap<ThemeId, Theme>
  planById: ReadonlyMap<string, Plan>
  plansByFeature: ReadonlyMap<string, readonly Plan[]>
  /** Empty until the details have arrived; `withProjects` fills it. */
  projectsByFeature: ReadonlyMap<string, readonly Project[]>
  aliasById: ReadonlyMap<string, Alias>
  /** The city the record is of. */
  region: PageRegion
  /** The central districts, in the order of the region. */
  centralDistricts: readonly RecordFeature[]
}

/** Returns the record of the shipped files. Throws if a central district has no feature. */
export function indexRecord(files: CoreFiles, region: PageRegion): PlanRecord {
  const featureById = new Map(files.features.map((feature) => [feature.properties.id, feature]))
  const centralDistricts = region.centralDistricts.map((code) => {
    const district = featureById.get(code)
    if (!district) throw new Error(`the record lacks the central district ${code}`)
    return district
  })
  return {
    ...files,
    region,
    featureById,
    extentById: new Map(files.extents.map((extent) => [extent.properties.id, extent])),
    plansByFeature: byFeature(files.plans),
    projectsByFeature: new Map(),
    centralDistricts,
    sourceById: new Map(files.sources.map((source) => [source.id, source])),
    themeById: new Map(files.themes.map((theme) => [theme.id, theme])),
    planById: new Map(files.plans.map((plan) => [plan.id, plan])),
    aliasById: new Map(files.aliases.map((alias) => [alias.from, alias])),
  }
}

/** Returns the record with its projects indexed, so that filters on money and departments apply to features. */
export const withProjects = (record: PlanRecord, projects: readonly Project[]): PlanRecord => ({
  ...record,
  projectsByFeature: byFeature(projects),
})

function byFeature<T extends { features: readonly string[] }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) for (const id of row.features) addToGroup(found, id, row)
  return found
}
