import { readFileSync } from 'node:fs'
import { type Adjacency, adjacencies } from '../../../geo/boundaries/adjacency'
import { type BoundaryResult, buildBoundaries } from '../../../geo/boundaries/boundaries'
import { readBoundarySource } from '../../../geo/boundaries/source'
import { riverCorridors } from '../../../geo/rivers/corridors'
import { buildRivers, type DrawnReaches, type RiverResult } from '../../../geo/rivers/rivers'
import { chongqing } from '../../fixtures/region'

/** The echarts boundary file as parsed JSON. */
export function rawBoundaries(): unknown {
  return readJson('../../../node_modules/echarts/map/json/province/chongqing.json')
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
}

interface Built {
  boundaries: BoundaryResult
  rivers: RiverResult
  adjacency: Adjacency[]
}

let built: Promise<Built> | undefined

/** Boundaries, rivers and adjacency as the build makes them, once per worker. */
export function buildGeometry(): Promise<Built> {
  built ??= build()
  return built
}

async function build(): Promise<Built> {
  const boundaries = await buildBoundaries(
    readBoundarySource(rawBoundaries(), { renamed: chongqing.boundaries.renamed }),
  )
  const rivers = buildRivers(
    boundaries.topology,
    readJson('../../../geo/shapes/rivers-reaches.geojson') as DrawnReaches,
    chongqing.rivers,
    chongqing.middle,
  )
  return { boundaries, rivers, adjacency: adjacencies(boundaries.topology, riverCorridors(rivers, chongqing.rivers)) }
}
