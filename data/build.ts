/** The recipe: read → resolve → check → files. Everything that is wrong is gathered and thrown together. */
import type { Geometry } from 'geojson'
import { type Adjacency, adjacencies } from '../geo/boundaries/adjacency'
import { type BoundaryResult, buildBoundaries } from '../geo/boundaries/boundaries'
import { checkBoundaries } from '../geo/boundaries/checks'
import { riverCorridors } from '../geo/rivers/corridors'
import { buildRivers, type DrawnReaches, type RiverResult } from '../geo/rivers/rivers'
import { release } from './release'
import { checkRecord } from './steps/check'
import { checkPlaces } from './steps/check-places'
import { lostSlugs } from './steps/named-links'
import { type AuthoredRecord, type Problem, readRecord } from './steps/read'
import { type GeometrySources, readGeometrySources } from './steps/read-geometry'
import { lostIds, pastReleases, readReleases, releaseManifest } from './steps/releases'
import { type PlacedShapes, type ResolvedRecord, resolveRecord } from './steps/resolve'
import { type ShippedFiles, shipRecord } from './steps/ship'

export interface BuiltRecord {
  record: AuthoredRecord
  resolved: ResolvedRecord
  shipped: ShippedFiles
  boundaries: BoundaryResult
  rivers: RiverResult
  adjacency: Adjacency[]
  sources: GeometrySources
}

/** All problems of a build, one a line: `file:line  sentence`. */
export class RecordError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line}  ${message}`).join('\n'))
    this.name = 'RecordError'
  }
}

/** Builds the record below `root`; throws `RecordError` with every problem found. */
export async function buildRecord(root: string): Promise<BuiltRecord> {
  const { record, problems } = readRecord(root)
  problems.push(...checkRecord(record))
  if (problems.length > 0) throw new RecordError(problems)

  const sources = readGeometrySources(root)
  const boundaries = await buildBoundaries(sources.boundaries)
  const rivers = buildRivers(boundaries.topology, sources.shapes.get('rivers-reaches') as unknown as DrawnReaches)
  const adjacency = adjacencies(boundaries.topology, riverCorridors(rivers))
  const { resolved, problems: unplaced } = resolveRecord(record, placedShapes(boundaries, rivers, sources))
  unplaced.push(
    ...checkBoundaries(boundaries).map(({ message }) => ({ file: '区县边界文件', line: 1, message })),
    ...checkPlaces(record, resolved),
  )
  if (unplaced.length > 0) throw new RecordError(unplaced)

  const { manifests, slugs } = readReleases(root)
  const today = releaseManifest(record, resolved, release)
  const older = manifests.filter((manifest) => manifest.release < release)
  const vanished = [
    ...lostIds(older, today, new Set(record.aliases.map(({ row }) => row.from))),
    ...lostSlugs(slugs, record.links),
  ]
  if (vanished.length > 0) throw new RecordError(vanished)

  const shipped = shipRecord(record, resolved, adjacency, pastReleases(older, today), release)
  return { record, resolved, shipped, boundaries, rivers, adjacency, sources }
}

function placedShapes(boundaries: BoundaryResult, rivers: RiverResult, sources: GeometrySources): PlacedShapes {
  const shapes = new Map<string, Map<string, Geometry>>()
  for (const [name, { features }] of sources.shapes)
    shapes.set(name, new Map(features.map(({ id, geometry }) => [String(id), geometry])))
  shapes.set('rivers', wholeRivers(rivers))
  return {
    boundaries: new Map(boundaries.districts.features.map(({ properties, geometry }) => [properties.adcode, geometry])),
    shapes,
  }
}

/** Each river as one feature, reach by reach downstream. */
function wholeRivers({ centrelines }: RiverResult): Map<string, Geometry> {
  const reachesOf = (name: string) => centrelines.features.filter(({ properties }) => properties.name === name)
  const geometry = (name: string): Geometry => ({
    type: 'MultiLineString',
    coordinates: reachesOf(name).map((reach) => reach.geometry.coordinates),
  })
  return new Map([
    ['changjiang', geometry('长江')],
    ['jialingjiang', geometry('嘉陵江')],
  ])
}
