/**
 * Reads the boundary file and the drawn shapes. The boundary file is the region's own unless `YULAN_BOUNDARIES` names
 * another (GeoJSON, WGS 84, `adcode` and `name`).
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { FeatureCollection, Geometry } from 'geojson'
import type { Datum } from '../../geo/base/datum'
import type { Region } from '../schema-region'
import { type BuildSettings, defaultRegionFolder } from '../settings'
import { type BoundaryFileRead, readBoundaryFile, shownPath } from './read-boundaries'

/** The properties of a drawn shape. */
export interface ShapeProperties {
  name?: string
  errorMeters?: number
  [key: string]: unknown
}
/** A file of drawn shapes, WGS 84 in degrees. */
export type ShapeCollection = FeatureCollection<Geometry, ShapeProperties>

/** Everything the geometry is made from. */
export interface GeometrySources {
  /** The boundary file, from the project's root. */
  boundaryFile: string
  /** The parsed boundary file, as `buildBoundaries` takes it. */
  boundaries: BoundaryFileRead
  /** What the file is in; undefined where it goes by its kind. */
  boundaryDatum?: Datum
  /** The region's own file where another one takes its place. */
  reference?: BoundaryFileRead
  /** Drawn shapes by file name without ending. */
  shapes: Map<string, ShapeCollection>
}

/** Returns the boundary file and the drawn shapes of a region. Throws if a shape file is no JSON. */
export function readGeometrySources(root: string, region: Region, settings: BuildSettings): GeometrySources {
  const { regionFolder, boundaryFile } = settings
  const folder = shapesFolder(root, regionFolder)
  const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : []
  const shapes = names
    .filter((name) => name.endsWith('.geojson'))
    .sort()
    .map((name): [string, ShapeCollection] => {
      return [name.replace(/\.geojson$/, ''), parseJson(join(folder, name)) as ShapeCollection]
    })
  const own = ownBoundaries(root, regionFolder, region)
  const used = boundaryFile ? resolve(root, boundaryFile) : own
  return {
    boundaryFile: shownPath(root, used),
    boundaries: readBoundaryFile(root, used, boundaryFile && `YULAN_BOUNDARIES=${boundaryFile}`),
    boundaryDatum: boundaryFile ? settings.boundaryDatum : region.boundaries.datum,
    ...(boundaryFile ? { reference: readBoundaryFile(root, own) } : {}),
    shapes: new Map(shapes),
  }
}

/** Returns the folder of a region's drawn shapes: `shapes` in its own folder, `geo/shapes` for the default region. */
export const shapesFolder = (root: string, regionFolder: string) =>
  regionFolder === defaultRegionFolder ? join(root, 'geo/shapes') : join(resolve(root, regionFolder), 'shapes')

function ownBoundaries(root: string, regionFolder: string, { boundaries: { file } }: Region): string {
  const inPackages = /^npm:(.+)$/.exec(file)?.[1]
  return inPackages ? join(root, 'node_modules', inPackages) : resolve(root, regionFolder, file)
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`读不出 ${path}：${error instanceof Error ? error.message : String(error)}`)
  }
}
