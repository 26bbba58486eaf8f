/** What the cells of the workbook call things, and what they mean by it. Pure. */
import type { AuthoredItem, Source, Theme } from '../../../data/schema'
import { featureKinds, statuses, subkinds, unspecificReasons } from '../../../data/schema-ids'
import { message } from '../messages'
import type { Language } from '../messages/text'
import { workbookMessage } from '../messages/workbook'
import { columnMessage } from '../messages/workbook-columns'
import type { ChoiceSet, WorkbookKind } from './columns'

/** What a workbook is made of, and what one that comes back is compared with. */
export interface WorkbookRecord {
  /** `YYYY-MM-DD`. */
  release: string
  items: readonly AuthoredItem[]
  sources: readonly Source[]
  themes: readonly Theme[]
  units: readonly string[]
  /** The short names of districts without a row of their own, by code. */
  districtNames: { readonly [code: string]: readonly [chinese: string, english: string] }
  /** The years of the schedule. */
  years: readonly number[]
  /** The year that indicators are compared with. */
  baseline: number
  /** West, south, east, north of what the map is of, WGS 84. */
  bounds: readonly [number, number, number, number]
  /** An example of a position. */
  middle: readonly [number, number]
  city: string
}

/** The words of a workbook in a language. */
export interface Names {
  language: Language
  /** The labels of a closed set by value, in its order. */
  choices: (set: ChoiceSet) => ReadonlyMap<string, string>
  featureName: (id: string) => string
  /** The feature of a name, another name or an id. */
  featureOf: (text: string) => string | undefined
  districtName: (code: string) => string
  districtOf: (text: string) => string | undefined
  isPlan: (id: string) => boolean
  sourceName: (id: string) => string
  sourceOf: (text: string) => string | undefined
  hasSection: (source: string, section: string) => boolean
  isUnit: (unit: string) => boolean
}

/**
 * Returns the words for a record; `others` are names beside those of its rows, such as those of new rows or of an older
 * release, with what they mean.
 */
export function namesOf(
  record: WorkbookRecord,
  language: Language,
  others: Iterable<readonly [name: string, id: string]> = [],
): Names {
  const features = record.items.filter(({ kind }) => kind === 'features')
  const nameById = new Map(features.map(({ id, row }) => [id, String(row.name)]))
  const idByName = featureIds(features, others)
  const plans = new Set(record.items.flatMap(({ kind, id }) => (kind === 'plans' ? [id] : [])))
  const sourceNames = sourceLabels(record.sources)
  const sourceIds = new Map([
    ...record.sources.map(({ id }): [string, string] => [id, id]),
    ...record.sources.map(({ id, title }): [string, string] => [title, id]),
    ...[...sourceNames].map(([id, name]): [string, string] => [name, id]),
  ])
  const sections = new Map(record.sources.map(({ id, sections: own }) => [id, new Set(own)]))
  const units = new Set(record.units)
  const labels = choiceLabels(record, language)
  const districtName = (code: string) => nameById.get(code) ?? record.districtNames[code]?.[0] ?? code
  const districtIds = new Map(Object.entries(record.districtNames).map(([code, [name]]) => [name, code]))
  return {
    language,
    choices: (set) => labels[set],
    featureName: (id) => nameById.get(id) ?? id,
    featureOf: (text) => (nameById.has(text) ? text : idByName.get(text)),
    districtName,
    districtOf: (text) => {
      if (text in record.districtNames || (isDistrictId(text) && nameById.has(text))) return text
      const found = districtIds.get(text) ?? idByName.get(text)
      return found !== undefined && isDistrictId(found) ? found : undefined
    },
    isPlan: (id) => plans.has(id),
    sourceName: (id) => sourceNames.get(id) ?? id,
    sourceOf: (text) => sourceIds.get(text),
    hasSection: (source, section) => sections.get(source)?.has(section) ?? false,
    isUnit: (unit) => units.has(unit),
  }
}

const isDistrictId = (id: string) => /^\d{6}$/.test(id)

/** A feature's own name comes before another's other name. */
function featureIds(features: readonly AuthoredItem[], others: Iterable<readonly [string, string]>) {
  const aliases = features.flatMap(({ id, row }) =>
    (Array.isArray(row.aliases) ? row.aliases : []).map((name): [string, string] => [String(name), id]),
  )
  return new Map([...others, ...aliases, ...features.map(({ id, row }): [string, string] => [String(row.name), id])])
}

/** The short title, or the id where two documents share one. */
function sourceLabels(sources: readonly Source[]): Map<string, string> {
  const counts = new Map<string, number>()
  for (const { short } of sources) counts.set(short, (counts.get(short) ?? 0) + 1)
  return new Map(sources.map(({ id, short }) => [id, counts.get(short) === 1 ? short : id]))
}

function choiceLabels(
  { themes, units }: WorkbookRecord,
  language: Language,
): Record<ChoiceSet, ReadonlyMap<string, string>> {
  const english = language === 'en'
  return {
    theme: new Map(themes.map(({ id, name, nameEn }) => [id, english ? nameEn : name])),
    status: new Map(statuses.map((id) => [id, message(language, `status.${id}`)])),
    unspecific: new Map(unspecificReasons.map((id) => [id, message(language, `unspecific.${id}`)])),
    kind: new Map(featureKinds.map((id) => [id, message(language, `kind.${id}`)])),
    subkind: new Map(subkinds.map((id) => [id, columnMessage(language, `subkind.${id}`)])),
    unit: new Map(units.map((unit) => [unit, unit === '' ? workbookMessage(language, 'unit.none') : unit])),
    method: new Map((['derived', 'stated-area'] as const).map((id) => [id, workbookMessage(language, `method.${id}`)])),
    flag: new Map([['true', workbookMessage(language, 'yes')]]),
  }
}

/** Returns the files of each kind, in the order of the record. */
export function filesOf({ items }: WorkbookRecord, kind: WorkbookKind): string[] {
  return [...new Set(items.flatMap((item) => (item.kind === kind ? [item.file] : [])))]
}
