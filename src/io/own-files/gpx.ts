/** Reads the waypoints, routes and tracks of GPX. Pure. */
import type { Element } from '@xmldom/xmldom'
import { featureTable, type RawFeature } from './features'
import { RefusedFile } from './limits'
import type { RawTable } from './raw-table'
import { childrenNamed, childText, elementsIn, nameOf, parseXml, withoutMarkup } from './xml'

/** Returns the table of a GPX: waypoints are points, routes and tracks lines. */
export function readGpx(name: string, bytes: Uint8Array): RawTable {
  const features = [...elementsIn(parseXml(bytes))].flatMap(featureOf)
  if (features.length === 0) throw new RefusedFile('no-rows', { format: 'GPX' })
  return featureTable(name, 'gpx', features)
}

function featureOf(element: Element): RawFeature[] {
  switch (nameOf(element)) {
    case 'wpt':
      return [
        { properties: propertiesOf(element, 'wpt'), geometry: { type: 'Point', coordinates: positionOf(element) } },
      ]
    case 'rte': {
      const coordinates = childrenNamed(element, 'rtept').map(positionOf)
      return [{ properties: propertiesOf(element, 'rte'), geometry: { type: 'LineString', coordinates } }]
    }
    case 'trk':
      return [{ properties: propertiesOf(element, 'trk'), geometry: trackOf(element) }]
    default:
      return []
  }
}

/** A segment of a single point is where a device was switched on: it is no line. */
function trackOf(track: Element) {
  const segments = childrenNamed(track, 'trkseg')
    .map((segment) => childrenNamed(segment, 'trkpt').map(positionOf))
    .filter(({ length }) => length > 1)
  const [first, ...others] = segments
  return others.length === 0
    ? { type: 'LineString', coordinates: first ?? [] }
    : { type: 'MultiLineString', coordinates: segments }
}

const texts = ['name', 'desc', 'cmt', 'time', 'sym', 'type'] as const

function propertiesOf(element: Element, kind: string): [string, unknown][] {
  const elevation = Number(childText(element, 'ele') ?? Number.NaN)
  return [
    ['kind', kind],
    ...texts.flatMap((name): [string, unknown][] => {
      const text = childText(element, name)
      return text ? [[name, withoutMarkup(text)]] : []
    }),
    ...(Number.isFinite(elevation) ? [['ele', elevation] as [string, unknown]] : []),
  ]
}

const positionOf = (element: Element) => ['lon', 'lat'].map((name) => numberOf(element.getAttribute(name)))
const numberOf = (text: string | null) => (text?.trim() ? Number(text) : Number.NaN)
