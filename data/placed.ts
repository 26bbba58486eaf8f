/**
 * `npm run data:placed -- <folder of references>`: holds every placed bridge, station, town, river and metro line against
 * coordinates from elsewhere (`gazetteer.json`, `places-near.json`, `rivers-centreline.geojson`, `metro-line18.geojson`)
 * and lists how far off each is, how far off it may be, and which lie outside. Nothing in the project needs that folder.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection, Geometry, LineString, Position } from 'geojson'
import { nearestPointOnLine } from '../geo/base/along'
import { distanceKm } from '../geo/base/measure'
import { pointInPolygon } from '../geo/base/point-in-polygon'
import { linesOf, pointsOf } from '../geo/base/position'
import { buildRecord } from './build'
import { buildSettings } from './settings'

const [folder, ...options] = process.argv.slice(2)
if (!folder || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('用法：npm run data:placed -- <参考坐标所在文件夹> [--all]')
  process.exit(2)
}

/** Something of ours that stands somewhere, and how far off it says it may be. */
interface Placed {
  where: string
  name: string
  names: string[]
  kind: string
  districts: string[]
  geometry: Geometry
  errorMeters: number
}

interface Reference {
  name: string
  kind: string
  lon: number
  lat: number
  note?: string
  districtByPolygon?: string
}

