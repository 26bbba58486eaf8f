/** What of own layers the engine's worker cuts up itself: lines, areas, and what is marked. Pure. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { columnClasses } from '../../model/own-data/classes'
import { shownRows } from '../../model/own-data/filter'
import type { MovedRow, OwnData } from '../../model/own-data/own-data'
import type { OwnLayer } from '../../model/own-data/own-layer'
import type { PlanRecord } from '../../model/record'
import type { AnalysisFeature, analysisFeatures } from '../analysis/features'

/** Points go into tiles of our own; a collection is what of it is no point. */
function shapesOf(geometry: Geometry | null): Geometry[] {
  if (!geometry || geometry.type === 'Point' || geometry.type === 'MultiPoint') return []
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(shapesOf) : [geometry]
}

/** Returns whether any row of a layer has lines or areas. */
export const hasShapes = ({ table }: OwnLayer): boolean =>
  table.rows.some(({ geometry }) => geometry !== null && geometry.type !== 'Point' && geometry.type !== 'MultiPoint')

/** Returns the lines and areas of the rows a layer shows: their id is the index of the row, `c` the number of the class. */
export function shapeFeatures(layer: OwnLayer): FeatureCollection {
  const { table, colourBy } = layer
  const classes = colourBy === undefined ? undefined : columnClasses(table, colourBy).ofRow
  const features = [...shownRows(layer)].flatMap((row) =>
    shapesOf(table.rows[row]?.geometry ?? null).map(
      (geometry): Feature => ({ type: 'Feature', id: row, geometry, properties: { c: classes?.[row] ?? 0 } }),
    ),
  )
  return { type: 'FeatureCollection', features }
}

/** Returns the row that was pressed and the arrows of a datum. */
export function markFeatures({ layers, row, arrows = [] }: OwnData): FeatureCollection {
  const layer = layers.find(({ id }) => id === row?.layer)
  const geometry = layer?.visible && row ? layer.table.rows[row.index]?.geometry : undefined
  const features: Feature[] = geometry ? [{ type: 'Feature', geometry, properties: { role: 'row' } }] : []
  return { type: 'FeatureCollection', features: [...features, ...arrows.flatMap(arrowFeatures)] }
}

/** Returns what lies around the row that was pressed, in the roles of an answer's features. */
export function nearFeatures({ near }: OwnData, record: PlanRecord): ReturnType<typeof analysisFeatures> {
  if (!near) return { type: 'FeatureCollection', features: [] }
  const found = near.found.flatMap((id): AnalysisFeature[] => {
    const geometry = record.featureById.get(id)?.geometry
    return geometry ? [{ type: 'Feature', geometry, properties: { role: 'inside', id } }] : []
  })
  const shape: AnalysisFeature = { type: 'Feature', geometry: near.shape, properties: { role: 'shape' } }
  return { type: 'FeatureCollection', features: [shape, ...found] }
}

/** A line from an open dot to a full one. */
const arrowFeatures = ({ from, to }: MovedRow): Feature[] => [
  { type: 'Feature', geometry: { type: 'LineString', coordinates: [from, to] }, properties: { role: 'arrow' } },
  { type: 'Feature', geometry: { type: 'Point', coordinates: from }, properties: { role: 'from' } },
  { type: 'Feature', geometry: { type: 'Point', coordinates: to }, properties: { role: 'to' } },
]
