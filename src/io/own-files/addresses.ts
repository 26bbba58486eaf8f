/** Finds what of the record an address names. Pure. */
import type { OwnMatch } from '../../model/own-data/own-table'
import type { OwnContext, RecordPlace } from '../../model/own-data/record-places'
import { cellText, type RawRow } from './raw-table'
import { plainText } from './read-number'

/** What an address names: a match with its place, or why there is none. */
export type AddressRead =
  | { ok: true; match: OwnMatch; place: RecordPlace }
  | { ok: false; reason: 'unknown-address' | 'ambiguous-address' }

/** Finds addresses; remembers those it has seen. */
export type AddressFinder = (address: string) => AddressRead

const longestAddress = 300
/** The shortest name looked for within a longer address. */
const shortestName = 2
const score = { exact: 1, normalised: 0.9, contained: 0.7, district: 0.5 } as const

const isAddressName = (name: string) =>
  /地址|地点|位置|所在|坐落|镇街|街镇|乡镇|街道|区县|区划|属地|^(?:区|区域|行政区|地区|地名)$|address|location|place|town|district/i.test(
    name,
  )

/** Signs that two ways of writing a name differ in. */
const normalised = (text: string) =>
  plainText(text)
    .toLowerCase()
    .replace(/[\s·•・.,，。、；;:：'"“”‘’《》<>()（）[\]【】_-]/g, '')

interface NameEntry {
  name: string
  place: RecordPlace
}

/** Returns a finder of the places, towns and districts of a record. */
export function addressFinder({ places, prefixes }: OwnContext): AddressFinder {
  const exact = indexed(places, (name) => name.trim())
  const similar = indexed(places, normalised)
  const starts = startsOf(similar)
  const known = new Map<string, AddressRead>()
  const find = (address: string): AddressRead => {
    if (address.length > longestAddress) return { ok: false, reason: 'unknown-address' }
    const same = chosen(exact.get(address.trim()), score.exact)
    if (same) return same
    const text = withoutPrefix(normalised(address), prefixes.map(normalised))
    return chosen(similar.get(text), score.normalised) ?? contained(text, starts)
  }
  return (address) => {
    const read = known.get(address) ?? find(address)
    known.set(address, read)
    return read
  }
}

function indexed(places: readonly RecordPlace[], key: (name: string) => string): Map<string, NameEntry[]> {
  const found = new Map<string, NameEntry[]>()
  for (const place of places)
    for (const name of new Set(place.names.map(key))) {
      const entry = { name, place }
      const others = found.get(name)
      if (others) others.push(entry)
      else if (name) found.set(name, [entry])
    }
  return found
}

/** Names by their first two characters, longest first. */
function startsOf(entries: ReadonlyMap<string, NameEntry[]>): Map<string, NameEntry[]> {
  const starts = new Map<string, NameEntry[]>()
  for (const [name, own] of entries) {
    if (name.length < shortestName) continue
    const start = name.slice(0, shortestName)
    starts.set(
      start,
      [...(starts.get(start) ?? []), ...own].sort((one, other) => other.name.length - one.name.length),
    )
  }
  return starts
}

const withoutPrefix = (text: string, prefixes: readonly string[]) => {
  const prefix = prefixes.find((candidate) => candidate && text.startsWith(candidate) && text.length > candidate.length)
  return prefix ? text.slice(prefix.length) : text
}

/** The narrowest kind of place that is named; of several of a name the one in a district that is named as well. */
function contained(text: string, starts: ReadonlyMap<string, NameEntry[]>): AddressRead {
  const found: NameEntry[] = []
  for (let at = 0; at < text.length; at++) {
    const longest = starts.get(text.slice(at, at + shortestName))?.filter(({ name }) => text.startsWith(name, at))
    found.push(...(longest ?? []).filter(({ name }) => name.length === longest?.[0]?.name.length))
  }
  const districts = new Set(found.flatMap(({ place }) => (place.how === 'district' ? [place.id] : [])))
  for (const how of ['place', 'town', 'district'] as const) {
    const ofKind = found.filter(
      ({ name, place }) => place.how === how && (how === 'district' || name.length > 2 || nearWhole(name, text)),
    )
    const longest = Math.max(0, ...ofKind.map(({ name }) => name.length))
    const narrowest = ofKind.filter(({ name }) => name.length === longest)
    const read = chosen(narrowest, how === 'district' ? score.district : score.contained, districts)
    if (read) return read
  }
  return { ok: false, reason: 'unknown-address' }
}

/** A name of two characters occurs in other words: it counts where a district, or nothing, stands before it. */
const nearWhole = (name: string, text: string) =>
  text.startsWith(name) || /[区县]/.test(text[text.indexOf(name) - 1] ?? '')

/** Returns the one place of entries; undefined for none of them. Several are told apart by the districts that are named. */
function chosen(
  entries: readonly NameEntry[] | undefined,
  by: number,
  districts: ReadonlySet<string> = new Set(),
): AddressRead | undefined {
  const places = [...new Set((entries ?? []).map(({ place }) => place))]
  if (places.length === 0) return undefined
  const inDistrict = places.filter((place) => place.districts.some((district) => districts.has(district)))
  const narrowed = inDistrict.length > 0 ? inDistrict : places
  const placed = narrowed.filter(({ position }) => position)
  const [only, ...others] = placed.length > 0 ? placed : narrowed
  return only && others.length === 0 ? matched(only, by) : { ok: false, reason: 'ambiguous-address' }
}

const matched = (place: RecordPlace, by: number): AddressRead => ({
  ok: true,
  match: { id: place.id, how: place.how, score: by },
  place,
})

const probedRows = 200

/**
 * Returns the column of addresses: of those named so, or else of all texts, the one in which the most rows are found,
 * at least two and, unless its name tells, half of them.
 */
export function addressColumn(
  names: readonly string[],
  rows: readonly RawRow[],
  find: AddressFinder,
): number | undefined {
  const probe = rows.slice(0, probedRows)
  const counts = names.map((name, column) => {
    const texts = probe.map(({ cells }) => cellText(cells[column]).trim()).filter(Boolean)
    const found = texts.filter((text) => find(text).ok).length
    const isEnough = isAddressName(name) ? found > 0 : found >= 2 && found * 2 >= probe.length
    return isEnough ? found + (isAddressName(name) ? probe.length : 0) : 0
  })
  const most = Math.max(0, ...counts)
  return most > 0 ? counts.indexOf(most) : undefined
}
