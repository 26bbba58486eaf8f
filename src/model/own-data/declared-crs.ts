/** Reads what a file says of its own coordinates: a code of EPSG or the text of a `.prj`. Pure. */
import type { KnownDatum, ZoneWidth } from './own-layer'

/** What a file says: a datum; `isOld` for Xi'an 1980 and Beijing 1954, which lie up to some 150 m off CGCS2000. */
export type DeclaredCrs = { known: true; datum: KnownDatum; isOld: boolean } | { known: false }

/** Runs of EPSG codes of China's projections: the first code, and the meridian and width it stands for. */
const runs: readonly {
  first: number
  count: number
  meridian: number
  width: ZoneWidth
  prefixed: boolean
  isOld: boolean
}[] = [
  { first: 4491, count: 11, meridian: 75, width: 6, prefixed: true, isOld: false },
  { first: 4502, count: 11, meridian: 75, width: 6, prefixed: false, isOld: false },
  { first: 4513, count: 21, meridian: 75, width: 3, prefixed: true, isOld: false },
  { first: 4534, count: 21, meridian: 75, width: 3, prefixed: false, isOld: false },
  { first: 2327, count: 11, meridian: 75, width: 6, prefixed: true, isOld: true },
  { first: 2338, count: 11, meridian: 75, width: 6, prefixed: false, isOld: true },
  { first: 2349, count: 21, meridian: 75, width: 3, prefixed: true, isOld: true },
  { first: 2370, count: 21, meridian: 75, width: 3, prefixed: false, isOld: true },
  { first: 21413, count: 11, meridian: 75, width: 6, prefixed: true, isOld: true },
  { first: 21453, count: 11, meridian: 75, width: 6, prefixed: false, isOld: true },
  { first: 2401, count: 21, meridian: 75, width: 3, prefixed: true, isOld: true },
  { first: 2422, count: 21, meridian: 75, width: 3, prefixed: false, isOld: true },
]

const mercatorCodes = [3857, 3785, 900913, 102100, 102113] as const
const geographic = { current: [4326, 4490, 4979, 4480], old: [4610, 4214] } as const

/** Returns what a declaration stands for; undefined for none. */
export function declaredCrs(text: string | undefined): DeclaredCrs | undefined {
  if (!text?.trim()) return undefined
  const code = /^EPSG:(\d+)$/i.exec(text.trim())?.[1]
  if (code) return ofCode(Number(code))
  if (/^(?:urn:ogc:def:crs:)?OGC:[\d.]*:?CRS84h?$/i.test(text.trim())) return wgs84(false)
  return ofWellKnownText(text)
}

const wgs84 = (isOld: boolean): DeclaredCrs => ({ known: true, datum: { kind: 'wgs84' }, isOld })

function ofCode(code: number): DeclaredCrs {
  if (geographic.current.some((known) => known === code)) return wgs84(false)
  if (geographic.old.some((known) => known === code)) return wgs84(true)
  const projected = otherProjection(code)
  if (projected) return { known: true, datum: projected, isOld: false }
  const run = runs.find(({ first, count }) => code >= first && code < first + count)
  if (!run) return { known: false }
  const { first, meridian, width, prefixed, isOld } = run
  const datum: KnownDatum = {
    kind: 'gaussKruger',
    meridian: meridian + (code - first) * width,
    zoneWidth: width,
    prefixed,
  }
  return { known: true, datum, isOld }
}

/** Web Mercator by the codes it goes by, and the zones of UTM. */
function otherProjection(code: number): KnownDatum | undefined {
  if (mercatorCodes.some((known) => known === code)) return { kind: 'webMercator' }
  const zone = code % 100
  const isZone = zone >= 1 && zone <= 60
  const hundreds = Math.floor(code / 100)
  if (isZone && (hundreds === 326 || hundreds === 327)) return { kind: 'utm', zone, south: hundreds === 327 }
  return undefined
}

/** The projection and its numbers are read, not its name: names differ from writer to writer. */
function ofWellKnownText(text: string): DeclaredCrs {
  const isOld = /xian|xi.?an|beijing|krasovsky|iag.?75|1980|1954/i.test(text)
  const isKnown = /wgs|cgcs|china.?(?:geodetic|2000)|china_2000/i.test(text) || isOld
  if (/^\s*GEOGC/i.test(text)) return isKnown ? wgs84(isOld) : { known: false }
  if (!/^\s*PROJC/i.test(text) || !isKnown) return { known: false }
  if (/mercator_auxiliary_sphere|pseudo.?mercator|popular.?visuali[sz]ation/i.test(text))
    return { known: true, datum: { kind: 'webMercator' }, isOld: false }
  if (!/gauss.?kr[uü]e?ger|transverse.?mercator/i.test(text)) return { known: false }
  const [meridian, scale, easting, northing] = [
    numberOf(text, 'central_meridian|longitude of natural origin'),
    numberOf(text, 'scale_factor|scale factor at natural origin') ?? 1,
    numberOf(text, 'false_easting|false easting'),
    numberOf(text, 'false_northing|false northing') ?? 0,
  ]
  const zone = meridian === undefined ? Number.NaN : (meridian + 183) / 6
  const isUtm = scale === 0.9996 && easting === 500_000 && (northing === 0 || northing === 10_000_000)
  if (isUtm && Number.isInteger(zone) && !isOld)
    return { known: true, datum: { kind: 'utm', zone, south: northing > 0 }, isOld: false }
  if (meridian === undefined || easting === undefined || scale !== 1 || northing !== 0) return { known: false }
  const prefix = Math.floor(easting / 1_000_000)
  if (easting - prefix * 1_000_000 !== 500_000) return { known: false }
  const zoneWidth: ZoneWidth = prefix > 0 && prefix < 24 ? 6 : 3
  return { known: true, datum: { kind: 'gaussKruger', meridian, zoneWidth, prefixed: prefix > 0 }, isOld }
}

function numberOf(text: string, names: string): number | undefined {
  const found = new RegExp(`"(?:${names})"\\s*,\\s*(-?[\\d.]+)`, 'i').exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}
