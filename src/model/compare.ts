/** Two or three districts side by side, with what differs first. Pure. */
import type { Figure, Plan, Theme } from '../../data/schema'
import { neighboursOf } from './detail'
import { projectIsVisible, type RowFilter } from './filters/visible'
import { type DistrictNumbers, type DistrictPlans, districtPlans, numbersOf } from './plans/district-plans'
import type { DetailFiles, PlanRecord, RecordFeature } from './record'

/** The figures at the head of a comparison. */
export type HeadlineKey =
  | 'area'
  | 'plans'
  | 'plansWithin'
  | 'plansShared'
  | 'projects'
  | 'investment'
  | 'features'
  | 'corridors'
  | 'neighbours'

/** One headline figure of all compared districts. */
export interface HeadlineRow {
  key: HeadlineKey
  /** One a district; undefined where the record does not say. */
  values: readonly (number | undefined)[]
}

/** The plans of all compared districts under one theme. */
export interface ThemeRow {
  theme: Theme
  /** Those that name the district, then those about what lies in it alone. */
  plans: readonly (readonly Plan[])[]
  numbers: readonly DistrictNumbers[]
  /** The theme's share of each district's plans, 0…1: districts with many plans stay comparable. */
  shares: readonly number[]
}

/** The figures that the compared districts state under one name and unit, in the order of the districts. */
export interface FigureRow {
  what: string
  unit: string
  figures: readonly (readonly Figure[])[]
}

/** A corridor or neighbour that at least one of the compared districts has. */
export interface SharedRow {
  feature: RecordFeature
  /** For each district whether it has it; for neighbours the shared border in kilometres. */
  has: readonly (number | boolean)[]
}

/** Everything a comparison shows; each list starts with what differs most. */
export interface Comparison {
  districts: readonly RecordFeature[]
  headlines: readonly HeadlineRow[]
  themes: readonly ThemeRow[]
  /** Figures stated under the same name and unit for at least two of the districts. */
  figures: readonly FigureRow[]
  corridors: readonly SharedRow[]
  neighbours: readonly SharedRow[]
  /** Pairs of the compared districts that adjoin each other. */
  borders: readonly { a: RecordFeature; b: RecordFeature; sharedKm: number; river?: string }[]
}

/** The largest number of districts in one comparison. */
export const mostCompared = 3

/** Returns the comparison of the first `mostCompared` known ids; unknown ids are left out. */
export function compareDistricts(
  record: PlanRecord,
  details: DetailFiles | undefined,
  ids: readonly string[],
  filter: RowFilter,
): Comparison {
  const districts = ids.flatMap((id) => record.featureById.get(id) ?? []).slice(0, mostCompared)
  const plansOf = districts.map(({ properties }) => districtPlans(record, filter, properties.id))
  const corridors = sharedCorridors(record, districts)
  const neighbours = sharedNeighbours(record, districts)
  return {
    districts,
    headlines: headlineRows(record, details, districts, plansOf, filter).sort(byDifference),
    themes: themeRows(record, plansOf),
    figures: figureRows(plansOf.map(({ own }) => own)),
    corridors,
    neighbours,
    borders: bordersBetween(record, districts),
  }
}

function headlineRows(
  record: PlanRecord,
  details: DetailFiles | undefined,
  districts: readonly RecordFeature[],
  plansOf: readonly DistrictPlans[],
  filter: RowFilter,
): HeadlineRow[] {
  const projectsOf = districts.map(({ properties }) =>
    details?.projects.filter(
      (project) => project.features.includes(properties.id) && projectIsVisible(project, filter, record),
    ),
  )
  const inside = (id: string, corridors: boolean) =>
    record.features.filter(
      ({ properties }) =>
        properties.id !== id && properties.districts.includes(id) && (!corridors || properties.kind === 'corridor'),
    ).length
  const row = (key: HeadlineKey, value: (id: string, at: number) => number | undefined): HeadlineRow => ({
    key,
    values: districts.map(({ properties }, at) => value(properties.id, at)),
  })
  return [
    row('area', (_, at) => districts[at]?.properties.areaKm2),
    row('plans', (_, at) => plansOf[at]?.own.length),
    row('plansWithin', (_, at) => plansOf[at]?.within.length),
    row('plansShared', (_, at) => plansOf[at]?.shared.length),
    row('projects', (_, at) => projectsOf[at]?.length),
    row('investment', (_, at) => projectsOf[at]?.reduce((sum, { investmentWan = 0 }) => sum + investmentWan, 0)),
    row('features', (id) => inside(id, false)),
    row('corridors', (id) => inside(id, true)),
    row('neighbours', (id) => neighboursOf(record, id).length),
  ]
}

