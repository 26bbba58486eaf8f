/**
 * One codec for each field, in the order they are written. `encode` returns undefined for the default; `decode`
 * writes what it can read into `view` and returns whether it could read all of it.
 */
import { featureKinds, idPattern, isDistrictCode, statuses, type ThemeId, themeIds } from '../../data/schema-ids'
import { type EmbedFlag, embedFlags, type Filters, type PanelItem, panelPages, panelTabs } from '../model/view'
import { decodeAnalysis, encodeAnalysis } from './link-analysis'
import { camera } from './link-camera'
import type { FieldCodec } from './link-codec'
import { layerFilters } from './link-layer-filters'

const isId = (text: string) => idPattern.test(text)
/** A set in one order, each member once: two views that mean the same have the same text. */
const ordered = <T extends string>(all: readonly T[], chosen: readonly T[]) =>
  all.filter((value) => chosen.includes(value))
const sorted = (ids: readonly string[]) => [...new Set(ids)].sort()
const items = (text: string) => text.split('.').filter((item) => item !== '')
const known = <T extends string>(values: readonly T[], text: string): text is T =>
  (values as readonly string[]).includes(text)

const districts: FieldCodec = {
  keys: 'd',
  encode: (view) => (view.districts.length > 0 ? `d${view.districts.join('.')}` : undefined),
  decode: (_, text, view) => {
    const codes = items(text)
    view.districts = [...new Set(codes.filter(isDistrictCode))]
    return view.districts.length === codes.length && codes.length > 0
  },
}

const feature: FieldCodec = {
  keys: 'f',
  encode: (view) => (view.feature ? `f${view.feature}` : undefined),
  decode: (_, text, view) => {
    if (!isId(text)) return false
    view.feature = text
    return true
  },
}

const panelLetters = { plan: 'p', project: 'j', indicator: 'i', source: 's', tab: 't', page: 'g' } as const

const panel: FieldCodec = {
  keys: 'p',
  encode: ({ item }) => (item ? `p${panelLetters[item.kind]}.${item.id}` : undefined),
  decode: (_, text, view) => {
    const [letter, id = '', ...rest] = items(text)
    const item = rest.length === 0 ? panelItem(letter, id) : undefined
    if (item) view.item = item
    return item !== undefined
  },
}

function panelItem(letter: string | undefined, id: string): PanelItem | undefined {
  if (letter === 't') return known(panelTabs, id) ? { kind: 'tab', id } : undefined
  if (letter === 'g') return known(panelPages, id) ? { kind: 'page', id } : undefined
  if (!/^[a-z0-9]{1,16}$/.test(id)) return undefined
  if (letter === 'p') return { kind: 'plan', id }
  if (letter === 'j') return { kind: 'project', id }
  if (letter === 'i') return { kind: 'indicator', id }
  return letter === 's' ? { kind: 'source', id } : undefined
}

/** `t0` means that every theme is off: an empty list could be one that was cut off. */
const themes: FieldCodec = {
  keys: 't',
  encode: (view, all) => {
    const on = ordered(themeIds, view.themes)
    if (all.every((theme) => on.includes(theme))) return undefined
    return on.length === 0 ? 't0' : `t.${on.join('.')}`
  },
  decode: (_, text, view) => {
    const named = items(text)
    const read = ordered(themeIds, named as ThemeId[])
    if (text !== '0' && read.length === 0) return false
    view.themes = read
    return text === '0' || new Set(named).size === read.length
  },
}

const layers: FieldCodec = {
  keys: 'l',
  encode: ({ layers: states }) => {
    const tenths = new Map(states.map(({ id, opacity }) => [id, Math.round(opacity * 10)]))
    const parts = [...tenths].map(([id, opacity]) => `${id}-${opacity}`).sort()
    return parts.length > 0 ? `l.${parts.join('.')}` : undefined
  },
  decode: (_, text, view) => {
    const parts = items(text)
    const read = parts.flatMap((part) => {
      const found = /^([a-z0-9]{2,16})-(10|\d)$/.exec(part)
      return found ? [{ id: found[1] ?? '', opacity: Number(found[2]) / 10 }] : []
    })
    view.layers = read
    return parts.length > 0 && read.length === parts.length
  },
}

/** Whole 万元; an open end is written as nothing. */
const wan = (value: number | undefined) => (value === undefined ? '' : Math.max(0, Math.round(value)))

function encodeFilters(chosen: Filters): string[] {
  const { statuses: named, kinds, documents, departments, investment, placed, dated, around } = chosen
  return [
    ...ordered(statuses, named).map((status) => `s${status}`),
    ...ordered(featureKinds, kinds).map((kind) => `k${kind}`),
    ...sorted(documents).map((document) => `o${document}`),
    ...sorted(departments).map((department) => `b${department}`),
    ...(investment ? [`i${wan(investment.from)}-${wan(investment.to)}`] : []),
    ...(placed === undefined ? [] : [placed ? 'g1' : 'g0']),
    ...(around ? [`n${around}`] : []),
    ...(dated === undefined ? [] : [dated ? 'y1' : 'y0']),
  ]
}

