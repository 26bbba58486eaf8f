/** The built record so many times over, seeded: copies of its features elsewhere, and of its plans and projects about them. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Geometry, Position } from 'geojson'
import { inParts } from '../../data/file-parts'
import type { Plan, Project } from '../../data/schema'
import type { CoreFiles, DetailFiles, RecordFeature } from '../../src/model/record'
import { seeded } from './synthetic'

/** The application's files of the record. */
export interface RecordFiles {
  core: Omit<CoreFiles, 'features'>
  details: DetailFiles
  features: { type: 'FeatureCollection'; features: RecordFeature[] }
}

const spreadDegrees = 1.2

/** Returns the record `times` over. Districts, extents, relations and indicators stay as they are. */
export function multiplied({ core, details, features }: RecordFiles, times: number, seed = 19): RecordFiles {
  const random = seeded(seed)
  const all = [...features.features]
  const plans: Plan[] = [...core.plans]
  const projects: Project[] = [...details.projects]
  for (let copy = 1; copy < times; copy++) {
    const suffix = copy.toString(36)
    const ids = new Map<string, string>()
    features.features.forEach((feature, index) => {
      if (feature.properties.kind === 'district') return
      const id = `m${suffix}z${index.toString(36)}`
      ids.set(feature.properties.id, id)
      all.push(copyOf(feature, id, copy, [random() - 0.5, random() - 0.5]))
    })
    const about = (row: { features: string[] }) => row.features.map((id) => ids.get(id) ?? id)
    core.plans.forEach((plan, index) => {
      plans.push({
        ...plan,
        id: `m${suffix}p${index.toString(36)}`,
        text: `${plan.text}（${copy}）`,
        features: about(plan),
      })
    })
    details.projects.forEach((project, index) => {
      const id = `m${suffix}q${index.toString(36)}`
      projects.push({ ...project, id, no: project.no + copy * 1000, features: about(project) })
    })
  }
  return { core: { ...core, plans }, details: { ...details, projects }, features: { ...features, features: all } }
}

function copyOf(feature: RecordFeature, id: string, copy: number, where: readonly [number, number]): RecordFeature {
  const { name, nameEn, pinyin } = feature.properties
  const properties = { ...feature.properties, id, name: `${name}${copy}`, nameEn: `${nameEn} ${copy}`, pinyin }
  return { ...feature, id, properties, geometry: feature.geometry && movedGeometry(feature.geometry, movedBy(where)) }
}

/** Returns what moves a position by parts of `spreadDegrees`. */
export const movedBy =
  ([right, up]: readonly [number, number]) =>
  ([x = 0, y = 0]: Position): Position => [
    Math.round((x + right * spreadDegrees) * 1e5) / 1e5,
    Math.round((y + up * spreadDegrees) * 1e5) / 1e5,
  ]

function movedGeometry(geometry: Geometry, moved: (at: Position) => Position): Geometry {
  if (geometry.type === 'GeometryCollection') return geometry
  const deep = (part: unknown): unknown =>
    Array.isArray(part) ? (typeof part[0] === 'number' ? moved(part as Position) : part.map(deep)) : part
  return { ...geometry, coordinates: deep(geometry.coordinates) } as Geometry
}

/** Returns the record a built site shows. */
export const readFiles = (site: string): RecordFiles => ({
  core: JSON.parse(readFileSync(assetOf(site, 'core'), 'utf8')),
  details: JSON.parse(readFileSync(assetOf(site, 'details'), 'utf8')),
  features: JSON.parse(readFileSync(assetOf(site, 'features'), 'utf8')),
})

/** Writes a copy of a built site into `folder` that shows another record, in as many parts as the build would make of it. */
export function siteWith(site: string, folder: string, { core, details, features }: RecordFiles) {
  cpSync(site, folder, { recursive: true })
  writeFileSync(assetOf(folder, 'details'), JSON.stringify(details))
  const long = { 'core.json': ['plans', core], 'features.geojson': ['features', features] } as const
  for (const [name, [key, content]] of Object.entries(long)) {
    const path = assetOf(folder, name.replace(/\..*/, ''))
    const [first, ...others] = inParts(name, key, JSON.stringify(content))
    writeFileSync(path, first?.content ?? '')
    for (const each of others) writeFileSync(join(folder, 'assets', each.name), each.content)
    const more = others.map((each) => `,"${each.name}":new URL("assets/${each.name}",document.baseURI).href`)
    nameInScripts(folder, basename(path), more.join(''))
  }
}

/** Puts more files behind one in the list of files that the scripts have. */
function nameInScripts(folder: string, file: string, more: string) {
  const entry = new RegExp(`new URL\\(.assets/${file}., ?document\\.baseURI\\)\\.href`)
  for (const script of readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'))) {
    const code = readFileSync(join(folder, 'assets', script), 'utf8')
    if (entry.test(code))
      writeFileSync(
        join(folder, 'assets', script),
        code.replace(entry, (found) => found + more),
      )
  }
}

function assetOf(site: string, name: string): string {
  const file = readdirSync(join(site, 'assets')).find((each) => new RegExp(`^${name}-\\w+\\.json$`).test(each))
  if (!file) throw new Error(`the site has no ${name}`)
  return join(site, 'assets', file)
}
