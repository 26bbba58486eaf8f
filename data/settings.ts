/** The settings of the build, from the environment or an `.env` file. A wrong one stops the build. */
import { loadEnv } from 'vite'
import type { Datum } from '../geo/base/datum'

/** The settings of the build. */
export interface BuildSettings {
  /** `YULAN_REGION`: the folder with `region.yaml` and the record, from the project's root. */
  regionFolder: string
  /** `YULAN_BOUNDARIES`: a boundary file in the place of the region's own, from the project's root. */
  boundaryFile?: string
  /** `YULAN_BOUNDARIES_DATUM`: what that file is in; WGS 84 unless stated. */
  boundaryDatum?: Datum
  /** `YULAN_PAGE_ONLY`: a quick build without the single file, and with preview images as SVG only. */
  pageOnly?: boolean
}

/** An error that names a wrong setting, its value, and what to write instead. */
export class SettingError extends Error {
  constructor(setting: string, value: string, sentence: string) {
    super(`${setting}=${value}：${sentence}`)
    this.name = 'SettingError'
    // A stack trace would not help the person who wrote the setting.
    this.stack = this.message
  }
}

/** The folder of the region that is built unless `YULAN_REGION` names another. */
export const defaultRegionFolder = 'data'

/** CGCS2000 differs from WGS 84 by centimetres. */
const datums = {
  wgs84: 'WGS84',
  cgcs2000: 'WGS84',
  gcj02: 'GCJ02',
  bd09: 'BD09',
} as const satisfies { [written: string]: Datum }

/**
 * Returns the settings; those of the environment override those of `.env` files below `root`. Throws `SettingError`.
 */
export function buildSettings(root: string, mode = 'production'): BuildSettings {
  const given = loadEnv(mode, root, 'YULAN_')
  const [folder, file, datum] = [given.YULAN_REGION, given.YULAN_BOUNDARIES, given.YULAN_BOUNDARIES_DATUM].map(trimmed)
  if (datum && !file)
    throw new SettingError(
      'YULAN_BOUNDARIES_DATUM',
      datum,
      '只与 YULAN_BOUNDARIES 一起用；本区自己的边界写在 region.yaml',
    )
  return {
    regionFolder: folder?.replace(/\/+$/, '') || defaultRegionFolder,
    ...(file ? { boundaryFile: file } : {}),
    ...(datum ? { boundaryDatum: datumNamed(datum) } : {}),
    ...(pageOnly(given.YULAN_PAGE_ONLY) ? { pageOnly: true } : {}),
  }
}

function pageOnly(given: string | undefined): boolean {
  const text = trimmed(given) ?? ''
  if (!['', '0', '1'].includes(text)) throw new SettingError('YULAN_PAGE_ONLY', text, '应为 1 或 0')
  return text === '1'
}

const trimmed = (text: string | undefined) => text?.trim()

function datumNamed(text: string): Datum {
  const plain = text.toLowerCase().replace(/[-_ ]/g, '')
  const known = Object.entries(datums).find(([written]) => written === plain)
  if (!known) throw new SettingError('YULAN_BOUNDARIES_DATUM', text, `应为 ${Object.keys(datums).join('、')} 之一`)
  return known[1]
}

/**
 * Returns the address the site will have, with its last slash; undefined if none is set. Throws `SettingError` unless
 * it is the address of a folder.
 */
export function siteAddress(text: string | undefined): string | undefined {
  const written = text?.trim()
  if (!written) return undefined
  const wrong = (sentence: string) => new SettingError('VITE_SITE_URL', written, sentence)
  if (!URL.canParse(written) || !/^https?:$/.test(new URL(written).protocol))
    throw wrong('应是以 https:// 或 http:// 开头的完整地址，如 https://example.org/map/')
  const { origin, pathname, search, hash } = new URL(written)
  if (search || hash) throw wrong('不要带 ? 或 # 之后的部分')
  if (/\.html?$/.test(pathname)) throw wrong('应是站点所在的文件夹，不是其中的一页')
  return `${origin}${pathname.replace(/\/*$/, '/')}`
}
