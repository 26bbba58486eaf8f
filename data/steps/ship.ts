/** The files of `data/v1/` from the resolved record. Pure. */

import { z } from 'zod'
import type { Adjacency as GeometryAdjacency } from '../../geo/boundaries/adjacency'
import { type ProjectWords, projectsCsv } from '../projects-csv'
import {
  type PastRelease,
  SCHEMA_VERSION,
  shippedExtentProperties,
  shippedFeatureProperties,
  shippedRows,
} from '../schema'
import type { AuthoredBriefing } from '../schema-briefing'
import type { Region } from '../schema-region'
import { authoredItems } from './authored-items'
import { districtLabelRooms } from './district-labels'
import type { ShippedExtent } from './extents'
import { openSchema } from './open-schema'
import type { AuthoredRecord } from './read'
import type { ResolvedRecord, ShippedFeature } from './resolve'
import { traditionalPairs } from './traditional'

/** The content of the published files and of the application's bundles. */
export interface ShippedFiles {
  /** By path below `data/v1/`. */
  files: Map<string, string>
  /** The application's own bundles of the same rows: what the first view needs, and the rest. */
  core: string
  details: string
}

/** Returns the files of a record. */
export function shipRecord(
  record: AuthoredRecord,
  resolved: ResolvedRecord & { extents: readonly ShippedExtent[]; briefings: readonly AuthoredBriefing[] },
  adjacency: readonly GeometryAdjacency[],
  releases: PastRelease[],
  region: Region,
): ShippedFiles {
  const rowsOf = <T>(located: readonly { row: T }[]) => located.map(({ row }) => row)
  const rows = {
    plans: resolved.plans,
    projects: resolved.projects,
    indicators: resolved.indicators,
    tasks: rowsOf(record.tasks),
    relations: resolved.relations,
    conflicts: rowsOf(record.conflicts),
    sources: rowsOf(record.sources),
    themes: rowsOf(record.themes),
    units: rowsOf(record.units),
    aliases: rowsOf(record.aliases),
    adjacency: adjacency.map(({ a, b, sharedKm, alongRiver, riverName }) => ({
      a,
      b,
      sharedKm,
      alongRiver,
      ...(riverName ? { river: riverName } : {}),
    })),
    releases,
    briefings: resolved.briefings.map((briefing) => ({ ...briefing, release: region.release })),
    authored: authoredItems(record),
  } satisfies { [K in keyof typeof shippedRows]: z.infer<(typeof shippedRows)[K]>[] }

  const envelope = { schema: SCHEMA_VERSION, release: region.release }
  const files = new Map<string, string>()
  const collection = { type: 'FeatureCollection', ...envelope, features: resolved.features }
  files.set('features.geojson', JSON.stringify(collection))
  files.set('features.schema.json', schemaText(collectionSchema(shippedFeatureProperties)))
  files.set('extents.geojson', JSON.stringify({ ...collection, features: resolved.extents }))
  files.set('extents.schema.json', schemaText(collectionSchema(shippedExtentProperties)))
  for (const key of Object.keys(rows) as (keyof typeof rows)[]) {
    files.set(`${key}.json`, JSON.stringify({ ...envelope, [key]: rows[key] }))
    files.set(`${key}.schema.json`, schemaText(rowsSchema(key)))
  }
  files.set('projects.csv', projectsCsv(resolved.projects, region.years.schedule, wordsOfIds))
  const {
    plans,
    themes,
    sources,
    units,
    aliases,
    adjacency: borders,
    releases: _,
    briefings: __,
    authored: ___,
    ...details
  } = rows
  return {
    files,
    core: JSON.stringify({
      ...envelope,
      districtNames: region.districtNames,
      districtLabels: districtLabelRooms(
        resolved.features as ShippedFeature[],
        region.centralDistricts.map(({ code }) => code),
      ),
      plans,
      themes,
      sources,
      units,
      aliases,
      adjacency: borders,
      extents: resolved.extents,
    }),
    details: JSON.stringify({
      ...envelope,
      ...details,
      traditional: traditionalPairs(JSON.stringify([collection, rows])),
    }),
  }
}

const envelopeSchema = { schema: z.literal(SCHEMA_VERSION), release: z.iso.date() }

const rowsSchema = (key: keyof typeof shippedRows) => z.object({ ...envelopeSchema, [key]: z.array(shippedRows[key]) })

const collectionSchema = (properties: z.ZodType) =>
  z.object({
    ...envelopeSchema,
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.string(),
        properties,
        geometry: z.union([z.null(), z.object({ type: z.string(), coordinates: z.array(z.unknown()) })]),
      }),
    ),
  })

/** Returns the text of a published JSON Schema. */
export const schemaText = (schema: z.ZodType) =>
  JSON.stringify(openSchema(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'output' })))), undefined, 1)

/** Other systems join the table by ids. */
const wordsOfIds: ProjectWords = {
  features: (ids) => ids.join(' '),
  sources: (sources) => sources.map((s) => [s.id, s.section, s.item].filter(Boolean).join(' ')).join('；'),
}
