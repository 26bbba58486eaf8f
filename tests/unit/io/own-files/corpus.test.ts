/** A corpus of small files, made here: every format with its encodings, datums and what people's files have. */
import type { Geometry, Position } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import { readOwnFile } from '../../../../src/io/own-files/read-file'
import { type OwnTable, ownFormats } from '../../../../src/model/own-data/own-table'
import { toWgs84 } from '../../../../src/model/own-data/to-wgs84'
import { ownContext } from '../../../fixtures/own-context'
import { corpusFiles } from './corpus/corpus'
import { type CorpusFile, plots } from './corpus/plots'
import { tableFiles } from './corpus/table-files'

let tables: CorpusFile[] = []
beforeAll(async () => {
  tables = await tableFiles()
})

async function read({ name, bytes, parts }: CorpusFile): Promise<OwnTable> {
  const reading = await readOwnFile({ name, bytes, ...(parts && { parts }) }, ownContext)
  if (!reading.ok) throw new Error(`refused: ${reading.reason}`)
  const [table, ...others] = reading.tables
  if (!table || others.length > 0) throw new Error(`${reading.tables.length} tables`)
  return table
}

function firstPosition(geometry: Geometry | null): Position | null {
  let value: unknown = geometry && 'coordinates' in geometry ? geometry.coordinates : null
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0]
  return value as Position | null
}

/** Degrees agree to some centimetres, metres to two millimetres. */
const agree = (one: readonly number[] | null, other: readonly number[] | null) =>
  one === null || other === null
    ? one === other
    : one.every((number, at) => Math.abs(number - (other[at] ?? 0)) < (Math.abs(number) > 360 ? 0.002 : 2e-7))

async function check(file: CorpusFile): Promise<void> {
  const table = await read(file)
  const column = table.columns.findIndex(({ name }) => ['名称', 'name', 'Name', 'B'].includes(name))
  const got = table.rows.map(({ row, values, geometry, match }) => ({
    row,
    name: column < 0 ? '' : values[column],
    at: firstPosition(geometry),
    ...(match && { match: match.how }),
  }))
  // A position that agrees stands as it is expected, so that what does not shows.
  const near = got.map((row, at) => ({
    ...row,
    at: agree(row.at, file.rows[at]?.at ?? null) ? file.rows[at]?.at : row.at,
  }))
  expect(near).toEqual(file.rows)
  expect(table.problems.map(({ row, column: letter, reason }) => [row, letter, reason])).toEqual(file.problems ?? [])
  expect(table.declaredCrs).toBe(file.declaredCrs)
  const first = table.rows[0]
  const own = Object.fromEntries(table.columns.map(({ name }, at) => [name, first?.values[at]]))
  if (file.values) expect(own).toMatchObject(file.values)
  if (file.datum) {
    const back = toWgs84(table, file.datum).rows.map(({ geometry }) => firstPosition(geometry))
    for (const [at, plot] of plots.entries())
      expect(Math.hypot((back[at]?.[0] ?? 0) - plot.at[0], (back[at]?.[1] ?? 0) - plot.at[1])).toBeLessThan(1e-6)
  }
}

test('the corpus has every format, and files told apart', () => {
  const all = [...corpusFiles, ...tables]
  expect(all.length).toBeGreaterThanOrEqual(80)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(new Set(all.map(({ id }) => id.split(',')[0]))).toEqual(new Set(Object.keys(ownFormats)))
})

describe('every file gives its rows and its problems', () => {
  test.each(corpusFiles.map((file) => [file.id, file] as const))('%s', (_, file) => check(file))
  test('workbooks and shapefiles', async () => {
    const failed: string[] = []
    for (const file of tables) await check(file).catch((error) => failed.push(`${file.id}: ${String(error)}`))
    expect(failed).toEqual([])
  })
})
