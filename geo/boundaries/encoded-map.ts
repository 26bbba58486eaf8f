/** Decodes the maps of `echarts@4.9.0`: rings as text, on a grid of 1/1024°, so ±100 m. */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { elementAt } from '../base/position'

type Offset = [number, number]

/** An area whose rings are ECharts' "UTF8Encoding". */
export type EncodedArea =
  | { type: 'Polygon'; coordinates: string[]; encodeOffsets: Offset[] }
  | { type: 'MultiPolygon'; coordinates: string[][]; encodeOffsets: Offset[][] }

/** Returns the area as plain GeoJSON, in the datum it was drawn in. */
export function decodeArea(area: EncodedArea): Polygon | MultiPolygon {
  if (area.type === 'Polygon') {
    const { coordinates, encodeOffsets } = area
    const rings = coordinates.map((ring, index) => decodeRing(ring, elementAt(encodeOffsets, index)))
    return { type: 'Polygon', coordinates: rings }
  }
  const { coordinates, encodeOffsets } = area
  return {
    type: 'MultiPolygon',
    coordinates: coordinates.map((rings, part) =>
      rings.map((ring, index) => decodeRing(ring, elementAt(elementAt(encodeOffsets, part), index))),
    ),
  }
}

/** Zigzag differences from the position before, one character each. */
function decodeRing(encoded: string, [offsetX, offsetY]: Offset): Position[] {
  const unzigzag = (code: number) => (code >> 1) ^ -(code & 1)
  const ring: Position[] = []
  let x = offsetX
  let y = offsetY
  for (let index = 0; index + 1 < encoded.length; index += 2) {
    x += unzigzag(encoded.charCodeAt(index) - 64)
    y += unzigzag(encoded.charCodeAt(index + 1) - 64)
    ring.push([x / 1024, y / 1024])
  }
  return ring
}
