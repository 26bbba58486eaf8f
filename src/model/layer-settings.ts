/**
 * The owner's layers, from the setting `VITE_LAYERS`. The build reads it, so that a mistake stops the build and not a
 * user. Pure.
 */
import { type AddedColumn, type AddedGeometry, type AddedLook, addedGeometries, type LocalText } from './added-layers'
import { datums, shiftedDatumOf } from './basemaps'
import {
  colorOf,
  columnValueOf,
  given,
  listOf,
  numberIn,
  oneOf,
  type Row,
  rowOf,
  stringOf,
  textOf,
} from './setting-values'

const setting = 'VITE_LAYERS'

/** How a layer's features come: in one file, in an archive of tiles, or tile by tile from a server. */
export const layerKinds = ['geojson', 'pmtiles', 'tiles'] as const
/** One of `layerKinds`. */
export type LayerKind = (typeof layerKinds)[number]

/** A layer as the settings describe it. */
export interface ConfiguredLayer {
  id: `x${string}`
  kind: LayerKind
  /** Address of the file, the archive or the TileJSON, or a template with `{z}`, `{x}` and `{y}`. */
  address: string
  /** Origins of tiles that a TileJSON names and that lie elsewhere. */
  hosts: readonly string[]
  /** The layer within vector tiles. */
  sourceLayer?: string
  encoding?: 'mlt'
  title: LocalText
  look: AddedLook
  columns: readonly AddedColumn[]
  key?: string
  minZoom?: number
  /** The last zoom a template has tiles of. */
  maxZoom?: number
  counts?: string
  credit?: string
  refreshSeconds?: number
  isOn: boolean
}

/** Returns the layers the setting names, in its order. Throws an error that names the row and what to write instead. */
export function configuredLayers(text: string | boolean | undefined): ConfiguredLayer[] {
  const written = String(text ?? '').trim()
  if (!written) return []
  const rows = parsed(written)
  if (!Array.isArray(rows)) throw new Error(`${setting}：应是一个 JSON 数组`)
  const layers = rows.map((row: unknown, index) => layerOf(row, `${setting} 第 ${index + 1} 项`))
  layers.forEach(({ id }, index) => {
    if (layers.findIndex((layer) => layer.id === id) < index)
      throw new Error(`${setting} 第 ${index + 1} 项：id ${id} 与前面一项重复`)
  })
  return layers
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${setting}：不是 JSON（${(error as Error).message}）`)
  }
}

const knownKeys = [
  ...['id', 'kind', 'url', 'hosts', 'layer', 'encoding', 'geometry', 'title', 'titleEn', 'datum', 'color', 'classes'],
  ...['columns', 'minZoom', 'maxZoom', 'counts', 'credit', 'refreshSeconds', 'on'],
]

function layerOf(value: unknown, at: string): ConfiguredLayer {
  const row = rowOf(value, at, knownKeys)
  const { id, layer, encoding } = row
  if (typeof id !== 'string' || !/^x[a-z0-9]{1,15}$/.test(id))
    throw new Error(`${at}：id 应以 x 开头，后面是 1–15 个小写字母或数字，如 xparcels；它写进链接，永不改作他用`)
  const kind = oneOf(row.kind, layerKinds, `${at}：kind`)
  if (kind !== 'geojson' && (typeof layer !== 'string' || !layer))
    throw new Error(`${at}：缺少 layer，即瓦片里图层的名称`)
  if (encoding !== undefined && encoding !== 'mvt' && encoding !== 'mlt')
    throw new Error(`${at}：encoding 应为 mvt 或 mlt`)
  const columns = listOf(row.columns, `${at}：columns`)
  const look = lookOf(row, at)
  const minZoom = numberIn(row.minZoom, [0, 16], `${at}：minZoom`)
  const { key, read } = columnsOf(columns, look, at)
  return {
    ...{ id: id as `x${string}`, kind, address: addressOf(row, kind, at), hosts: originsOf(row.hosts, at) },
    ...given('sourceLayer', kind === 'geojson' ? undefined : (layer as string)),
    ...(encoding === 'mlt' ? { encoding } : {}),
    ...{ title: textOf(row, at), look, columns: read },
    ...given('key', key),
    ...given('minZoom', minZoom),
    ...given('maxZoom', numberIn(row.maxZoom, [minZoom ?? 0, 22], `${at}：maxZoom`)),
    ...given('counts', stringOf(row.counts, `${at}：counts`)),
    ...given('credit', stringOf(row.credit, `${at}：credit`)),
    ...given('refreshSeconds', numberIn(row.refreshSeconds, [5, 86_400], `${at}：refreshSeconds`)),
    isOn: row.on === true,
  }
}

/** What lies hundreds of metres off is not drawn, whatever its title. */
function addressOf({ url, hosts, datum }: Row, kind: LayerKind, at: string): string {
  if (typeof url !== 'string' || !url) throw new Error(`${at}：缺少 url`)
  const stated = oneOf(datum, datums, `${at}：datum（须写明坐标系）`)
  const shifted = [url, ...(Array.isArray(hosts) ? hosts.map(String) : [])].map(shiftedDatumOf).find(Boolean)
  const off = stated === 'gcj02' || stated === 'bd09' ? stated : shifted
  if (off) throw new Error(`${at}：坐标是 ${off}，叠上去会错开数百米；先转换为 WGS 84 或 CGCS2000`)
  if (/^[a-z]+:/i.test(url) && !/^https?:\/\//i.test(url)) throw new Error(`${at}：url 应是 http(s) 地址或同站的路径`)
  const places = ['{z}', '{x}', '{y}'].filter((place) => url.includes(place)).length
  if (places > 0 && (kind !== 'tiles' || places < 3))
    throw new Error(`${at}：{z}、{x}、{y} 只用于 kind 为 tiles 的地址，而且三个都要有`)
  return url
}

function originsOf(hosts: unknown, at: string): string[] {
  return listOf(hosts, `${at}：hosts`).map((host) => {
    if (!/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?\/?$/i.test(String(host)))
      throw new Error(`${at}：${JSON.stringify(host)} 不是 https://主机 这样的来源`)
    return String(host).replace(/\/$/, '')
  })
}