/**
 * Returns how much the values of a row differ: 0 if all are the same, 1 if one is 0 and another is not. Undefined
 * counts as 0.
 */
export function difference(values: readonly (number | undefined)[]): number {
  const known = values.map((value) => value ?? 0)
  const most = Math.max(...known)
  return most === 0 ? 0 : (most - Math.min(...known)) / most
}

const byDifference = (a: HeadlineRow, b: HeadlineRow) => difference(b.values) - difference(a.values)

function themeRows(record: PlanRecord, plansOf: readonly DistrictPlans[]): ThemeRow[] {
  const spread = (shares: readonly number[]) => Math.max(...shares) - Math.min(...shares)
  return record.themes
    .map((theme) => {
      const under = (rows: readonly Plan[]) => rows.filter((plan) => plan.theme === theme.id)
      const parts = plansOf.map(({ own, within, shared }) => ({
        own: under(own),
        within: under(within),
        shared: under(shared),
      }))
      const plans = parts.map(({ own, within }) => [...own, ...within])
      const all = plansOf.map(({ own, within }) => own.length + within.length)
      const shares = plans.map((some, at) => some.length / Math.max(1, all[at] ?? 0))
      return { theme, plans, numbers: parts.map(numbersOf), shares }
    })
    .filter(({ numbers }) => numbers.some(({ own, within, shared }) => own + within + shared > 0))
    .sort((a, b) => spread(b.shares) - spread(a.shares))
}

function figureRows(plansOf: readonly (readonly Plan[])[]): FigureRow[] {
  const rows = new Map<string, { what: string; unit: string; figures: Figure[][] }>()
  for (const [at, plans] of plansOf.entries())
    for (const figure of plans.flatMap(({ figures }) => figures)) {
      const key = `${figure.what}|${figure.unit}`
      const row = rows.get(key) ?? { what: figure.what, unit: figure.unit, figures: plansOf.map(() => []) }
      row.figures[at]?.push(figure)
      rows.set(key, row)
    }
  const values = ({ figures }: FigureRow) => new Set(figures.map((some) => some.map(({ value }) => value).join()))
  return [...rows.values()]
    .filter(({ figures }) => figures.filter((some) => some.length > 0).length > 1)
    .sort((a, b) => values(b).size - values(a).size)
}

function sharedCorridors(record: PlanRecord, districts: readonly RecordFeature[]): SharedRow[] {
  return record.features
    .filter(({ properties }) => properties.kind === 'corridor')
    .map((feature) => ({
      feature,
      has: districts.map(({ properties }) => feature.properties.districts.includes(properties.id)),
    }))
    .filter(({ has }) => has.some(Boolean))
    .sort(differingFirst)
}

function sharedNeighbours(record: PlanRecord, districts: readonly RecordFeature[]): SharedRow[] {
  const compared = new Set(districts.map(({ properties }) => properties.id))
  const rows = new Map<string, { feature: RecordFeature; has: (number | boolean)[] }>()
  for (const [at, { properties }] of districts.entries())
    for (const { feature, sharedKm } of neighboursOf(record, properties.id)) {
      if (compared.has(feature.properties.id)) continue
      const row = rows.get(feature.properties.id) ?? { feature, has: districts.map((): number | boolean => false) }
      row.has[at] = sharedKm
      rows.set(feature.properties.id, row)
    }
  return [...rows.values()].sort(differingFirst)
}

/** What only one has, then what some have, then what all have; within that by whose it is. */
function differingFirst(a: SharedRow, b: SharedRow): number {
  const owners = ({ has }: SharedRow) => has.filter((each) => each !== false).length
  const first = ({ has }: SharedRow) => has.findIndex((each) => each !== false)
  return owners(a) - owners(b) || first(a) - first(b)
}

function bordersBetween(record: PlanRecord, districts: readonly RecordFeature[]): Comparison['borders'] {
  return districts.flatMap((a, at) =>
    districts.slice(at + 1).flatMap((b) => {
      const found = neighboursOf(record, a.properties.id).find(
        ({ feature }) => feature.properties.id === b.properties.id,
      )
      return found ? [{ a, b, sharedKm: found.sharedKm, river: found.alongRiver ? found.river : undefined }] : []
    }),
  )
}
