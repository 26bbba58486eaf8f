import { expect, test } from 'vitest'
import { toCsv } from '../../../data/csv'

const lines = (rows: (string | number | undefined)[][]) => toCsv(['甲', '乙'], rows).slice(1).split('\r\n')

test('begins with the mark that lets spreadsheets read Chinese, ends its lines by RFC 4180', () => {
  expect(toCsv(['甲'], [['乙']])).toBe('\ufeff甲\r\n乙\r\n')
})

test('quotes what would end a cell, leaves an empty cell empty', () => {
  expect(
    lines([
      ['a,b', 'say "hi"'],
      ['two\nlines', undefined],
    ]),
  ).toEqual(['甲,乙', '"a,b","say ""hi"""', '"two\nlines",', ''])
})

test('a text never runs as a formula; a negative number stays a number', () => {
  expect(
    lines([
      ['=1+1', '@x'],
      [-5, '-5'],
    ]),
  ).toEqual(['甲,乙', "'=1+1,'@x", "-5,'-5", ''])
})
