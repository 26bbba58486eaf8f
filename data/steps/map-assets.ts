/** The files the map engine loads besides the record: two tile archives in parts, and the sprite. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { riverCorridors } from '../../geo/rivers/corridors'
import type { BuiltRecord } from '../build'
import { basemapLayers, basemapZooms } from './basemap'
import { districtLayers, districtsZooms } from './districts-tiles'
import { buildSprite } from './sprite'
import { tileGroupOf } from './tile-groups'
import { packTiles } from './tiles'

/** A file of the application by its plain name. */
export interface MapAsset {
  name: string
  content: string | Uint8Array
}

/** Returns the archives and the sprite of a built record. */
export function mapAssets(root: string, built: BuiltRecord): MapAsset[] {
  const { region, boundaries, rivers, sources, resolved } = built
  const shapes = Object.fromEntries(sources.shapes)
  const districts = resolved.features.filter(({ properties }) => properties.kind === 'district')
  const namesEn = new Map(
    districts.map(({ id, properties }) => [id, properties.nameEn.replace(/ (District|County)$/, '')]),
  )
  const borders = districtLayers({
    topology: boundaries.topology,
    rivers,
    corridors: riverCorridors(rivers, region.rivers),
    shapes,
    central: region.centralDistricts.map(({ code }) => code),
    namesEn,
  })
  const named = resolved.features.flatMap(({ geometry, properties: { kind, name } }) =>
    geometry?.type === 'Point' && ['town', 'city', 'zone'].includes(kind) ? [{ name, at: geometry.coordinates }] : [],
  )
  const lines = new Set(
    resolved.features
      .filter(({ geometry, properties }) => properties.kind === 'corridor' && geometry?.type.endsWith('LineString'))
      .map(({ properties }) => properties.name),
  )
  const sprite = buildSprite(readIcons(join(root, 'data/icons')))
  const riverNamesEn = new Map(region.rivers.map(({ name, nameEn }) => [name, nameEn]))
  const basemap = basemapLayers({ rivers, riverNamesEn, shapes, named, lines })
  const bounds = region.basemapBounds
  const groupOf = tileGroupOf(region.homeBounds)
  return [
    ...partFiles('basemap', packTiles('basemap', basemap, { bounds, ...basemapZooms }, groupOf)),
    ...partFiles('districts', packTiles('districts', borders, { bounds, ...districtsZooms }, groupOf)),
    { name: 'sprite.json', content: sprite.json },
    { name: 'sprite.png', content: sprite.png },
  ]
}

/**
 * Returns the parts of an archive as files, gzipped: the first `<name>.pmtiles`, each other named with the byte of the
 * archive it begins at, `<name>.<offset>.pmtiles`.
 */
export function partFiles(name: string, parts: readonly Uint8Array[]): MapAsset[] {
  let offset = 0
  return parts.map((part) => {
    const file = { name: `${name}.${offset === 0 ? '' : `${offset}.`}pmtiles`, content: gzip(part) }
    offset += part.length
    return file
  })
}

const gzip = (part: Uint8Array) => new Uint8Array(gzipSync(part, { level: 9 }))

function readIcons(folder: string): Map<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.svg'))
  return new Map(files.sort().map((file) => [file.replace(/\.svg$/, ''), readFileSync(join(folder, file), 'utf8')]))
}
