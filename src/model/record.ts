/** The record as the application holds it: the shipped files, indexed for the questions it is asked. */
import type { Feature, Geometry } from 'geojson'
import type {
  Adjacency,
  Alias,
  Conflict,
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

export type RecordFeature = Feature<Geometry | null, FeatureProperties>

/** What the first view needs. */
export interface CoreFiles {
  release: string
  features: RecordFeature[]
  plans: Plan[]
  themes: Theme[]
  sources: Source[]
  units: Unit[]
  adjacency: Adjacency[]
  aliases: Alias[]
  /** Short names of districts that may have no feature: Chinese, English. */
  districtNames: { readonly [code: string]: readonly [chinese: string, english: string] }
}

/** What is fetched when a panel first asks for it. */
export interface DetailFiles {
  projects: Project[]
  indicators: Indicator[]
  tasks: Task[]
  relations: Relation[]
  conflicts: Conflict[]
  /** Pairs of a traditional character and the record's own. */
  traditional?: string
}

export interface PlanRecord extends CoreFiles {
  featureById: ReadonlyMap<string, RecordFeature>
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

/** The shipped files indexed for the questions they are asked. Throws where a central district has no feature. */
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
    plansByFeature: byFeature(files.plans),
    projectsByFeature: new Map(),
    centralDistricts,
    sourceById: new Map(files.sources.map((source) => [source.id, source])),
    themeById: new Map(files.themes.map((theme) => [theme.id, theme])),
    planById: new Map(files.plans.map((plan) => [plan.id, plan])),
    aliasById: new Map(files.aliases.map((alias) => [alias.from, alias])),
  }
}

/** The same record with its projects, so that filters on money and departments reach the features. */
export const withProjects = (record: PlanRecord, projects: readonly Project[]): PlanRecord => ({
  ...record,
  projectsByFeature: byFeature(projects),
})

function byFeature<T extends { features: readonly string[] }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    for (const id of row.features) {
      const known = found.get(id)
      if (known) known.push(row)
      else found.set(id, [row])
    }
  }
  return found
}
