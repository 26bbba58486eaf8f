/**
 * The tiles that no owner's basemap replaces: districts as areas, their borders by class, the positions of their
 * names, and the ridges as relief. Pure.
 */
import type { Feature, Geometry, LineString } from 'geojson'
import type { RiverCorridor } from '../../geo/boundaries/adjacency'
import { smoothTopology } from '../../geo/boundaries/smooth'
import { type DistrictCollection, type DistrictTopology, toDistricts } from '../../geo/boundaries/topology'
import { labelBox } from '../../geo/labels/label-box'
import { textAspect } from '../../geo/labels/text-aspect'
import { reliefOf } from '../../geo/relief'
import { landBorders } from '../../geo/rivers/borders'
import type { RiverResult } from '../../geo/rivers/rivers'
import { tileSize } from '../../geo/screen/camera'
import type { Shapes } from './basemap'
import type { TileLayer } from './tiles'

type Shape = Feature<Geometry, { [key: string]: unknown }>

/** What the tiles of districts are made from. */
export interface DistrictsInput {
  topology: DistrictTopology
  rivers: RiverResult
  corridors: readonly RiverCorridor[]
  shapes: Shapes
  /** Adcodes of the central districts. */
  central: readonly string[]
  /** English names by adcode, without 区 and 县; a district that is not in it is labelled in Chinese only. */
  namesEn: ReadonlyMap<string, string>
}

/**
 * How a border is drawn: between central districts, around them, between others, around all of them, or in the middle
 * of a river.
 */
export type BorderClass = 'central' | 'edge' | 'other' | 'outer' | 'river'

/**
 * The zooms of the tiles. A vertex of the borders is known to 100 m and a tile unit at zoom 10 is 8 m, so higher
 * zooms would only add bytes; the map overzooms.
 */
export const districtsZooms = { minZoom: 5, maxZoom: 10 }

/** Of the order of the source's error. */
const smoothingMeters = 75

/** Returns the layers of districts, borders, names and ridges, WGS 84 in degrees. */
export function districtLayers(given: DistrictsInput): TileLayer[] {
  const topology = smoothTopology(given.topology, smoothingMeters)
  const input = { ...given, topology, districts: toDistricts(topology) }
  const { districts, central } = input
  const areas = districts.features.map(
    ({ properties: { adcode, name }, geometry }): Shape => ({
      type: 'Feature',
      properties: { adcode, name, central: central.includes(adcode) },
      geometry,
    }),
  )
  return [
    { name: 'districts', features: areas, minZoom: 5, tolerance: 4 },
    { name: 'borders', features: borders(input), minZoom: 5, tolerance: 4, buffer: 128 },
    { name: 'names', features: names(input), minZoom: 5, buffer: 256 },
    ...ridgeLayers(input.shapes),
  ]
}

function borders({ topology, corridors, rivers, central }: DistrictsInput): Shape[] {
  const isCentral = (code: string | undefined) => code !== undefined && central.includes(code)
  const drawn = landBorders(topology, corridors, rivers.areas).map(({ a, b, line }): Shape => {
    const inside = [a, b].filter(isCentral).length
    const kind: BorderClass = b === undefined ? 'outer' : inside === 2 ? 'central' : inside === 1 ? 'edge' : 'other'
    return lineFeature({ class: kind }, line)
  })
  const inRivers = rivers.centrelines.features
    .filter(({ properties }) => properties.method === 'border')
    .map(({ geometry }) => lineFeature({ class: 'river' }, geometry.coordinates))
  return [...drawn, ...inRivers]
}

const lineFeature = (properties: { class: BorderClass }, coordinates: LineString['coordinates']): Shape => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
})

/** The share of the free height a letter may take, so that it keeps off the border. */
const FILL = 1.7

function names({ districts, central, namesEn }: DistrictsInput & { districts: DistrictCollection }): Shape[] {
  return districts.features.flatMap(({ properties: { adcode, name }, geometry }) => {
    const texts = [
      { lang: 'zh', text: central.includes(adcode) ? shortName(name) : fullName(name) },
      { lang: 'en', text: namesEn.get(adcode) ?? shortName(name) },
    ]
    return texts.map(({ lang, text }): Shape => {
      const { center, halfHeightMeters } = labelBox(geometry, textAspect(text))
      const metersPerPixel = (40_075_016.7 * Math.cos((center[1] * Math.PI) / 180)) / (tileSize * 2 ** 12)
      const fit = Math.round((halfHeightMeters * FILL * 10) / metersPerPixel) / 10
      const properties = { adcode, lang, text, fit, central: central.includes(adcode) }
      return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: center } }
    })
  })
}

/**
 * Returns a district's name without its suffix: 渝北区 → 渝北, 石柱土家族自治县 → 石柱. A name that would have one
 * character keeps it.
 */
export function shortName(name: string): string {
  const short = name.replace(/(?:土家族|苗族)*自治县$|[区县]$/, '')
  return short.length > 1 ? short : name
}

/** Neighbours keep their 区 or 县, which tells them from the town of the same name. */
const fullName = (name: string) => name.replace(/(?:土家族|苗族)*自治县$/, '县')

const sides = ['lit', 'shade'] as const

function ridgeLayers(shapes: Shapes): TileLayer[] {
  const ridges = (shapes.ridges?.features ?? []).flatMap((feature) => {
    const { widthMeters, elevationMeters, name, nameEn, partOf } = feature.properties ?? {}
    if (feature.geometry?.type !== 'LineString' || typeof widthMeters !== 'number') return []
    const ridge = { crest: feature.geometry.coordinates, widthMeters, elevationMeters: Number(elevationMeters ?? 600) }
    return [{ ridge, name, nameEn, partOf, geometry: feature.geometry }]
  })
  const reliefs = ridges.filter(({ partOf }) => !partOf).map(({ ridge }, number) => reliefOf(ridge, number * 31 + 5))
  const bands = [0, 1].map((odd) =>
    sides.map((side): Shape => {
      const wanted = reliefs.flatMap((relief) =>
        relief.bands.filter((band) => band.side === side && band.step % 2 !== odd),
      )
      return {
        type: 'Feature',
        properties: { side },
        geometry: { type: 'MultiPolygon', coordinates: wanted.map(({ ring }) => [ring]) },
      }
    }),
  )
  const hachures = [0, 1, 2, 3].map((rank) =>
    sides.map((side): Shape => {
      const wanted = reliefs.flatMap((relief) =>
        relief.hachures.filter((one) => one.side === side && one.rank === rank),
      )
      return {
        type: 'Feature',
        properties: { side, rank },
        geometry: { type: 'MultiLineString', coordinates: wanted.map(({ line }) => line) },
      }
    }),
  )
  const crests = ridges.map(
    ({ name, nameEn, geometry, partOf }): Shape => ({
      type: 'Feature',
      properties: { name, 'name:en': nameEn, ...(partOf ? { part: true } : {}) },
      geometry,
    }),
  )
  return [
    // Narrow ridges need no more than every second band.
    ...bands.map((features, number) => ({ name: 'slopes', features, minZoom: [6, 10][number] ?? 10, tolerance: 4 })),
    ...hachures.map((features, rank) => ({ name: 'hachures', features, minZoom: [7, 8, 9, 10][rank] ?? 10 })),
    { name: 'ridges', features: crests, minZoom: 8, buffer: 256 },
  ]
}
