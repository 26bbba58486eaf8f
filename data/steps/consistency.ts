/**
 * Checks plans against the rules of the record: status against words and years, years against texts and figures, what
 * a row must have, and repeated facts. Pure; each finding names the row's file and line. `data/exceptions.yaml` lists
 * the rows a rule is wrong about, with reasons.
 */
import { isOwnPlace } from '../own-place'
import type { AuthoredPlan } from '../schema'
import { type ConsistencyCheck, consistencyChecks } from '../schema-ids'
import type { AuthoredRecord, Located } from './read'
import { type StatusContext, wordsAgainstStatus } from './status-words'

/** A row that breaks a rule. */
export interface Finding {
  check: ConsistencyCheck
  id: string
  file: string
  line: number
  /** What is wrong, in Chinese. */
  message: string
}

/** What a check needs besides the row itself. */
interface Context {
  /** Whether one of the row's features is a place of its own, and whether one is that is no mere area. */
  hasPlace: boolean
  hasPoint: boolean
  /** Names of its features, with and without 区, 县, 市. */
  names: readonly string[]
  /** Year of the oldest and of the newest document it cites. */
  stated: { first: number; last: number }
  isReport: StatusContext['isReport']
}

/** Returns the findings, those that are excepted, and the exceptions that are no longer needed. */
export function inconsistencies(record: AuthoredRecord): { findings: Finding[]; excepted: Finding[]; idle: string[] } {
  const all = [
    ...record.plans.flatMap((located) => findingsOf(located, contextOf(located.row, record))),
    ...doubled(record),
  ]
  const known = new Set(record.exceptions.map(({ row }) => `${row.check} ${row.id}`))
  const keyOf = ({ check, id }: Finding) => `${check} ${id}`
  const found = new Set(all.map(keyOf))
  return {
    findings: all.filter((finding) => !known.has(keyOf(finding))),
    excepted: all.filter((finding) => known.has(keyOf(finding))),
    idle: record.exceptions
      .filter(({ row }) => !found.has(`${row.check} ${row.id}`))
      .map(({ row, file, line }) => `${file}:${line}  ${row.check} ${row.id} 已不需要例外`),
  }
}

function contextOf(plan: AuthoredPlan, record: AuthoredRecord): Context {
  const features = plan.features.flatMap((id) => featuresById(record).get(id) ?? [])
  const years = plan.sources.map(({ id }) => documentYears(record).get(id) ?? 0)
  return {
    hasPlace: features.some(isOwnPlace),
    hasPoint: features.some((feature) => feature.kind !== 'zone' && isOwnPlace(feature)),
    names: features
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .flatMap((name) => [name, name.replace(/(?<=..)[区县市]$/, '')])
      .map(unspaced),
    stated: { first: Math.min(...years), last: Math.max(...years) },
    isReport: (source) => isReport(record, source),
  }
}

/** Spaces between Chinese and Latin text have no meaning. */
const unspaced = (text: string) => text.replaceAll(' ', '')

/** A map by the record, made once. */
function remembered<T>(make: (record: AuthoredRecord) => T): (record: AuthoredRecord) => T {
  const made = new WeakMap<AuthoredRecord, { value: T }>()
  return (record) => {
    const known = made.get(record) ?? { value: make(record) }
    made.set(record, known)
    return known.value
  }
}
const featuresById = remembered((record) => new Map(record.features.map(({ row }) => [row.id, row])))
const documentYears = remembered(
  (record) => new Map(record.sources.map(({ row }) => [row.id, Number(row.date.slice(0, 4))])),
)

type Rule = (plan: AuthoredPlan, context: Context) => string | undefined

