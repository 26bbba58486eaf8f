/** What the map shows of a feature's relations: curves to its partners, and lines from a board to what the documents name for it. Pure. */
import type { Feature, Geometry, Position } from 'geojson'
import type { Relation } from '../../../data/schema'
import { linesOf } from '../../../geo/base/position'
import { labelBox } from '../../../geo/labels/label-box'
import { textAspect } from '../../../geo/labels/text-aspect'
import { arcBetween } from '../../../geo/screen/arc'
import type { PlanRecord, RecordFeature } from '../../model/record'
import { englishOnMap, iconOf, smallSigns } from '../feature-class'

/**
 * What a line of a relation is: `arc` to a partner, `along` a partner that is a line, `leader` from a board to what
 * belongs to it.
 */
export type RelationRole = 'arc' | 'along' | 'leader'

/** The properties of a relation on the map. */
export interface RelationProperties {
  role: RelationRole
  /** The partner's id and names. */
  id: string
  name: string
  nameEn: string
  /** The partner's sign; none where it has a large name instead. */
  sign?: string
  /** It is one of the central districts, whose names are never hidden. */
  central: boolean
}

/** A line of a relation on the map, WGS 84 in degrees. */
export type RelationFeature = Feature<Geometry, RelationProperties>

/** Links between features; borders, distances and what lies in what are said by the map itself. */
const linking: ReadonlySet<Relation['kind']> = new Set(['cooperation', 'connection', 'direction', 'overlap'])

/** Returns the partners of a feature, each once, in the order of the record. */
export function partnersOf(relations: readonly Relation[], id: string): string[] {
  const partners = relations
    .filter(({ kind, from, to }) => linking.has(kind) && (from === id || to.includes(id)))
    .flatMap(({ from, to }) => (from === id ? to : [from]))
  return [...new Set(partners)].filter((partner) => partner !== id)
}

/**
 * Returns the lines to the partners of a feature; empty if it has no position. A partner without a position is in the
 * panel only.
 */
export function relationFeatures(record: PlanRecord, relations: readonly Relation[], id: string): RelationFeature[] {
  const start = placeOf(record, id)
  if (!start) return []
  return partnersOf(relations, id).flatMap((partner) => {
    const feature = record.featureById.get(partner)
    const geometry = feature?.geometry
    // Rivers are water on the basemap already and stay blue.
    if (feature && geometry?.type.endsWith('LineString'))
      return feature.properties.kind === 'water' ? [] : [drawn(record, 'along', feature, geometry)]
    const end = placeOf(record, partner)
    if (!feature || !end) return []
    return [drawn(record, 'arc', feature, { type: 'LineString', coordinates: arcBetween(start, end) })]
  })
}

/** A board has no extent: thin lines join its large name to the districts and zones a document names for it. */
export function leaderFeatures(record: PlanRecord, id: string): RelationFeature[] {
  const board = record.featureById.get(id)
  const start = board?.properties.subkind === 'board' ? board.properties.labelAt : undefined
  if (!board || !start) return []
  return [...board.properties.districts, ...board.properties.zones].flatMap((member) => {
    const feature = record.featureById.get(member)
    const end = placeOf(record, member)
    return feature && end ? [drawn(record, 'leader', feature, { type: 'LineString', coordinates: [start, end] })] : []
  })
}

function drawn(
  { region }: PlanRecord,
  role: RelationRole,
  { properties }: RecordFeature,
  geometry: Geometry,
): RelationFeature {
  const { id, name, nameEn, kind } = properties
  const icon = iconOf(properties)
  const sign = kind === 'district' || kind === 'zone' ? {} : { sign: smallSigns.has(icon) ? 'dot' : icon }
  const central = region.centralDistricts.includes(id)
  return { type: 'Feature', properties: { role, id, name, nameEn: englishOnMap(nameEn), central, ...sign }, geometry }
}

/** Where curves start and end: a point, the middle of a line, or where the large name of a district or zone stands. */
function placeOf(record: PlanRecord, id: string): Position | undefined {
  const feature = record.featureById.get(id)
  if (!feature) return undefined
  const { geometry, properties } = feature
  if (properties.kind === 'zone' && properties.labelAt) return properties.labelAt
  if (!geometry) return properties.labelAt
  if (geometry.type === 'Point') return geometry.coordinates
  if (geometry.type === 'MultiPoint') return geometry.coordinates[0]
  // 渝北区 is written 渝北.
  if (geometry.type.endsWith('Polygon')) return labelBox(geometry, textAspect(properties.name.slice(0, -1))).center
  const line = linesOf(geometry).reduce((longest, each) => (each.length > longest.length ? each : longest), [])
  return line[Math.floor(line.length / 2)]
}
