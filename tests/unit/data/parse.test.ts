/** Rows and their lines in a file of YAML. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseMapping, parseRows } from '../../../data/steps/parse'

const text = `# a comment
- id: one
  text: >
    in two
    lines
  districts:
    - '500112'
    - '500113'
  years: {2020: 1, 2021: 2}
  empty:
- id: two
`
const { rows } = parseRows(text, 'rows.yaml', z.looseObject({ id: z.string() }))

test.each([
  ['the row itself', [], 2],
  ['a value beside its key', ['id'], 2],
  ['a text of several lines', ['text'], 3],
  ['a list below its key', ['districts'], 6],
  ['an entry of it', ['districts', 1], 8],
  ['a year in braces', ['years', '2021'], 9],
  ['a key without a value', ['empty'], 10],
  ['what is not there, in the row', ['nowhere'], 2],
  ['what is not there, in its list', ['districts', 7], 6],
] as const)('the line of %s', (_, path, line) => {
  expect(rows[0]?.lineOf(path)).toBe(line)
})

test('the line of a mapping, and of the second row', () => {
  expect(rows[1]?.lineOf([])).toBe(11)
  const { row } = parseMapping('name: x\nrivers:\n  - a\n  - b\n', 'one.yaml', z.looseObject({ name: z.string() }))
  expect([row?.lineOf(['rivers']), row?.lineOf(['rivers', 1])]).toEqual([2, 4])
})

test('a problem of a list stands at its key', () => {
  const schema = z.object({ id: z.string(), districts: z.array(z.string()).max(1).optional() })
  const { problems } = parseRows(text, 'rows.yaml', schema)
  expect(problems.map(({ line }) => line)).toEqual([6])
})