/** Every check but the one that compares rows with each other. */
const rules: { readonly [check in Exclude<ConsistencyCheck, 'doubled'>]: Rule } = {
  years: (plan) => {
    const outside = yearsOf(plan).filter((year) => !covers(plan, year))
    return outside.length > 0 ? `写到 ${outside.join('、')} 年，from、to 没有包括` : undefined
  },
  words: (plan, { isReport }) => wordsAgainstStatus(plan, { isReport, isConcrete: isConcrete(plan) }),
  standing: ({ status, from, to }, { stated }) => {
    const last = to ?? from
    if ((status === 'built' || status === 'state') && last !== undefined && last > stated.last)
      return `${status} 的年份 ${last} 晚于文件（${stated.last}）`
    if ((status === 'planned' || status === 'target') && to !== undefined && to < stated.first)
      return `${status} 的年份 ${to} 早于文件（${stated.first}）`
    return undefined
  },
  bare: (plan, { hasPlace }) =>
    plan.unspecific || isConcrete(plan) || hasPlace ? undefined : '没有地点、数字、年份，也没有写明 unspecific',
  // A statement about a whole area can be as vague as one about a district.
  unspecific: (plan, { hasPoint }) =>
    plan.unspecific && (isConcrete(plan) || hasPoint) ? '写了 unspecific，却有地点、数字或年份' : undefined,
  subject: ({ text }, { names }) =>
    names.some((name) => unspaced(text).includes(name)) ? undefined : '没有写出自己要素的名称',
}

const isConcrete = ({ figures, from, to }: AuthoredPlan) => figures.length > 0 || from !== undefined || to !== undefined

const isReport = ({ sources }: AuthoredRecord, { id, section }: AuthoredPlan['sources'][number]) =>
  sources.some(({ row }) => row.id === id && row.reports?.some((beginning) => section.startsWith(beginning)))

/** Years named in the text (`2019 年`, `2020—2022 年`) and in figures. */
function yearsOf({ text, figures }: AuthoredPlan): number[] {
  const named = text.matchAll(/(?<!\d)((?:19|20)\d{2})(?=\s*(?:年|[—–-]\s*(?:19|20)\d{2}\s*年))/g)
  return [...new Set([...[...named].map(([year]) => Number(year)), ...figures.flatMap(({ year }) => year ?? [])])]
}

/** An end that is not given is open, as long as the other is. */
const covers = ({ from, to }: AuthoredPlan, year: number) =>
  (from !== undefined || to !== undefined) && year >= (from ?? year) && year <= (to ?? year)

function findingsOf(located: Located<AuthoredPlan>, context: Context): Finding[] {
  return consistencyChecks.flatMap((check) => {
    const message = check === 'doubled' ? undefined : rules[check](located.row, context)
    return message ? [finding(check, located, message)] : []
  })
}

const finding = (check: ConsistencyCheck, { row, file, line }: Located<AuthoredPlan>, message: string): Finding => ({
  check,
  id: row.id,
  file,
  line,
  message: `${row.id}：${message}（${row.text}）`,
})

/** The likeness from which two texts count as one statement; lower if they also state the same figure. */
const leastAlike = { texts: 0.75, withFigure: 0.45 } as const

/** Rows of one document, place and status that say the same. */
function doubled(record: AuthoredRecord): Finding[] {
  const rows = record.plans.map((located) => ({
    located,
    pairs: pairsOf(located.row.text),
    documents: new Set(located.row.sources.map(({ id }) => id)),
    figures: new Set(located.row.figures.map(({ what, value, unit, year }) => [what, value, unit, year].join('|'))),
  }))
  return rows.flatMap((row, at) =>
    rows.slice(at + 1).flatMap((other) => {
      const { features, status } = other.located.row
      if (status !== row.located.row.status || !intersect(row.documents, other.documents)) return []
      if (!row.located.row.features.some((id) => features.includes(id))) return []
      const least = intersect(row.figures, other.figures) ? leastAlike.withFigure : leastAlike.texts
      const same = alike(row.pairs, other.pairs) >= least
      return same ? [finding('doubled', other.located, `与 ${row.located.row.id} 重复`)] : []
    }),
  )
}

const intersect = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>) => [...one].some((each) => other.has(each))

/** Each two characters that follow one another, punctuation left out. */
function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text.replace(/[^\p{L}\p{N}]/gu, '')]
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))
}

/** 0 (nothing in common) … 1 (the same). */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].reduce((sum, pair) => sum + (other.has(pair) ? 1 : 0), 0)
  return (2 * common) / Math.max(1, one.size + other.size)
}