function lookOf({ geometry = 'area', color = '#7a5195', classes }: Row, at: string): AddedLook {
  const geometries = (Array.isArray(geometry) ? geometry : [geometry]).map(
    (each): AddedGeometry => oneOf(each, addedGeometries, `${at}：geometry`),
  )
  const look = { geometries, color: colorOf(color, `${at}：color`) }
  if (classes === undefined) return look
  const { field, values } = rowOf(classes, `${at}：classes`, ['field', 'values'])
  if (typeof field !== 'string' || !field) throw new Error(`${at}：classes 缺少 field`)
  const read = listOf(values, `${at}：classes.values`).map((each, index) => {
    const place = `${at}：classes 第 ${index + 1} 类`
    const row = rowOf(each, place, ['value', 'title', 'titleEn', 'color'])
    return { value: columnValueOf(row, place), text: textOf(row, place), color: colorOf(row.color, `${place} color`) }
  })
  return { ...look, classes: { column: field, values: read } }
}

function columnsOf(rows: readonly unknown[], look: AddedLook, at: string) {
  let key: string | undefined
  const read = rows.map((each, index): AddedColumn => {
    const place = `${at}：columns 第 ${index + 1} 列`
    const row = rowOf(each, place, ['field', 'title', 'titleEn', 'filter', 'choices', 'key'])
    const { field } = row
    if (typeof field !== 'string' || !field) throw new Error(`${place}缺少 field`)
    if (row.key === true) key = field
    const filter = filterOf(row, field, look, place)
    return { name: field, title: textOf(row, place), ...given('filter', filter) }
  })
  return { key, read }
}

function filterOf({ filter, choices }: Row, field: string, { classes }: AddedLook, at: string): AddedColumn['filter'] {
  if (filter === undefined) return undefined
  if (oneOf(filter, ['choice', 'range'] as const, `${at} filter`) === 'range') return { by: 'range' }
  const written = listOf(choices, `${at} choices`).map((each) => {
    const row = rowOf(each, `${at} choices`, ['value', 'title', 'titleEn'])
    return { value: columnValueOf(row, at), text: textOf(row, at) }
  })
  const values = written.length > 0 || classes?.column !== field ? written : classes.values
  if (values.length === 0) throw new Error(`${at}：filter 为 choice 时要写 choices，除非它就是 classes 的 field`)
  return { by: 'choice', values: values.map(({ value, text }) => ({ value, text })) }
}

/** Returns the origins that the content security policy must allow: none for what lies beside the page. */
export function layerOrigins(layers: readonly ConfiguredLayer[]): string[] {
  const addresses = layers.flatMap(({ address, counts }) => [address, counts ?? ''])
  const origins = addresses.filter((address) => /^https?:\/\//i.test(address)).map((address) => new URL(address).origin)
  return [...new Set([...origins, ...layers.flatMap(({ hosts }) => hosts)])].sort()
}
