import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkRecord } from '../../../data/steps/check'
import { readRecord, readRegion } from '../../../data/steps/read'
import { readReleases } from '../../../data/steps/releases'
import { applyChanges } from '../../../data/workbook/apply'
import { placedRows } from '../../../data/workbook/apply-files'
import { readChanges } from '../../../data/workbook/changes'
import { takenIds } from '../../../data/workbook/mint'
import { changesOf } from '../../../src/model/workbook/changes'
import { compareWorkbook } from '../../../src/model/workbook/compare'
import { editableWorkbook, reopened, wholeRecord } from '../../fixtures/record-workbook'
import { chongqing } from '../../fixtures/region'
import { edit, rightEdits, wrongEdits } from '../../fixtures/workbook-edits'

const textOf = (file: string) => readFileSync(file, 'utf8')

/** The lines of a file but those of some fields; blank lines and comments belong to none. */
function otherLines(text: string, fields: ReadonlySet<string>, rows: ReturnType<typeof placedRows>): string[] {
  const lines = text.split('\n')
  // The line of a block list is that of its first item.
  const keyLine = (field: string, line: number) =>
    lines.slice(0, line).findLastIndex((text) => new RegExp(`^(- |  )${field}:`).test(text)) + 1
  const starts = rows.flatMap(({ id, row, lineOf }) =>
    Object.keys(row).map((field) => ({ line: keyLine(field, lineOf(field)), key: `${id} ${field}` })),
  )
  const byLine = new Map(starts.map(({ line, key }) => [line, key]))
  let current = ''
  return lines.filter((line, index) => {
    current = byLine.get(index + 1) ?? current
    return /^\s*(#|$)/.test(line) || !fields.has(current)
  })
}

test('200 edits of a workbook are applied to the YAML, and every other line stays as it was', () => {
  const record = wholeRecord()
  const workbook = editableWorkbook(record)
  const edits = rightEdits(record, 200, 18)
  edit(workbook, edits)
  const found = compareWorkbook(reopened(workbook), record)
  expect(found.problems).toEqual([])
  expect(found.missing).toEqual([])
  const told = found.differences.flatMap(({ id, kind, fields }) =>
    fields.map(({ column }) => `${kind} ${id} ${column.title}${column.year ?? ''}`),
  )
  expect(told.sort()).toEqual(
    edits.map(({ kind, id, column }) => `${kind} ${id} ${column.title}${column.year ?? ''}`).sort(),
  )
  expect(new Set(edits.map(({ column }) => column.cell.type)).size).toBeGreaterThan(8)

  const read = readChanges(JSON.stringify(changesOf(found, record, () => true)))
  if (!read.ok) throw new Error(read.sentence)
  expect(read.value.changes.length).toBe(200)
  const { record: authored } = readRecord(process.cwd())
  const rows = placedRows(authored)
  const taken = takenIds(authored, readReleases('data').manifests)
  const applied = applyChanges(read.value, rows, textOf, taken)
  if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'))
  const { texts } = applied.value

  const after = readRecord(process.cwd(), 'data', (file) => texts.get(file))
  expect(after.problems).toEqual([])
  const { region } = readRegion(process.cwd())
  if (!region) throw new Error('no region')
  expect(region.row.name).toEqual(chongqing.name)
  expect(checkRecord(after.record, region)).toEqual([])
  const changed = new Map(read.value.changes.map((change) => [`${change.kind} ${change.id}`, change]))
  const rowsAfter = placedRows(after.record)
  expect(rowsAfter.map(({ kind, id, file }) => [kind, id, file])).toEqual(
    rows.map(({ kind, id, file }) => [kind, id, file]),
  )
  for (const [at, { kind, id, row }] of rowsAfter.entries()) {
    const change = changed.get(`${kind} ${id}`)
    const before = { ...rows[at]?.row }
    if (change && 'field' in change) {
      if (change.new === null) delete before[change.field]
      else before[change.field] = change.new
    }
    if (JSON.stringify(row) !== JSON.stringify(before)) expect(row, id).toEqual(before)
  }
  const fieldsOf = (file: string) =>
    new Set(
      read.value.changes.flatMap((change) =>
        change.file === file && 'field' in change ? [`${change.id} ${change.field}`] : [],
      ),
    )
  expect(texts.size).toBeGreaterThan(20)
  for (const [file, text] of texts) {
    const fields = fieldsOf(file)
    const before = otherLines(
      textOf(file),
      fields,
      rows.filter((row) => row.file === file),
    )
    expect(
      otherLines(
        text,
        fields,
        rowsAfter.filter((row) => row.file === file),
      ),
      file,
    ).toEqual(before)
  }
}, 120_000)

test('200 mistakes in a workbook are each reported at their own cell, and nowhere else', () => {
  const record = wholeRecord()
  const workbook = editableWorkbook(record)
  const edits = wrongEdits(record, workbook, 200, 81)
  edit(workbook, edits)
  const found = compareWorkbook(reopened(workbook), record)
  const written = ({ kind, row, column }: { kind: string; row: number; column: number }, message: string) =>
    `${kind} ${row} ${column} ${message}`
  const told = found.problems.map((one) => written(one, one.trouble.message)).sort()
  expect(told).toEqual(edits.map(({ kind, row, at, message }) => written({ kind, row, column: at }, message)).sort())
  expect(found.differences).toEqual([])
  expect(new Set(edits.map(({ message }) => message)).size).toBeGreaterThan(20)
}, 120_000)
