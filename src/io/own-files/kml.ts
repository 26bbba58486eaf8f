/** Reads the placemarks of KML and KMZ. What lies at other addresses is never fetched. Pure. */
import type { Element } from '@xmldom/xmldom'
import type { Geometry, Position } from 'geojson'
import type { OwnFormat } from '../../model/own-data/own-table'
import { featureTable, type RawFeature } from './features'
import { RefusedFile } from './limits'
import type { RawTable } from './raw-table'
import { childrenNamed, childText, elementsIn, nameOf, parseXml, withoutMarkup } from './xml'
import { zipEntries } from './zip'

/** Returns the table of a KML's placemarks. Throws a `RefusedFile` if it only refers to others. */
export function readKml(name: string, bytes: Uint8Array, format: OwnFormat = 'kml'): RawTable {
  const found: Found = { features: [], hasLinks: false }
  collect(parseXml(bytes), [], found)
  if (found.features.length === 0)
    throw new RefusedFile(found.hasLinks ? 'external-reference' : 'no-rows', { format: 'KML' })
  return featureTable(name, format, found.features)
}

/** Returns a table for each KML in an archive; its pictures are left alone. */
export function readKmz(name: string, bytes: Uint8Array): RawTable[] {
  const documents = zipEntries(bytes).filter((entry) => entry.name.toLowerCase().endsWith('.kml'))
  return documents.map((entry) => readKml(documents.length > 1 ? `${name} · ${entry.name}` : name, entry.read(), 'kmz'))
}

interface Found {
  features: RawFeature[]
  hasLinks: boolean
}

function collect(parent: Element, folders: readonly string[], found: Found): void {
  for (const element of elementsIn(parent)) {
    const kind = nameOf(element)
    if (kind === 'Placemark') found.features.push(placemark(element, folders))
    else if (kind === 'Folder' || kind === 'Document') {
      const name = kind === 'Folder' ? childText(element, 'name') : undefined
      collect(element, name ? [...folders, name] : folders, found)
    } else if (kind === 'NetworkLink') found.hasLinks = true
  }
}

function placemark(element: Element, folders: readonly string[]): RawFeature {
  const properties: [string, unknown][] = []
  const add = (name: string, value: string | undefined) => value && properties.push([name, withoutMarkup(value)])
  add('name', childText(element, 'name'))
  if (folders.length > 0) add('folder', folders.join(' / '))
  add('description', childText(element, 'description'))
  add('address', childText(element, 'address'))
  for (const stamp of childrenNamed(element, 'TimeStamp')) add('when', childText(stamp, 'when'))
  for (const extended of childrenNamed(element, 'ExtendedData')) {
    for (const data of childrenNamed(extended, 'Data')) add(attribute(data, 'name'), childText(data, 'value'))
    for (const schema of childrenNamed(extended, 'SchemaData'))
      for (const data of childrenNamed(schema, 'SimpleData'))
        add(attribute(data, 'name'), data.textContent?.trim() || undefined)
  }
  const shapes = [...elementsIn(element)].flatMap(shapesOf)
  return { properties, geometry: oneOf(shapes) }
}

const attribute = (element: Element, name: string) => element.getAttribute(name) || '?'

/** The geometry of shapes; null for a placemark without. */
function oneOf(geometries: readonly Geometry[]): Geometry | null {
  const [first] = geometries
  return geometries.length > 1 ? together(geometries) : (first ?? null)
}

/** Shapes of one kind become that kind's plural. */
function together(geometries: readonly Geometry[]): Geometry {
  const points = geometries.flatMap((part) => (part.type === 'Point' ? [part.coordinates] : []))
  const lines = geometries.flatMap((part) => (part.type === 'LineString' ? [part.coordinates] : []))
  const polygons = geometries.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : []))
  if (points.length === geometries.length) return { type: 'MultiPoint', coordinates: points }
  if (lines.length === geometries.length) return { type: 'MultiLineString', coordinates: lines }
  if (polygons.length === geometries.length) return { type: 'MultiPolygon', coordinates: polygons }
  return { type: 'GeometryCollection', geometries: [...geometries] }
}

function shapesOf(element: Element): Geometry[] {
  switch (nameOf(element)) {
    case 'Point': {
      const [position = []] = positionsOf(childText(element, 'coordinates'))
      return [{ type: 'Point', coordinates: position }]
    }
    case 'LineString':
    case 'LinearRing':
      return [{ type: 'LineString', coordinates: positionsOf(childText(element, 'coordinates')) }]
    case 'Polygon':
      return [
        {
          type: 'Polygon',
          coordinates: ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((side) => ringsOf(element, side)),
        },
      ]
    case 'Track': {
      const track = childrenNamed(element, 'coord').map(({ textContent }) => numbersOf(textContent ?? '', /\s+/))
      // Whoever stood still has a track of one position.
      const [only = []] = track
      return [track.length === 1 ? { type: 'Point', coordinates: only } : { type: 'LineString', coordinates: track }]
    }
    case 'MultiGeometry':
    case 'MultiTrack':
      return [...elementsIn(element)].flatMap(shapesOf)
    default:
      return []
  }
}

const ringsOf = (polygon: Element, side: string) =>
  childrenNamed(polygon, side).flatMap((boundary) =>
    childrenNamed(boundary, 'LinearRing').map((ring) => positionsOf(childText(ring, 'coordinates'))),
  )

const positionsOf = (text: string | undefined): Position[] =>
  (text ?? '')
    .replace(/\s*,\s*/g, ',')
    .split(/\s+/)
    .filter(Boolean)
    .map((tuple) => numbersOf(tuple, ','))

const numbersOf = (text: string, separator: string | RegExp): Position =>
  text
    .trim()
    .split(separator)
    .map((part) => (part.trim() ? Number(part) : Number.NaN))
