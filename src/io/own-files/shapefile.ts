/** Reads shapefiles, zipped or as files chosen side by side. Pure. */

import { readDbf } from './dbf'
import { decodeText } from './decode-text'
import { featureTable, type RawFeature } from './features'
import { distinct } from './header'
import { RefusedFile } from './limits'
import type { NamedBytes } from './named-bytes'
import type { RawTable } from './raw-table'
import { readShapes } from './shp'
import { zipEntries } from './zip'

/** A file by its name, read when it is wanted. */
interface Part {
  name: string
  read(): Uint8Array
}

/** Returns a table for each `.shp` of an archive, or that of a loose one and the files beside it. */
export function readShapefile({ name, bytes, parts = [] }: NamedBytes): RawTable[] {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  const files: Part[] = isArchive
    ? zipEntries(bytes)
    : [{ name, bytes }, ...parts].map((part) => ({ name: part.name, read: () => part.bytes }))
  const shapes = files.filter((file) => /\.shp$/i.test(file.name))
  if (shapes.length === 0) throw new RefusedFile('no-shapes')
  return shapes.map((shape) => {
    const layer = shape.name.replace(/^.*[\\/]/, '').replace(/\.shp$/i, '')
    return tableOf(shapes.length > 1 ? `${name} · ${layer}` : name, shape, files)
  })
}

function tableOf(name: string, shape: Part, files: readonly Part[]): RawTable {
  const stem = shape.name.slice(0, -4).toLowerCase()
  const beside = (end: string) => files.find((file) => file.name.toLowerCase() === `${stem}.${end}`)?.read()
  const [dbf, cpg, prj] = [beside('dbf'), beside('cpg'), beside('prj')]
  const geometries = readShapes(shape.read())
  const rows = dbf && readDbf(dbf, cpg && decodeText(cpg).text)
  if (geometries.length === 0) throw new RefusedFile('no-rows', { format: 'Shapefile' })
  const names = distinct(rows?.names ?? [])
  const features = geometries.map((geometry, at): RawFeature => {
    const values = rows?.rows[at]
    return { properties: names.map((column, index) => [column, values?.[index] ?? null]), geometry }
  })
  return featureTable(name, 'shapefile', features, prj && decodeText(prj).text.trim())
}
