/** Builds the record: read, resolve, check, write files. All problems found are thrown together. */
import { resolve } from 'node:path'
import type { Geometry } from 'geojson'
import { type Adjacency, adjacencies } from '../geo/boundaries/adjacency'
import type { BoundaryResult } from '../geo/boundaries/boundaries'
import { riverCorridors } from '../geo/rivers/corridors'
import { RiverError } from '../geo/rivers/course'
import { buildRivers, type DrawnReaches, type RiverResult } from '../geo/rivers/rivers'
import type { AuthoredBriefing } from './schema-briefing'
import type { Region } from './schema-region'
import { type BuildSettings, defaultRegionFolder } from './settings'
import { checkBriefings, lostScenes } from './steps/briefings'
import { checkRecord } from './steps/check'
import { riverProblem } from './steps/check-boundaries'
import { checkPlaces } from './steps/check-places'
import { buildExtents, type ExtentShapes } from './steps/extents'
import { lostSlugs } from './steps/named-links'
import { type AuthoredRecord, type Located, type Problem, readBriefings, readRecord, readRegion } from './steps/read'
import { type GeometrySources, readGeometrySources } from './steps/read-geometry'
import { releaseManifest } from './steps/release-manifest'
import { lostIds, pastReleases, readReleases } from './steps/releases'
import { type PlacedShapes, type ResolvedRecord, resolveRecord } from './steps/resolve'
import { type ShippedFiles, shipRecord } from './steps/ship'
import { soundBoundaries } from './steps/sound-boundaries'

/** The record of a region at every stage, with its geometry. */
export interface BuiltRecord {
  region: Region
  record: AuthoredRecord
  briefings: Located<AuthoredBriefing>[]
  resolved: ResolvedRecord
  shipped: ShippedFiles
  boundaries: BoundaryResult
  rivers: RiverResult
  adjacency: Adjacency[]
  sources: GeometrySources
}

/** The problems of a build; the message has one line for each, `file:line  sentence`. */
export class RecordError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line}  ${message}`).join('\n'))
    this.name = 'RecordError'
    // A stack trace would not help the author of the row.
    this.stack = this.message
  }
}

const defaultSettings: BuildSettings = { regionFolder: defaultRegionFolder }

/** Returns the record of a region below `root`. Throws `RecordError` with every problem found. */
export async function buildRecord(root: string, settings = defaultSettings): Promise<BuiltRecord> {
  const { region: located, record, briefings } = soundRows(root, settings)
  const region = located.row
  const sources = readGeometrySources(root, region, settings)
  const read = await soundBoundaries(located, sources)
  if (!read.ok) throw new RecordError(read.problems)
  const boundaries = read.value
  const { rivers, adjacency } = builtRivers(located, boundaries, sources)
  const { resolved, problems } = resolveRecord(record, placedShapes(region, boundaries, rivers, sources))
  const { extents, problems: extentProblems } = buildExtents(record, extentShapes(region, boundaries, rivers, sources))
  problems.push(...checkPlaces(record, resolved), ...extentProblems)
  if (problems.length > 0) throw new RecordError(problems)

  const { manifests, slugs, scenes } = readReleases(resolve(root, settings.regionFolder))
  const today = releaseManifest(record, resolved, region.release)
  const older = manifests.filter((manifest) => manifest.release < region.release)
  const vanished = [
    ...lostIds(older, today, new Set(record.aliases.map(({ row }) => row.from))),
    ...lostSlugs(slugs, record.links),
    ...lostScenes(scenes, briefings, settings.regionFolder),
  ]
  if (vanished.length > 0) throw new RecordError(vanished)

  const shipped = shipRecord(
    record,
    { ...resolved, extents, briefings: briefings.map(({ row }) => row) },
    adjacency,
    pastReleases(
      older,
      today,
      record.aliases.map(({ row }) => row),
    ),
    region,
  )
  return { region, record, briefings, resolved, shipped, boundaries, rivers, adjacency, sources }
}

function soundRows(
  root: string,
  { regionFolder }: BuildSettings,
): { region: Located<Region>; record: AuthoredRecord; briefings: Located<AuthoredBriefing>[] } {
  const { region, problems: ofRegion } = readRegion(root, regionFolder)
  const { record, problems: ofRows } = readRecord(root, regionFolder)
  const { briefings, problems: ofBriefings } = readBriefings(root, regionFolder)
  const problems = [...ofRegion, ...ofRows, ...ofBriefings, ...(region ? checkRecord(record, region) : [])]
  problems.push(...checkBriefings(briefings, record))
  if (!region || problems.length > 0) throw new RecordError(problems)
  return { region, record, briefings }
}

function builtRivers(region: Located<Region>, { topology }: BoundaryResult, sources: GeometrySources) {
  const { rivers: plans, middle } = region.row
  const reaches = sources.shapes.get('rivers-reaches') ?? { type: 'FeatureCollection', features: [] }
  try {
    const rivers = buildRivers(topology, reaches as unknown as DrawnReaches, plans, middle)
    return { rivers, adjacency: adjacencies(topology, riverCorridors(rivers, plans)) }
  } catch (error) {
    if (!(error instanceof RiverError)) throw error
    throw new RecordError([riverProblem(region, error)])
  }
}

function placedShapes(
  region: Region,
  boundaries: BoundaryResult,
  rivers: RiverResult,
  sources: GeometrySources,
): PlacedShapes {
  const shapes = new Map<string, Map<string, Geometry>>()
  for (const [name, { features }] of sources.shapes)
    shapes.set(name, new Map(features.map(({ id, geometry }) => [String(id), geometry])))
  shapes.set('rivers', wholeRivers(region, rivers))
  return {
    boundaryPrecision: region.boundaries,
    boundaries: new Map(boundaries.districts.features.map(({ properties, geometry }) => [properties.adcode, geometry])),
    shapes,
  }
}

/** What extents may be cut from. A ridge is one whose width is known. */
function extentShapes(
  region: Region,
  boundaries: BoundaryResult,
  rivers: RiverResult,
  sources: GeometrySources,
): ExtentShapes {
  const ridges = (sources.shapes.get('ridges')?.features ?? []).flatMap(({ id, geometry, properties }) => {
    const { widthMeters } = properties
    if (geometry.type !== 'LineString' || typeof widthMeters !== 'number') return []
    return [[String(id), { crest: geometry.coordinates, widthMeters }] as const]
  })
  const waterOf = (name: string) => rivers.areas.features.filter(({ properties }) => properties.name === name)
  return {
    districts: new Map(boundaries.districts.features.map(({ properties, geometry }) => [properties.adcode, geometry])),
    ridges: new Map(ridges),
    rivers: new Map(region.rivers.map(({ id, name }) => [id, waterOf(name).map(({ geometry }) => geometry)])),
  }
}

/** Each river as one feature, reach by reach downstream. */
function wholeRivers(region: Region, { centrelines }: RiverResult): Map<string, Geometry> {
  const reachesOf = (name: string) => centrelines.features.filter(({ properties }) => properties.name === name)
  return new Map(
    region.rivers.map(({ id, name }): [string, Geometry] => {
      const coordinates = reachesOf(name).map((reach) => reach.geometry.coordinates)
      return [id, { type: 'MultiLineString', coordinates }]
    }),
  )
}
