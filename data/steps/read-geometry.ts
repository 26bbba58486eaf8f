/**
 * Reads what the geometry is made of: the boundary file and the drawn shapes. The boundary file is that of npm
 * `echarts` unless the setting `YULAN_BOUNDARIES` names the owner's own (GeoJSON, WGS 84, `adcode` and `name`).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection, Geometry } from 'geojson'

export interface ShapeProperties {
  name?: string
  errorMeters?: number
  [key: string]: unknown
}
export type ShapeCollection = FeatureCollection<Geometry, ShapeProperties>

export interface GeometrySources {
  /** The parsed boundary file, as `buildBoundaries` takes it. */
  boundaries: unknown
  /** Drawn shapes by file name without ending. */
  shapes: Map<string, ShapeCollection>
}

export function readGeometrySources(root: string, boundaryFile = process.env.YULAN_BOUNDARIES): GeometrySources {
  const bundled = join(root, 'node_modules/echarts/map/json/province/chongqing.json')
  const folder = join(root, 'geo/shapes')
  const names = readdirSync(folder).filter((name) => name.endsWith('.geojson'))
  const shapes = names.sort().map((name): [string, ShapeCollection] => {
    return [name.replace(/\.geojson$/, ''), parseJson(join(folder, name)) as ShapeCollection]
  })
  return { boundaries: parseJson(boundaryFile ?? bundled), shapes: new Map(shapes) }
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`读不出 ${path}：${error instanceof Error ? error.message : String(error)}`)
  }
}
