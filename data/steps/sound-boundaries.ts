/** Reads and checks the districts of a boundary file before any row is checked against them. */
import { adjacencies } from '../../geo/boundaries/adjacency'
import { type BoundaryResult, buildBoundaries } from '../../geo/boundaries/boundaries'
import { datumEvidence } from '../../geo/boundaries/datum-evidence'
import { type BoundaryFileFacts, type BoundarySource, readBoundarySource } from '../../geo/boundaries/source'
import { BoundaryFileError } from '../../geo/boundaries/source-faults'
import type { Region } from '../schema-region'
import { boundaryProblems, datumSentence, fileFaultSentence } from './check-boundaries'
import type { Located, Problem } from './parse'
import type { GeometrySources } from './read-geometry'

type Read<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

/**
 * Returns the districts of the region's boundary file, or of the one that replaces it, or every problem of the file.
 */
export async function soundBoundaries(
  region: Located<Region>,
  { boundaries: file, boundaryFile, boundaryDatum, reference }: GeometrySources,
): Promise<Read<BoundaryResult>> {
  if (!file.ok) return { ok: false, problems: [file.problem] }
  const wrong = (message: string) => ({ ok: false as const, problems: [{ file: boundaryFile, line: 1, message }] })
  const facts = fileFacts(region.row)
  const source = read(file.value, { ...facts, datum: boundaryDatum })
  if (!('kind' in source)) return wrong(fileFaultSentence(source))
  const own = reference?.ok ? read(reference.value, { ...facts, datum: region.row.boundaries.datum }) : undefined
  const evidence = own && 'kind' in own ? datumEvidence(source.districts, own.districts) : undefined
  if (evidence) return wrong(datumSentence(evidence))
  const value = await buildBoundaries(source)
  const problems = boundaryProblems(region, value, adjacencies(value.topology), boundaryFile)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value }
}

function read(raw: unknown, facts: BoundaryFileFacts): BoundarySource | BoundaryFileError['fault'] {
  try {
    return readBoundarySource(raw, facts)
  } catch (error) {
    if (!(error instanceof BoundaryFileError)) throw error
    return error.fault
  }
}

function fileFacts({ boundaries, districtCodes, centralDistricts, districtNames }: Region): BoundaryFileFacts {
  const renamed = boundaries.renamed
  return {
    renamed,
    codes: new RegExp(`^(?:${districtCodes})$`),
    names: new Map([
      ...Object.entries(districtNames).map(([code, [chinese]]): [string, string] => [code, chinese]),
      ...centralDistricts.map(({ code, name }): [string, string] => [code, name]),
    ]),
  }
}
