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
}

/** What is fetched when a panel first asks for it. */
export interface DetailFiles {
  projects: Project[]
  indicators: Indicator[]
  tasks: Task[]
  relations: Relation[]
  conflicts: Conflict[]
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
  /** The nine central districts, in the order of their codes. */
  centralDistricts: readonly RecordFeature[]
}

export const centralDistrictCodes = [
  '500103',
  '500104',
  '500105',
  '500106',
  '500107',
  '500108',
  '500109',
  '500112',
  '500113',
] as const

/** The one district whose projects and indicators the record holds. */
export const indicatorDistrict = '500112'

export function indexRecord(files: CoreFiles): PlanRecord {
  const featureById = new Map(files.features.map((feature) => [feature.properties.id, feature]))
  const centralDistricts = centralDistrictCodes.map((code) => {
    const district = featureById.get(code)
    if (!district) throw new Error(`the record lacks the central district ${code}`)
    return district
  })
  return {
    ...files,
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
