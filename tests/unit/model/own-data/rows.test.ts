import { describe, expect, test } from 'vitest'
import { classOfNothing, classOfOthers, columnClasses, mostClasses } from '../../../../src/model/own-data/classes'
import { passesAll, shownRows } from '../../../../src/model/own-data/filter'
import type { OwnFilter } from '../../../../src/model/own-data/own-layer'
import { ownTable, strewnTable } from '../../../fixtures/own-table'

const table = ownTable({ 名称: 'text', 用途: 'text', 面积: 'number', 开工: 'date', 已批: 'boolean' }, [
  [['照母山地块', '居住', 12.5, '2021-03-01', true]],
  [['Plot B', '工业', 40, '2022-01-01', false]],
  [['蔡家地块', '居住', null, null, null]],
  [['礼嘉地块', null, 0, '2023', true]],
])
const shown = (filter: OwnFilter) => [...shownRows({ table, filter })]

describe('rows that pass a filter', () => {
  test('a text in any column, in either case', () => {
    expect(shown({ text: 'plot', columns: [] })).toEqual([1])
    expect(shown({ text: '12.5', columns: [] })).toEqual([0])
    expect(shown({ text: '  ', columns: [] })).toEqual([0, 1, 2, 3])
  })

  test('by one column: what it holds, its values, a range; nothing is no number', () => {
    expect(shown({ text: '', columns: [{ kind: 'holds', column: 0, text: '地块' }] })).toEqual([0, 2, 3])
    expect(shown({ text: '', columns: [{ kind: 'values', column: 1, values: ['居住', ''] }] })).toEqual([0, 2, 3])
    expect(shown({ text: '', columns: [{ kind: 'range', column: 2, from: 0, to: 12.5 }] })).toEqual([0, 3])
    expect(shown({ text: '', columns: [{ kind: 'range', column: 3, from: '2022' }] })).toEqual([1, 3])
    expect(shown({ text: '', columns: [{ kind: 'values', column: 4, values: ['true'] }] })).toEqual([0, 3])
  })

  test('several columns and the answer to a question together', () => {
    const columns = [{ kind: 'values', column: 1, values: ['居住'] }] as const
    const question = { relation: 'in', feature: '500112', radiusMeters: 0 } as const
    expect(shown({ text: '', columns, found: { question, rows: new Set([1, 2]) } })).toEqual([2])
    expect(passesAll({ text: ' ', columns: [] })).toBe(true)
    expect(passesAll({ text: '', columns })).toBe(false)
  })
})

describe('classes of a column', () => {
  test('the commonest values first, none and others told apart', () => {
    const { classes, nothing, others, ofRow, kind } = columnClasses(table, 1)
    expect(kind).toBe('values')
    expect(classes).toEqual([
      { value: '居住', count: 2 },
      { value: '工业', count: 1 },
    ])
    expect([nothing, others]).toEqual([1, 0])
    expect([...ofRow]).toEqual([0, 1, 0, classOfNothing])
  })

  test('more values than colours: the rest are others', () => {
    const many = ownTable(
      { 编号: 'text' },
      Array.from({ length: 30 }, (_, index) => [[`n${index % 10}`]]),
    )
    const { classes, others, ofRow } = columnClasses(many, 0)
    expect(classes).toHaveLength(mostClasses)
    expect(others).toBe(9)
    expect(ofRow[9]).toBe(classOfOthers)
  })

  test('numbers in ranges of about as many rows, each number in its own', () => {
    const strewn = strewnTable(1000)
    const { classes, kind, ofRow } = columnClasses(strewn, 2)
    expect(kind).toBe('ranges')
    expect(classes).toHaveLength(5)
    for (const each of classes) expect(each.count).toBeGreaterThan(150)
    for (const [index, { values }] of strewn.rows.entries()) {
      const range = classes[ofRow[index] ?? -1]
      if (!range || !('from' in range)) throw new Error('a number without a range')
      expect(Number(values[2])).toBeGreaterThanOrEqual(range.from)
      expect(Number(values[2])).toBeLessThanOrEqual(range.to)
    }
  })
})
