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

test.each(['2020-05', '2020/5/1', '5-1', '3月5日', '2020年5月', '1/2', '8:30', '1e5', '007', '1234567890123456'])(
  '%s stays the text it is, where a spreadsheet would make something else of it',
  (text) => {
    expect(lines([[text, text]])[1]).toBe(`'${text},'${text}`)
  },
)

test.each(['500112', '12.5', '2025', '0.618', 'G50', '渝北区', '2020-05 渝北·开篇', '2021—2025'])(
  '%s needs no mark',
  (text) => {
    expect(lines([[text, 7]])[1]).toBe(`${text},7`)
  },
)
