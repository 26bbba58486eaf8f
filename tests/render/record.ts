/**
 * The record the pictures are drawn from: a copy with the date it was taken, so that a changed row of the record changes
 * no picture. Written again with the pictures.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Geometry } from 'geojson'
import type { Relation } from '../../data/schema'
import type { CoreFiles, RecordFeature } from '../../src/model/record'
import { chongqingPage } from '../fixtures/region'

const kept = join(import.meta.dirname, 'record.json')
/** What no layer of the map reads. */
const unread = new Set(['summary', 'positioning', 'sources', 'aliases', 'pinyin', 'note', 'conflict'])

export interface PictureRecord {
  core: CoreFiles
  relations: Relation[]
}

export function keptRecord(): PictureRecord {
  const { features, extents, relations } = JSON.parse(readFileSync(kept, 'utf8'))
  const nothing = { plans: [], themes: [], sources: [], units: [], adjacency: [], aliases: [], districtLabels: [] }
  return { core: { ...nothing, features, extents, release: '' } as unknown as CoreFiles, relations }
}

/** Copies what the built site ships; of the relations only those of these features. */
export function keepRecord(siteFolder: string, related: readonly string[]): void {
  const read = (name: string) => JSON.parse(readFileSync(join(siteFolder, 'data/v1', name), 'utf8'))
  const shipped = read('features.geojson')
  const relations = (read('relations.json').relations as Relation[])
    .filter(({ from, to }) => [from, ...to].some((id) => related.includes(id)))
    .map(({ id, kind, from, to }) => ({ id, kind, from, to }))
  const partners = new Set<string>([
    ...chongqingPage.centralDistricts,
    ...relations.flatMap(({ from, to }) => [from, ...to]),
  ])
  // Districts are drawn by the basemap; here they are only where links end.
  const placed = ({ properties: { id, kind, labelAt }, geometry }: RecordFeature) =>
    (geometry !== null || labelAt !== undefined) && (kind !== 'district' || partners.has(id))
  const features = (shipped.features as RecordFeature[]).filter(placed).map(({ properties, geometry }) => ({
    type: 'Feature',
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => !unread.has(key))),
    geometry: geometry && roughly(geometry),
  }))
  const extents = (read('extents.geojson').features as CoreFiles['extents']).map((extent) => ({
    ...extent,
    geometry: roughly(extent.geometry),
  }))
  const lines = (rows: readonly object[]) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`
  writeFileSync(
    kept,
    `{"release":"${shipped.release}","features":${lines(features)},"extents":${lines(extents)},"relations":${lines(relations)}}\n`,
  )
}

/** To ten metres, less than a pixel of any picture. */
const roughly = (geometry: Geometry): Geometry =>
  JSON.parse(
    JSON.stringify(geometry, (_, value) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value)),
  )