const filters: FieldCodec = {
  keys: 'q',
  encode: (view) => {
    const parts = encodeFilters(view.filters)
    return parts.length > 0 ? `q.${parts.join('.')}` : undefined
  },
  decode: (_, text, view) => {
    const next: Filters = { statuses: [], kinds: [], documents: [], departments: [] }
    const parts = items(text)
    const all = parts.map((part) => readFilter(part.charAt(0), part.slice(1), next))
    view.filters = next
    return parts.length > 0 && all.every(Boolean)
  },
}

function readFilter(letter: string, value: string, into: Filters): boolean {
  if (letter === 's' && known(statuses, value)) into.statuses.push(value)
  else if (letter === 'k' && known(featureKinds, value)) into.kinds.push(value)
  else if (letter === 'o' && isId(value)) into.documents.push(value)
  else if (letter === 'b' && isId(value)) into.departments.push(value)
  else if (letter === 'i' && /^(\d{1,9}-\d{0,9}|-\d{1,9})$/.test(value)) {
    const [from, to] = value.split('-').map((end) => (end ? Number(end) : undefined))
    into.investment = { from, to }
  } else if (letter === 'g' && /^[01]$/.test(value)) into.placed = value === '1'
  else if (letter === 'y' && /^[01]$/.test(value)) into.dated = value === '1'
  else if (letter === 'n' && isDistrictCode(value)) into.around = value
  else return false
  return true
}

const years: FieldCodec = {
  keys: 'w',
  encode: ({ years: span }) => {
    if (!span) return undefined
    return span.from === span.to ? `w${span.from}` : `w${span.from}-${span.to}`
  },
  decode: (_, text, view) => {
    const found = /^((?:19|20)\d{2})(?:-((?:19|20)\d{2}))?$/.exec(text)
    if (!found) return false
    const from = Number(found[1])
    const to = Number(found[2] ?? found[1])
    view.years = { from: Math.min(from, to), to: Math.max(from, to) }
    return true
  },
}

const compare: FieldCodec = {
  keys: 'c',
  encode: (view) => (view.compare ? 'c1' : undefined),
  decode: (_, text, view) => {
    view.compare = text === '1'
    return view.compare
  },
}

const analysis: FieldCodec = {
  keys: 'a',
  encode: (view) => (view.analysis ? `a${encodeAnalysis(view.analysis)}` : undefined),
  decode: (_, text, view) => {
    view.analysis = decodeAnalysis(text)
    return view.analysis !== undefined
  },
}

const scene: FieldCodec = {
  keys: 's',
  encode: ({ scene: at }) => (at ? `s${at.briefing}.${at.index}` : undefined),
  decode: (_, text, view) => {
    const [briefing = '', index = '', ...rest] = items(text)
    if (!isId(briefing) || !/^\d{1,3}$/.test(index) || rest.length > 0) return false
    view.scene = { briefing, index: Number(index) }
    return true
  },
}

/** Letters and digits of base32; what they hold is read by the player. */
const ownBriefing: FieldCodec = {
  keys: 'h',
  encode: ({ ownBriefing: text }) => (text ? `h${text}` : undefined),
  decode: (_, text, view) => {
    if (!/^[a-z2-7]{8,}$/.test(text)) return false
    view.ownBriefing = text
    return true
  },
}

/** So many were shown; neither their names nor anything in them. */
const ownFiles: FieldCodec = {
  keys: 'u',
  encode: ({ ownFiles: count }) => (count ? `u${Math.min(count, 99)}` : undefined),
  decode: (_, text, view) => {
    if (!/^[1-9]\d?$/.test(text)) return false
    view.ownFiles = Number(text)
    return true
  },
}

const embed: FieldCodec = {
  keys: 'e',
  encode: (view) => (view.embed.length > 0 ? `e.${ordered(embedFlags, view.embed).join('.')}` : undefined),
  decode: (_, text, view) => {
    const named = items(text)
    view.embed = ordered(embedFlags, named as EmbedFlag[])
    return named.length > 0 && view.embed.length === named.length
  },
}

/** The codecs of all fields, in the order a link has them. */
export const fieldCodecs: readonly FieldCodec[] = [
  districts,
  feature,
  panel,
  themes,
  layers,
  layerFilters,
  filters,
  years,
  compare,
  analysis,
  camera,
  scene,
  ownBriefing,
  ownFiles,
  embed,
]
