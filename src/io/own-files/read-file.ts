/** Reads own files: tells by content which format a file has, and gives it to its reader. Pure functions of bytes. */
import type { OwnFileRefusal, OwnFormat, OwnTable } from '../../model/own-data/own-table'
import type { OwnContext } from '../../model/own-data/record-places'
import { ownLimits, RefusedFile } from './limits'
import { makeTable } from './make-table'
import type { NamedBytes } from './named-bytes'
import type { RawTable } from './raw-table'
import { sniffFormat } from './sniff'

/** The tables of a file, or why it has none. */
export type OwnFileReading =
  | { ok: true; name: string; tables: readonly OwnTable[] }
  | {
      ok: false
      name: string
      reason: OwnFileRefusal
      /** What fills the places of the reason's message. */
      values: { readonly [name: string]: string | number }
    }

/** A format's reader: raw tables of a file's bytes. */
type Reader = (file: NamedBytes) => Promise<{ tables: RawTable[]; commas?: boolean }>

/** Readers come with the first file of their format. */
const readers = {
  geojson: async ({ name, bytes }) => ({ tables: (await import('./json')).readJson(name, bytes) }),
  topojson: async ({ name, bytes }) => ({ tables: (await import('./json')).readJson(name, bytes) }),
  csv: async ({ name, bytes }) => {
    const { table, commas } = (await import('./csv')).readDelimited(name, bytes)
    return { tables: [table], commas }
  },
  xlsx: async ({ name, bytes }) => ({ tables: await (await import('./xlsx')).readWorkbook(name, bytes) }),
  kml: async ({ name, bytes }) => ({ tables: [(await import('./kml')).readKml(name, bytes)] }),
  kmz: async ({ name, bytes }) => ({ tables: (await import('./kml')).readKmz(name, bytes) }),
  gpx: async ({ name, bytes }) => ({ tables: [(await import('./gpx')).readGpx(name, bytes)] }),
  shapefile: async (file) => ({ tables: (await import('./shapefile')).readShapefile(file) }),
  flatgeobuf: async ({ name, bytes }) => ({ tables: [(await import('./flatgeobuf')).readFlatgeobuf(name, bytes)] }),
  geoparquet: async ({ name, bytes }) => ({
    tables: [await (await import('./geoparquet')).readGeoparquet(name, bytes)],
  }),
} as const satisfies Record<OwnFormat, Reader>

/**
 * Returns the tables of a file, or the reason why there are none; never throws for what a file holds. Rejects with the
 * signal's reason when it is aborted. `onProgress` is given the share that is done.
 */
export async function readOwnFile(
  file: NamedBytes,
  context: OwnContext,
  signal?: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<OwnFileReading> {
  const { name } = file
  try {
    signal?.throwIfAborted()
    if (file.bytes.length === 0) throw new RefusedFile('empty')
    if (file.bytes.length > ownLimits.bytes)
      throw new RefusedFile('too-large', { limit: `${ownLimits.bytes / 1e6} MB` })
    const format = sniffFormat(file)
    const reader: Reader = readers[format]
    const { tables, commas } = await reader(file)
    const read: OwnTable[] = []
    for (const [at, table] of tables.entries()) {
      signal?.throwIfAborted()
      onProgress?.((at + 1) / (tables.length + 1))
      read.push(makeTable(table, context, commas))
    }
    return { ok: true, name, tables: read }
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof RefusedFile) return { ok: false, name, reason: error.reason, values: error.values }
    // A reader that stumbles over what no writer makes says so of the file, not of the page.
    console.warn(error)
    return { ok: false, name, reason: 'damaged', values: {} }
  }
}
