/** Reads GeoJSON, one feature a line as well as whole files, TopoJSON, and lists of flat objects. Pure. */
import { ownFormats } from '../../model/own-data/own-table'
import { decodeText } from './decode-text'
import { featureTable, type RawFeature } from './features'
import { ownLimits, RefusedFile } from './limits'
import type { RawTable } from './raw-table'
import { topologyTables } from './topojson'

/** Returns the tables of a JSON file: one, or one for each layer of a TopoJSON. */
export function readJson(name: string, bytes: Uint8Array): RawTable[] {
  const { text } = decodeText(bytes)
  assertDepth(text)
  const value = parsed(text)
  if (isObject(value) && value.type === 'Topology') return topologyTables(name, value)
  const features = featuresOf(value)
  if (!features) throw new RefusedFile('unknown-format')
  if (features.length === 0) throw new RefusedFile('no-rows', { format: ownFormats.geojson.name })
  return [featureTable(name, 'geojson', features.map(rawFeature), declaredCrs(value))]
}

type JsonObject = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return byLines(text)
  }
}

/** One JSON value a line; a line that is none becomes a problem, a file of which most lines are none is damaged. */
function byLines(text: string): unknown[] {
  const lines = text
    .replaceAll('\u001E', '\n')
    .split(/[\n\r]+/)
    .filter((line) => line.trim())
  const values = lines.map((line): unknown => {
    try {
      return JSON.parse(line)
    } catch {
      return { unread: line.slice(0, 200) }
    }
  })
  const unread = values.filter((value) => isObject(value) && 'unread' in value).length
  if (lines.length < 2 || unread * 2 > lines.length) throw new RefusedFile('damaged')
  return values
}

const geometryTypes = /^(?:Multi)?(?:Point|LineString|Polygon)$|^GeometryCollection$/

function featuresOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every(isObject) ? value : undefined
  if (!isObject(value)) return undefined
  if (value.type === 'FeatureCollection') return Array.isArray(value.features) ? value.features : undefined
  const isOne = value.type === 'Feature' || (typeof value.type === 'string' && geometryTypes.test(value.type))
  return isOne ? [value] : undefined
}

function rawFeature(value: unknown): RawFeature {
  if (!isObject(value) || 'unread' in value) return unreadFeature(value)
  if (value.type === 'Feature') {
    const properties = isObject(value.properties) ? Object.entries(value.properties) : []
    const id = typeof value.id === 'string' || typeof value.id === 'number' ? value.id : undefined
    const isNamed = id === undefined || properties.some(([key]) => key === 'id')
    return { properties: isNamed ? properties : [['id', id], ...properties], geometry: value.geometry }
  }
  if (typeof value.type === 'string' && geometryTypes.test(value.type)) return { properties: [], geometry: value }
  return { properties: Object.entries(value), geometry: null }
}

const unreadFeature = (value: unknown): RawFeature => ({
  properties: [],
  geometry: null,
  bad: isObject(value) ? String(value.unread) : typeof value,
})

/** The member `crs` of GeoJSON before RFC 7946; named as `EPSG:n` where it holds a code. */
function declaredCrs(value: unknown): string | undefined {
  const crs = isObject(value) && isObject(value.crs) ? value.crs.properties : undefined
  const name = isObject(crs) && typeof crs.name === 'string' ? crs.name : undefined
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(name ?? '')?.[1]
  return code ? `EPSG:${code}` : name?.slice(0, 200)
}

/** Throws a `RefusedFile` for a text whose brackets stand within each other deeper than is taken. */
function assertDepth(text: string): void {
  let [depth, quoted] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quoted) {
      if (code === 0x5c) at++
      else if (code === 0x22) quoted = false
    } else if (code === 0x22) quoted = true
    else if (code === 0x5b || code === 0x7b) depth++
    else if (code === 0x5d || code === 0x7d) depth--
    if (depth > ownLimits.depth) throw new RefusedFile('too-deep', { limit: ownLimits.depth })
  }
}
