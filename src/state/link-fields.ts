/**
 * One codec a field, in the order they are written. `encode` answers undefined for the default; `decode` writes
 * what it could read into `view` and says whether it could.
 */
import { featureKinds, idPattern, statuses, type ThemeId, themeIds } from '../../data/schema-ids'
import {
  type EmbedFlag,
  embedFlags,
  type Filters,
  type PanelItem,
  panelPages,
  panelTabs,
  type View,
} from '../model/view'
import { decodeAnalysis, encodeAnalysis } from './link-analysis'

export interface FieldCodec {
  /** The keys this codec reads; more than one only for the camera, whose numbers are a field each. */
  keys: string
  encode: (view: View, allThemes: readonly ThemeId[]) => string | undefined
  decode: (key: string, text: string, view: View) => boolean
}

const isId = (text: string) => idPattern.test(text)
const items = (text: string) => text.split('.').filter((item) => item !== '')
const known = <T extends string>(values: readonly T[], text: string): text is T =>
  (values as readonly string[]).includes(text)

const districts: FieldCodec = {
  keys: 'd',
  encode: (view) => (view.districts.length > 0 ? `d${view.districts.join('.')}` : undefined),
  decode: (_, text, view) => {
    const codes = items(text)
    view.districts = [...new Set(codes.filter((code) => /^\d{6}$/.test(code)))].slice(0, 40)
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
    const [letter, id = ''] = items(text)
    const item = panelItem(letter, id)
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

/** `t.` alone means that every theme is off. */
const themes: FieldCodec = {
  keys: 't',
  encode: (view, all) => (all.every((theme) => view.themes.includes(theme)) ? undefined : `t.${view.themes.join('.')}`),
  decode: (_, text, view) => {
    const named = items(text)
    const read = themeIds.filter((theme) => named.includes(theme))
    if (read.length === 0 && named.length > 0) return false
    view.themes = read
    return new Set(named).size === read.length
  },
}

const layers: FieldCodec = {
  keys: 'l',
  encode: ({ layers }) =>
    layers.length > 0
      ? `l.${layers.map(({ id, opacity }) => `${id}-${Math.round(opacity * 10)}`).join('.')}`
      : undefined,
  decode: (_, text, view) => {
    const read = items(text).map((item) => /^([a-z0-9]{2,16})-(10|\d)$/.exec(item))
    view.layers = read.flatMap((found) => (found ? [{ id: found[1] ?? '', opacity: Number(found[2]) / 10 }] : []))
    return read.every(Boolean)
  },
}

function encodeFilters({ statuses: named, kinds, documents, departments, investment, placed }: Filters): string[] {
  return [
    ...named.map((status) => `s${status}`),
    ...kinds.map((kind) => `k${kind}`),
    ...documents.map((document) => `o${document}`),
    ...departments.map((department) => `b${department}`),
    ...(investment ? [`i${investment.from ?? ''}-${investment.to ?? ''}`] : []),
    ...(placed === undefined ? [] : [placed ? 'g1' : 'g0']),
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
    const all = items(text).map((item) => readFilter(item.charAt(0), item.slice(1), next))
    view.filters = next
    return all.every(Boolean)
  },
}

function readFilter(letter: string, value: string, into: Filters): boolean {
  if (letter === 's' && known(statuses, value)) into.statuses.push(value)
  else if (letter === 'k' && known(featureKinds, value)) into.kinds.push(value)
  else if (letter === 'o' && isId(value)) into.documents.push(value)
  else if (letter === 'b' && isId(value)) into.departments.push(value)
  else if (letter === 'i' && /^\d{0,9}-\d{0,9}$/.test(value)) {
    const [from, to] = value.split('-').map((end) => (end ? Number(end) : undefined))
    into.investment = { from, to }
  } else if (letter === 'g' && /^[01]$/.test(value)) into.placed = value === '1'
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
    const found = /^(\d{4})(?:-(\d{4}))?$/.exec(text)
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
    return text === '1' || text === '0'
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

/** Zoom to 0.01, degrees to 4 decimals (off by 7 m at most), to 5 from zoom 12 on; bearing and pitch only when they are not 0. */
const camera: FieldCodec = {
  keys: 'zyxbi',
  encode: ({ camera: at }) => {
    if (!at) return undefined
    const decimals = at.zoom >= 12 ? 5 : 4
    const fields = [
      `z${trimmed(at.zoom, 2)}`,
      `y${trimmed(at.latitude, decimals)}`,
      `x${trimmed(at.longitude, decimals)}`,
    ]
    if (Math.abs(at.bearing) >= 0.05) fields.push(`b${trimmed(at.bearing, 1)}`)
    if (at.pitch >= 0.05) fields.push(`i${trimmed(at.pitch, 1)}`)
    return fields.join('~')
  },
  decode: (key, text, view) => {
    const limits = { z: [0, 24], y: [-85, 85], x: [-180, 180], b: [-360, 360], i: [0, 85] }[key]
    const value = Number(text)
    if (!/^-?\d{1,3}(\.\d{0,6})?$/.test(text) || !limits || value < (limits[0] ?? 0) || value > (limits[1] ?? 0))
      return false
    const name = ({ z: 'zoom', y: 'latitude', x: 'longitude', b: 'bearing', i: 'pitch' } as const)[key as 'z']
    const empty = { zoom: Number.NaN, latitude: Number.NaN, longitude: Number.NaN, bearing: 0, pitch: 0 }
    view.camera = { ...(view.camera ?? empty), [name]: value }
    return true
  },
}

const trimmed = (value: number, decimals: number) => String(Number(value.toFixed(decimals)))

const scene: FieldCodec = {
  keys: 's',
  encode: ({ scene: at }) => (at ? `s${at.briefing}.${at.index}` : undefined),
  decode: (_, text, view) => {
    const [briefing = '', index = '0'] = items(text)
    if (!isId(briefing) || !/^\d{1,3}$/.test(index)) return false
    view.scene = { briefing, index: Number(index) }
    return true
  },
}

const embed: FieldCodec = {
  keys: 'e',
  encode: (view) => (view.embed.length > 0 ? `e.${view.embed.join('.')}` : undefined),
  decode: (_, text, view) => {
    const named = items(text)
    view.embed = named.filter((flag): flag is EmbedFlag => known(embedFlags, flag))
    return view.embed.length === named.length
  },
}

export const fieldCodecs: readonly FieldCodec[] = [
  districts,
  feature,
  panel,
  themes,
  layers,
  filters,
  years,
  compare,
  analysis,
  camera,
  scene,
  embed,
]
