/**
 * The search index: everything that can be found, with folded keys. It is built from the record, and again when the
 * details are loaded.
 */
import type { Figure, Indicator, Plan, Project } from '../../../data/schema'
import type { PageRegion } from '../../../data/schema-region'
import { departmentId, departmentsOf } from '../filters/departments'
import type { DetailFiles, PlanRecord, RecordFeature } from '../record'
import { lastTarget } from '../statistics/indicators'
import { type Readings, readingsOf, type Spelling, spell, spellingOf } from './pinyin'
import { folded, words } from './text'

/** The kinds of results, in the order used when scores are equal. */
export const hitKinds = [
  'feature',
  'theme',
  'department',
  'indicator',
  'project',
  'statistic',
  'plan',
  'source',
  'own',
] as const
/** One of `hitKinds`. */
export type HitKind = (typeof hitKinds)[number]

/** One name of an entry. */
export interface SearchKey {
  text: string
  spelling?: Spelling
  /** Folded words of an English name, and all of them in one. */
  words: readonly string[]
  english: string
  /** 1 for the name itself, less for an alias. */
  share: number
}

/** Something that can be found. */
export interface SearchEntry {
  kind: HitKind
  id: string
  title: string
  titleEn: string
  /** A quiet second line. */
  hint: string
  keys: readonly SearchKey[]
  /** Folded prose that a name match outranks. */
  body: string
  /** Folded figures with their unit: `55%`. */
  figures: readonly string[]
  /** Folded names of the districts it belongs to: 巴南 + 公园. */
  places: readonly string[]
  /** Breaks ties: how much is known, how central it is. */
  weight: number
}

/** All entries, with what is needed to read a query. */
export interface SearchIndex {
  entries: readonly SearchEntry[]
  readings: Readings
  /** The record's own character for a traditional one. */
  simplified: ReadonlyMap<string, string>
}

/** Returns the index of a record; projects, indicators and traditional characters need the details. */
export function buildSearchIndex(record: PlanRecord, details?: DetailFiles): SearchIndex {
  const { readings, entries, rest } = begunOf(record)
  for (const entry of rest) entries.push(entry)
  return indexOf([...entries, ...detailEntries(record, readings, details)], readings, details)
}

/** A piece of the index takes about so long, less than a frame. */
const pieceMilliseconds = 10
/** After so long the places are worth showing while the plans are on their way. */
const patienceMilliseconds = 200

/**
 * Returns the same index as `buildSearchIndex`, made in pieces with room for other work between them; undefined if
 * `isStale` says so meanwhile. What has been made by then another call goes on with. Of a large record `onPlaces` is
 * given an index of its features first.
 */
export async function searchIndexInPieces(
  record: PlanRecord,
  details: DetailFiles | undefined,
  isStale: () => boolean,
  onPlaces: (index: SearchIndex) => void = () => {},
): Promise<SearchIndex | undefined> {
  const { readings, entries, rest } = begunOf(record)
  const ofDetails: SearchEntry[] = []
  const made = () => indexOf([...entries, ...ofDetails], readings, details)
  const first = performance.now()
  let began = first
  let isTold = false
  for (const [rows, into] of [[detailEntries(record, readings, details), ofDetails] as const, [rest, entries] as const])
    for (let next = rows.next(); !next.done; next = rows.next()) {
      into.push(next.value)
      const now = performance.now()
      if (now - began < pieceMilliseconds) continue
      if (!isTold && into === entries && next.value.kind !== 'feature' && now - first > patienceMilliseconds) {
        isTold = true
        onPlaces(made())
      }
      await new Promise((resolve) => setTimeout(resolve))
      if (isStale()) return undefined
      began = performance.now()
    }
  return made()
}

const indexOf = (entries: SearchEntry[], readings: Readings, details: DetailFiles | undefined): SearchIndex => ({
  entries,
  readings,
  simplified: new Map((details?.traditional?.match(/../gu) ?? []).map(([from = '', to = '']) => [from, to])),
})

/** What is made of the record itself, and how to go on with it. */
interface Begun {
  readings: Readings
  entries: SearchEntry[]
  rest: Generator<SearchEntry>
}

/** By the record's rows, which a record with its projects shares with the one before. */
const begun = new WeakMap<readonly Plan[], Begun>()

function begunOf(record: PlanRecord): Begun {
  const known = begun.get(record.plans)
  if (known) return known
  const readings = readingsOf(record.features)
  const made = { readings, entries: [], rest: recordEntries(record, readings) }
  begun.set(record.plans, made)
  return made
}

function* recordEntries(record: PlanRecord, readings: Readings): Generator<SearchEntry> {
  const nameOfDistrict = (code: string) => shortName(record.featureById.get(code)?.properties.name ?? code)
  for (const feature of record.features) yield featureEntry(feature, readings, record.region, nameOfDistrict)
  for (const source of record.sources) yield entry('source', source.id, source.title, source.titleEn, readings)
  for (const theme of record.themes)
    yield {
      ...entry('theme', theme.id, theme.name, theme.nameEn, readings),
      body: folded(theme.description),
      hint: theme.description,
      weight: 12,
    }
  for (const plan of record.plans) yield planEntry(plan, record)
}

