import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { type Datum, toWgs84Geometry } from '../base/datum'
import { decodeArea, type EncodedArea } from './encoded-map'
import { BoundaryFileError, positionFault } from './source-faults'
import type { DistrictCollection, DistrictProperties } from './topology'

/**
 * The two shapes of boundary file there can be: an encoded map of `echarts@4.9.0` and a plain GeoJSON FeatureCollection
 * whose features have a code and a name, as an owner would swap in.
 */
export interface BoundarySource {
  kind: 'echarts' | 'geojson'
  districts: DistrictCollection
}

/** Districts that stand in a file under an old name and code, by that code. */
export interface RenamedDistricts {
  readonly [adcode: string]: DistrictProperties
}

/** What is known of a boundary file beside its content. */
export interface BoundaryFileFacts {
  /** Unless stated an encoded file is GCJ-02 and a plain one WGS 84. */
  datum?: Datum
  renamed?: RenamedDistricts
  /** The codes of the districts wanted; other features of the file are left out. */
  codes?: RegExp
  /** Names by code, for features that state only one of the two. */
  names?: ReadonlyMap<string, string>
}

type District = Feature<Polygon | MultiPolygon, DistrictProperties>

/**
 * Returns the districts of a parsed boundary file in WGS 84, in order of adcode. Throws `BoundaryFileError` for a file
 * that cannot be read.
 */
export function readBoundarySource(raw: unknown, facts: BoundaryFileFacts = {}): BoundarySource {
  const features = isObject(raw) ? raw.features : undefined
  if (!isObject(raw) || !Array.isArray(features))
    throw new BoundaryFileError({ fault: 'no-features', type: isObject(raw) ? String(raw.type) : typeof raw })
  const encoded = raw.UTF8Encoding === true
  const datum = facts.datum ?? (encoded ? 'GCJ02' : 'WGS84')
  const districts = features.map((feature, index) => readDistrict(feature, index, encoded, facts))
  const wanted = districts.filter(({ properties }) => facts.codes?.test(properties.adcode) ?? true)
  if (wanted.length === 0)
    throw new BoundaryFileError({ fault: 'no-districts', codes: districts.map(({ properties }) => properties.adcode) })
  return {
    kind: encoded ? 'echarts' : 'geojson',
    districts: {
      type: 'FeatureCollection',
      features: onceEach(wanted)
        .map((district) => ({ ...district, geometry: toWgs84Geometry(district.geometry, datum) }))
        .sort((a, b) => a.properties.adcode.localeCompare(b.properties.adcode)),
    },
  }
}

function readDistrict(feature: unknown, index: number, encoded: boolean, facts: BoundaryFileFacts): District {
  const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {}
  const id = isObject(feature) ? feature.id : undefined
  const identity = identityOf(properties, id, facts)
  if (!identity) throw new BoundaryFileError({ fault: 'nameless', index, keys: Object.keys(properties) })
  const found = facts.renamed?.[identity.adcode] ?? identity
  const geometry = isObject(feature) ? feature.geometry : undefined
  const type = isObject(geometry) ? String(geometry.type) : String(geometry)
  if (type !== 'Polygon' && type !== 'MultiPolygon') throw new BoundaryFileError({ fault: 'no-area', ...found, type })
  const area = encoded ? decodeArea(geometry as EncodedArea) : (geometry as Polygon | MultiPolygon)
  const fault = positionFault(area)
  if (fault) throw new BoundaryFileError({ ...fault, ...found })
  return { type: 'Feature', properties: found, geometry: area }
}

/** What published files call the code of a district, and its name. */
const codeKeys = /^(adcode|ad_code|code|id|gb|pac|xzqdm|district_?code|区划码|区划代码|行政区划代码|行政区代码|代码)$/i
const nameKeys = /^(name|name_zh|name_chn|district|county|xzqmc|mc|名称|区划名称|行政区名称|区县|区县名称)$/i

function identityOf(
  properties: { [key: string]: unknown },
  id: unknown,
  { names }: BoundaryFileFacts,
): DistrictProperties | undefined {
  const entries = Object.entries(properties)
  const adcode = [...valuesOf(entries, codeKeys), id].flatMap((value) => sixDigits(value) ?? [])[0]
  const name = valuesOf(entries, nameKeys).find((value) => typeof value === 'string' && value.trim() !== '')
  const written = typeof name === 'string' ? name.trim() : undefined
  const code = adcode ?? (written === undefined ? undefined : codeNamed(written, names))
  const known = written ?? (code === undefined ? undefined : names?.get(code))
  return code !== undefined && known !== undefined ? { adcode: code, name: known } : undefined
}

const valuesOf = (entries: readonly [string, unknown][], keys: RegExp) =>
  entries.filter(([key]) => keys.test(key)).map(([, value]) => value)

/** `123456`, the number, with the country's 156 before it, or with the zeros of towns and villages after it. */
function sixDigits(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return /^(?:156(?=\d{6}$))?(\d{6})(0{3}|0{6})?$/.exec(String(value).trim())?.[1]
}

const withoutSort = (name: string) => (name.length > 2 ? name.replace(/(自治县|[区县市])$/, '') : name)

/** The one code whose district has this name, its sort (`区`, `…自治县`) aside. */
function codeNamed(name: string, names: ReadonlyMap<string, string> = new Map()): string | undefined {
  const found = [...names].filter(([, known]) => name.startsWith(withoutSort(known)))
  return found.length === 1 ? found[0]?.[0] : undefined
}

/** A district that comes in several features is one of several parts. */
function onceEach(districts: readonly District[]): District[] {
  const byCode = new Map<string, District>()
  for (const district of districts) {
    const known = byCode.get(district.properties.adcode)
    const parts = known && [...partsOf(known), ...partsOf(district)]
    byCode.set(
      district.properties.adcode,
      known && parts ? { ...known, geometry: { type: 'MultiPolygon', coordinates: parts } } : district,
    )
  }
  return [...byCode.values()]
}

const partsOf = ({ geometry }: District) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

const isObject = (value: unknown): value is { [key: string]: unknown } => typeof value === 'object' && value !== null
