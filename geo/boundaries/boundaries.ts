import mapshaper from 'mapshaper'
import { joinExclaves } from './exclaves'
import type { BoundarySource } from './source'
import { type DistrictCollection, type DistrictTopology, partsOf, shapeOf, toDistricts } from './topology'

/** All districts of the boundary file, repaired: no gap, no overlap, shared borders identical to the last digit. */
export interface BoundaryResult {
  /** WGS 84, 5 decimals (about 1 m), outer rings counter-clockwise, in order of adcode. */
  districts: DistrictCollection
  topology: DistrictTopology
}

/** Decimals kept of a degree: 1.1 m, far below the source's ±100 m. */
const DECIMALS = 5

/**
 * How far a file is bent to make it fit. The echarts file is on a grid of about 100 m and neighbours were digitised
 * apart, so vertices closer than 0.0005° (about 50 m) are one, and gaps up to 3 km² are filled; its exclaves under 0.2
 * km² are slivers. A file the owner vouches for is only noded: what does not fit there is for `checkBoundaries` to
 * report.
 */
const RECIPES = {
  echarts: { snapDegrees: 0.0005, gapKm2: 3, exclaveKm2: 0.2 },
  geojson: { snapDegrees: 0.00001, gapKm2: 0.01, exclaveKm2: 0 },
} as const

/**
 * Returns districts and topology of a boundary file as `readBoundarySource` gives it. The same file always gives the
 * same result.
 */
export async function buildBoundaries(source: BoundarySource): Promise<BoundaryResult> {
  const recipe = RECIPES[source.kind]
  const noded = await repair(source.districts, recipe.snapDegrees, recipe.gapKm2)
  const topology = joinExclaves(noded, recipe.exclaveKm2)
  return { districts: toDistricts(topology), topology }
}

async function repair(districts: DistrictCollection, snapDegrees: number, gapKm2: number): Promise<DistrictTopology> {
  const clean = `-clean gap-fill-area=${gapKm2}km2`
  const commands = [
    `-i districts.json snap snap-interval=${snapDegrees}`,
    clean,
    `-snap precision=${10 ** -DECIMALS}`,
    clean,
    '-o out.json format=topojson no-quantization',
  ].join(' ')
  const output = await mapshaper.applyCommands(commands, { 'districts.json': JSON.stringify(districts) })
  return readTopology(String(output['out.json']))
}

/** Mapshaper's TopoJSON with rounded arcs, districts in order of adcode and nothing else. */
function readTopology(text: string): DistrictTopology {
  const { arcs, objects } = JSON.parse(text) as DistrictTopology
  const geometries = objects.districts.geometries
    .map((shape) => shapeOf({ adcode: shape.properties.adcode, name: shape.properties.name }, partsOf(shape)))
    .sort((a, b) => a.properties.adcode.localeCompare(b.properties.adcode))
  const rounded = arcs.map((arc) => arc.map((position) => position.map((value) => Number(value.toFixed(DECIMALS)))))
  return { type: 'Topology', arcs: rounded, objects: { districts: { type: 'GeometryCollection', geometries } } }
}