function* detailEntries(record: PlanRecord, readings: Readings, details?: DetailFiles): Generator<SearchEntry> {
  for (const { name } of departmentsOf(record, details)) yield departmentEntry(name, readings)
  for (const indicator of details?.indicators ?? []) yield indicatorEntry(indicator, readings)
  for (const project of details?.projects ?? []) yield projectEntry(project, readings)
  yield* totalEntries(details?.projects ?? [], readings)
}

/** Returns a name without its 区 or 县: 渝北 of 渝北区. A place can be searched either way. */
export const shortName = (name: string) => name.replace(/(?<=..)[区县]$/, '')

function key(name: string, nameEn: string, spelling: Spelling | undefined, share: number): SearchKey {
  return { text: folded(name), spelling, words: words(nameEn), english: folded(nameEn), share }
}

const entry = (kind: HitKind, id: string, title: string, titleEn: string, readings: Readings): SearchEntry => ({
  kind,
  id,
  title,
  titleEn,
  hint: '',
  keys: [key(title, titleEn, spell(title, readings), 1)],
  body: '',
  figures: [],
  places: [],
  weight: 0,
})

function featureEntry(
  { properties }: RecordFeature,
  readings: Readings,
  { centralDistricts }: PageRegion,
  nameOfDistrict: (code: string) => string,
): SearchEntry {
  const { id, kind, name, nameEn, pinyin, aliases, districts, summary, positioning, plans } = properties
  const central = centralDistricts.includes(id)
  const inside = districts.some((code) => centralDistricts.includes(code))
  return {
    ...entry('feature', id, name, nameEn, readings),
    hint: summary,
    keys: [
      key(name, nameEn, spellingOf(pinyin), 1),
      ...aliases.map((alias) => key(alias, '', spell(alias, readings), 0.96)),
    ],
    body: folded(`${summary} ${positioning.map(({ text }) => text).join(' ')}`),
    places: kind === 'district' ? [] : districts.map(nameOfDistrict),
    // What lies in the centre, and has more to it, comes before a place of the same name elsewhere.
    weight: 14 + Math.min(24, plans / 4) + (central ? 50 : kind === 'district' ? 30 : inside ? 40 : 0),
  }
}

/** `区` before an office only says that it is the district's own. */
function departmentEntry(name: string, readings: Readings): SearchEntry {
  const short = name.replace(/^区/, '')
  const base = entry('department', departmentId(name), name, name, readings)
  return {
    ...base,
    keys: short === name ? base.keys : [...base.keys, key(short, '', spell(short, readings), 0.98)],
    weight: 10,
  }
}

function indicatorEntry(indicator: Indicator, readings: Readings): SearchEntry {
  const { no, name, requirement, baseline, targets, task, group } = indicator
  return {
    ...entry('indicator', String(no), name, name, readings),
    hint: `${baseline.text} → ${lastTarget(indicator)?.text ?? requirement}`,
    body: folded(`${group} ${task}`),
    figures: [baseline.text, requirement, ...Object.values(targets).map((target) => target?.text ?? '')].map(folded),
    weight: 8,
  }
}

function projectEntry(project: Project, readings: Readings): SearchEntry {
  const { id, name, text, category, programme, lead, partners, investmentWan } = project
  return {
    ...entry('project', id, name, name, readings),
    hint: lead.join('、'),
    body: folded([text, category, programme, ...lead, ...partners].join(' ')),
    figures: investmentWan === undefined ? [] : [`${investmentWan}万元`],
    weight: 6,
  }
}

/** Sums of investment that can be searched: of all projects, each category and each programme. */
function totalEntries(projects: readonly Project[], readings: Readings): SearchEntry[] {
  const sums = new Map<string, number>()
  for (const { category, programme, investmentWan = 0 } of projects)
    for (const name of new Set(['工程项目投资合计', category, programme]))
      sums.set(name, (sums.get(name) ?? 0) + investmentWan)
  return [...sums].map(([name, sum], index) => ({
    ...entry('statistic', `t${index}`, name, name, readings),
    hint: `${sum.toLocaleString('zh-CN')} 万元`,
    figures: [`${sum}万元`],
    weight: index === 0 ? 9 : 4,
  }))
}

function planEntry(plan: Plan, record: PlanRecord): SearchEntry {
  const names = plan.features.map((id) => record.featureById.get(id)?.properties.name ?? '')
  return {
    kind: 'plan',
    id: plan.id,
    title: plan.text,
    titleEn: plan.text,
    hint: names.slice(0, 2).join('、'),
    keys: [],
    body: folded([plan.text, ...plan.bodies, ...names, ...plan.figures.map(({ what }) => what)].join(' ')),
    figures: plan.figures.map(figureText),
    places: [],
    weight: plan.figures.length > 0 ? 2 : 0,
  }
}

const figureText = ({ value, unit }: Figure) => folded(`${value}${unit}`)
