/**
 * The basemaps of a page: the embedded one, always there and first, and those the owner's settings name. The build
 * reads the settings, so that a mistake stops the build and not a user. Pure.
 */
import { message, messageKey } from './messages'

/**
 * The datums a setting may name. CGCS2000 differs from WGS 84 by centimetres; GCJ-02 and BD-09 by hundreds of metres,
 * and are refused.
 */
export const datums = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const
/** A datum whose coordinates lie hundreds of metres from WGS 84. */
export type ShiftedDatum = 'gcj02' | 'bd09'

interface Named {
  /** Also the key of the name's message, but where `name` is given. */
  id: string
  name?: string
  nameEn?: string
  /** Set where the basemap's coordinates would lie hundreds of metres off: it is listed and never drawn. */
  refused?: ShiftedDatum
}

/** A basemap with what is needed to draw it. */
export type Basemap =
  | (Named & { kind: 'embedded' })
  /** A PMTiles archive in the layer scheme of Protomaps' basemaps, drawn by this map's own style. */
  | (Named & { kind: 'archive'; address: string })
  /** A whole MapLibre style under the districts and the record. `hosts` are those its tiles come from. */
  | (Named & { kind: 'style'; address: string; hosts: readonly string[] })
  /** 天地图 with its names, as map or as imagery. */
  | (Named & { kind: 'tianditu'; sheet: 'vec' | 'img'; key: string; hosts: readonly string[] })

/** The owner's settings by name, as Vite reads them from the environment and `.env`. */
export type BasemapSettings = { readonly [setting: string]: string | boolean | undefined }

/** The prefix of layer and source ids taken from an owner's style, which keeps them apart from ours. */
export const ownersPrefix = 'basemap:'

/** The basemap that ships with the site. */
export const embeddedBasemap: Basemap = { id: 'embedded', kind: 'embedded' }
const tianditu = Array.from({ length: 8 }, (_, index) => `https://t${index}.tianditu.gov.cn`)

/**
 * Returns every basemap the settings name, the embedded one first. Throws an error that names the setting if one
 * cannot be used.
 */
export function basemapsOf(settings: BasemapSettings): Basemap[] {
  const text = (name: string) => String(settings[name] ?? '').trim()
  const archive = text('VITE_BASEMAP')
  const key = text('VITE_TIANDITU_KEY')
  const hosts = text('VITE_TIANDITU_HOSTS')
  const tiandituHosts = hosts ? hosts.split(/[\s,]+/).map((host) => origin('VITE_TIANDITU_HOSTS', host)) : tianditu
  return [
    embeddedBasemap,
    ...(archive ? [{ id: 'archive', kind: 'archive' as const, address: archive, ...refusal(archive) }] : []),
    ...stylesOf(text('VITE_GROUND_STYLES')),
    ...(key
      ? (['vec', 'img'] as const).map((sheet) => ({
          id: `tianditu-${sheet}`,
          kind: 'tianditu' as const,
          sheet,
          key,
          hosts: tiandituHosts,
        }))
      : []),
  ]
}

function stylesOf(text: string): Basemap[] {
  const setting = 'VITE_GROUND_STYLES'
  if (!text) return []
  const rows = parsed(setting, text)
  if (!Array.isArray(rows)) throw new Error(`${setting}：应是一个 JSON 数组`)
  return rows.map((row: { [key: string]: unknown }, index) => {
    const { name, nameEn = name, url, datum, hosts = [] } = row ?? {}
    const at = `${setting} 第 ${index + 1} 项`
    if (typeof name !== 'string' || typeof nameEn !== 'string' || !name) throw new Error(`${at}：缺少 name`)
    if (typeof url !== 'string' || !url) throw new Error(`${at}：缺少 url`)
    const known = datums.find((each) => each === datum)
    if (!known)
      throw new Error(`${at}：datum 须写明坐标系，为 ${datums.join('、')} 之一，现为 ${JSON.stringify(datum)}`)
    if (!Array.isArray(hosts)) throw new Error(`${at}：hosts 应是数组`)
    const shifted = known === 'gcj02' || known === 'bd09' ? { refused: known } : refusal(url, ...hosts.map(String))
    const basemap = { id: `style${index + 1}`, name, nameEn, kind: 'style' as const, address: url, ...shifted }
    return { ...basemap, hosts: hosts.map((host) => origin(at, String(host))) }
  })
}

function parsed(setting: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${setting}：不是 JSON（${(error as Error).message}）`)
  }
}

/** `https://host`, or `https://*.host` as a content security policy writes it. */
function origin(setting: string, host: string): string {
  if (!/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?\/?$/i.test(host))
    throw new Error(`${setting}：${JSON.stringify(host)} 不是 https://主机 这样的来源`)
  return host.replace(/\/$/, '')
}

const refusal = (...addresses: string[]): { refused?: ShiftedDatum } => {
  const refused = addresses.map(shiftedDatumOf).find(Boolean)
  return refused ? { refused } : {}
}

/** Hosts of services known to use a shifted datum in China, even if the settings state another. */
const shiftedHosts: readonly [RegExp, ShiftedDatum][] = [
  [/(^|\.)(autonavi|amap|gaode|mapabc|geoq)\.(com|cn)$/, 'gcj02'],
  [/(^|\.)(map\.gtimg\.com|map\.qq\.com|apis\.map\.qq\.com)$/, 'gcj02'],
  [/(^|\.)(google\.cn|googleapis\.cn|ditu\.live\.com|ditu\.aliyun\.com)$/, 'gcj02'],
  [/(^|\.)(map\.baidu\.com|bdimg\.com)$/, 'bd09'],
]

/** Returns the datum of a known shifted service behind an address or a tile template; undefined for any other. */
export function shiftedDatumOf(address: string): ShiftedDatum | undefined {
  const host = /^(?:pmtiles:\/\/)?(?:https?:)?\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase()
  return host === undefined ? undefined : shiftedHosts.find(([pattern]) => pattern.test(host))?.[1]
}

/**
 * Returns the origins that the content security policy must allow. The embedded basemap needs none; a refused one
 * gets none.
 */
export function basemapOrigins(basemaps: readonly Basemap[]): string[] {
  const origins = basemaps.flatMap((basemap) => {
    if (basemap.refused || basemap.kind === 'embedded') return []
    const hosts = basemap.kind === 'archive' ? [] : basemap.hosts
    const own = basemap.kind === 'tianditu' || !/^https?:\/\//.test(basemap.address) ? [] : [basemap.address]
    return [...own.map((address) => new URL(address).origin), ...hosts]
  })
  return [...new Set(origins)].sort()
}

/** Returns the id of the basemap a page starts with: the owner's archive if there is one, else the embedded basemap. */
export function firstBasemap(basemaps: readonly Basemap[]): string {
  return basemaps.find(({ kind, refused }) => kind === 'archive' && !refused)?.id ?? embeddedBasemap.id
}

/** Returns the name of a basemap in the language of the page. */
export function basemapName(basemap: Basemap, language: 'zh-CN' | 'en'): string {
  const given = language === 'en' ? basemap.nameEn : basemap.name
  return given ?? message(language, messageKey(`basemap.${basemap.id}`))
}
