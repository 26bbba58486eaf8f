import type { MultiPolygon, Polygon } from 'geojson'

/** A named area a question is answered by, normally a district. */
export interface NamedArea {
  id: string
  geometry: Polygon | MultiPolygon
}