interface Finding {
  group: string
  ours: Placed
  reference: string
  meters: number
  allowedMeters: number
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
/** 观音桥站 and 观音桥, 李家沱长江大桥(复线桥) and 李家沱长江大桥, 统景镇 and 统景 are one name. */
const plain = (name: string) => name.replace(/[（(].*$/, '').replace(/(.)(火车站|地铁站|站|街道|镇|乡)$/, '$1')

const { resolved, sources } = await buildRecord(process.cwd(), buildSettings(process.cwd()))
const districtNames = new Map(
  resolved.features.filter(({ properties }) => properties.kind === 'district').map((f) => [f.id, f.properties.name]),
)
const recorded = resolved.features.flatMap(({ id, geometry, properties }): Placed[] => {
  const { name, aliases, kind, subkind, districts, precision } = properties
  if (!geometry || !precision || kind === 'district') return []
  const names = [...new Set([name, ...aliases].map(plain))]
  const areas = districts.map((code) => districtNames.get(code) ?? code)
  const { errorMeters } = precision
  return [{ where: id, name, names, kind: subkind ?? kind, districts: areas, geometry, errorMeters }]
})
/** Of the drawn shapes those that are the basemap; the others are what the record places. */
const basemapFiles = /^(base-.*|places)$/
const drawn = [...sources.shapes].flatMap(([file, { features }]) =>
  !basemapFiles.test(file)
    ? []
    : features.flatMap(({ geometry, properties }): Placed[] => {
        const { name, errorMeters, class: kind = file } = properties
        if (!geometry || !name || errorMeters === undefined) return []
        const names = [plain(name)]
        return [{ where: file, name, names, kind: String(kind), districts: [], geometry, errorMeters }]
      }),
)

function metersTo(geometry: Geometry, at: Position): number {
  if (geometry.type.endsWith('Polygon') && pointInPolygon(at, geometry)) return 0
  const toPoints = pointsOf(geometry).map((point) => distanceKm(at, point))
  const toLines = linesOf(geometry).map((line) => nearestPointOnLine(at, line).distanceKm)
  return Math.round(Math.min(...toPoints, ...toLines) * 1000)
}

/** Which of our kinds a reference may be compared with; a bridge's namesake may be a town. */
const comparable: { [kind: string]: RegExp } = {
  bridge: /^bridge$/,
  'metro-station': /^(station|metro)$/,
  'railway-station': /^station$/,
  town: /^(town|street|village|place)$/,
  'district-seat': /^place$/,
}

function findings(): Finding[] {
  const found: Finding[] = []
  const all = [...recorded, ...drawn]
  const gazetteer = read<Reference[]>('gazetteer.json')
  for (const reference of gazetteer) {
    const kinds = comparable[reference.kind]
    // GeoNames puts a town up to 1.2 km off; what is compared with it cannot be blamed for that.
    const unsure = reference.kind === 'town' || reference.kind === 'district-seat' ? 1200 : 0
    for (const ours of all) {
      const sameDistrict = ours.districts.length === 0 || ours.districts.includes(reference.districtByPolygon ?? '')
      if (!kinds?.test(ours.kind) || !sameDistrict || !ours.names.includes(plain(reference.name))) continue
      const meters = metersTo(ours.geometry, [reference.lon, reference.lat])
      // A namesake in another district is another town.
      if (unsure > 0 && ours.districts.length === 0 && meters > 12_000) continue
      found.push({
        group: reference.kind,
        ours,
        reference: reference.name,
        meters,
        allowedMeters: ours.errorMeters + unsure,
      })
    }
  }
  return [...found, ...nearFindings(), ...riverFindings(), ...stationsOnLines(gazetteer), ...trackFindings()]
}

function districtOf(at: Position): string {
  const found = resolved.features.find(
    ({ properties, geometry }) => properties.kind === 'district' && geometry && pointInPolygon(at, geometry),
  )
  return found?.properties.name ?? ''
}

/** Places that stand at or near something known, by an offset that is given; a namesake in another district is another. */
function nearFindings(): Finding[] {
  const near = read<(Reference & { expectedOffsetKm: number; nearest: string })[]>('places-near.json')
  return near.flatMap((reference) =>
    recorded
      .filter(({ name, names }) => name === reference.name || names.includes(plain(reference.name)))
      .filter(({ kind }) => !/highspeed|railway|metro|road|expressway/.test(kind))
      .filter(
        ({ districts }) => districts.length === 0 || districts.includes(districtOf([reference.lon, reference.lat])),
      )
      .map((ours) => ({
        group: 'place',
        ours,
        reference: `${reference.name}（${reference.nearest}）`,
        meters: metersTo(ours.geometry, [reference.lon, reference.lat]),
        allowedMeters: ours.errorMeters + Math.round(reference.expectedOffsetKm * 1000),
      })),
  )
}

/** The farthest vertex of every reach. */
function riverFindings(): Finding[] {
  const { features } =
    read<FeatureCollection<LineString, { river: string; origin: string; errorM: number }>>('rivers-centreline.geojson')
  return features.flatMap(({ geometry, properties: { river, origin, errorM } }) => {
    const ours = recorded.find(({ name, kind }) => name === river && kind === 'river')
    if (!ours) return []
    const meters = Math.max(...geometry.coordinates.map((at) => metersTo(ours.geometry, at)))
    const reach = origin.replace(/[（(].*$/, '').trim()
    return [{ group: 'river', ours, reference: reach, meters, allowedMeters: ours.errorMeters + errorM }]
  })
}

/**
 * A line and its branches pass their stations, which the note names them for. A station that lies beyond the end of what
 * is drawn says nothing of where the rest lies, nor does one of line 5 that trains of 江跳线 serve as well.
 */
function stationsOnLines(gazetteer: readonly Reference[]): Finding[] {
  const metro = [...recorded, ...drawn].filter(({ kind }) => kind === 'metro')
  const bare = (name: string) => name.replace(/^轨道(交通)?/, '')
  const stations = gazetteer.filter(({ kind }) => kind === 'metro-station')
  return stations.flatMap((station) => {
    const note = station.note?.split(';')[0] ?? ''
    const lines = [...note.matchAll(/\d+号线|环线|江跳线/g)].map(([name]) => name)
    const served = lines.filter((line) => line !== '江跳线' || !lines.includes('5号线'))
    return served.flatMap((line) => {
      const at = [station.lon, station.lat]
      const [nearest] = metro
        .filter(({ names }) => names.some((name) => bare(name).startsWith(line)))
        .map((ours) => ({ ours, meters: metersTo(ours.geometry, at) }))
        .sort((one, other) => one.meters - other.meters)
      if (!nearest || isBeyondEnd(nearest.ours.geometry, at)) return []
      const { errorMeters: allowedMeters } = nearest.ours
      return [{ group: 'station on line', ...nearest, reference: `${station.name}（${line}）`, allowedMeters }]
    })
  })
}

/** Whether the nearest point of a line is where it begins or ends. */
function isBeyondEnd(geometry: Geometry, at: Position): boolean {
  const [nearest] = linesOf(geometry)
    .map((line) => ({ line, ...nearestPointOnLine(at, line) }))
    .sort((one, other) => one.distanceKm - other.distanceKm)
  const ends = nearest ? [nearest.line[0], nearest.line.at(-1)] : []
  return ends.some((end) => nearest !== undefined && end !== undefined && distanceKm(nearest.point, end) < 0.05)
}

function trackFindings(): Finding[] {
  const { features } =
    read<FeatureCollection<LineString, { line: string; from: string; to: string; errorM: number }>>(
      'metro-line18.geojson',
    )
  return features.flatMap(({ geometry, properties: { line, from, to, errorM } }) =>
    recorded
      .filter(({ names, kind }) => kind === 'metro' && names.includes(line))
      .map((ours) => ({
        group: 'track',
        ours,
        reference: `${from}—${to}`,
        meters: Math.max(...geometry.coordinates.map((at) => metersTo(ours.geometry, at))),
        allowedMeters: ours.errorMeters + errorM,
      })),
  )
}

const list = findings().sort((a, b) => b.meters - b.allowedMeters - (a.meters - a.allowedMeters))
const isOutside = ({ meters, allowedMeters }: Finding) => meters > allowedMeters
const shown = options.includes('--all') ? list : list.filter(isOutside)
for (const finding of shown) {
  const { group, ours, reference, meters, allowedMeters } = finding
  const verdict = isOutside(finding) ? '外' : '内'
  console.log(
    `${verdict}  ${group.padEnd(15)} ${ours.where} ${ours.name} ↔ ${reference}  相差 ${meters} 米，允许 ${allowedMeters} 米（自注误差 ${ours.errorMeters} 米）`,
  )
}
for (const group of new Set(list.map((finding) => finding.group))) {
  const members = list.filter((finding) => finding.group === group)
  const sorted = members.map(({ meters }) => meters).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  console.log(
    `${group.padEnd(15)} 对照 ${members.length}，中位 ${at(0.5)} 米，95 % ${at(0.95)} 米，在误差之外 ${members.filter(isOutside).length}`,
  )
}
console.log(`共对照 ${list.length} 处，在误差之外 ${list.filter(isOutside).length} 处`)
process.exitCode = list.some(isOutside) ? 1 : 0
