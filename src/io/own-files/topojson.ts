/** Reads the layers of a TopoJSON. Pure. */
import { feature } from 'topojson-client'
import { featureTable, type RawFeature } from './features'
import { RefusedFile } from './limits'
import type { RawTable } from './raw-table'

/** Returns a table for each object of a topology. */
export function topologyTables(name: string, topology: { readonly [key: string]: unknown }): RawTable[] {
  const { objects } = topology
  if (typeof objects !== 'object' || objects === null) throw new RefusedFile('damaged')
  const layers = Object.entries(objects)
  if (layers.length === 0) throw new RefusedFile('no-rows', { format: 'TopoJSON' })
  return layers.map(([layer, object]) =>
    featureTable(layers.length > 1 ? `${name} · ${layer}` : name, 'topojson', featuresOf(topology, object)),
  )
}

/** Features are made one by one, so that one with a wrong arc leaves the others. */
function featuresOf(topology: object, object: unknown): RawFeature[] {
  if (typeof object !== 'object' || object === null) throw new RefusedFile('damaged')
  const { type, geometries } = object as { type?: unknown; geometries?: unknown }
  const parts = type === 'GeometryCollection' && Array.isArray(geometries) ? geometries : [object]
  return parts.map((part) => oneFeature(topology, part))
}

function oneFeature(topology: object, part: unknown): RawFeature {
  try {
    const read = feature(topology as Parameters<typeof feature>[0], part as Parameters<typeof feature>[1])
    if (read.type !== 'Feature') return { properties: [], geometry: null, bad: read.type }
    const properties = Object.entries(read.properties ?? {})
    const id = read.id === undefined || 'id' in (read.properties ?? {}) ? [] : [['id', read.id] as const]
    return { properties: [...id, ...properties], geometry: read.geometry }
  } catch {
    const { type } = Object(part) as { type?: unknown }
    return { properties: [], geometry: null, bad: typeof type === 'string' ? type : typeof part }
  }
}
