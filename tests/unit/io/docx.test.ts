import { DOMParser, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { docxBytes } from '../../../src/io/formats/docx/docx'
import { wordWords } from '../../../src/io/formats/words'
import type { Handout } from '../../../src/model/handout/handout'
import { sampleHandout, samplePicture } from '../../fixtures/handout'

const pictures = new Map([['scene:1', samplePicture()]])
const write = (handout: Handout = sampleHandout) => docxBytes(handout, pictures, wordWords(handout))
const part = (name: string, bytes = write()) =>
  new DOMParser().parseFromString(strFromU8(unzipSync(bytes)[name] ?? new Uint8Array()), 'text/xml')
const all = (node: ReturnType<typeof part> | Element, tag: string): Element[] => [...node.getElementsByTagName(tag)]
const value = (element: Element | undefined, name = 'w:val') => element?.getAttribute(name)
/** Twentieths of a point as Word counts lengths. */
const millimeters = (twips: string | null | undefined) => (Number(twips) / 1440) * 25.4
const textOf = (element: Element) =>
  all(element, 'w:t')
    .map((one) => one.textContent)
    .join('')

describe('the page of GB/T 9704-2012', () => {
  test('is A4 with 37 mm above and 28 mm to the left of a text block of 156 × 225 mm', () => {
    const section = part('word/document.xml')
    const [size] = all(section, 'w:pgSz')
    const [margins] = all(section, 'w:pgMar')
    const length = (name: string) => millimeters(value(margins, name))
    expect(millimeters(value(size, 'w:w'))).toBeCloseTo(210, 1)
    expect(millimeters(value(size, 'w:h'))).toBeCloseTo(297, 1)
    expect(length('w:top')).toBeCloseTo(37, 1)
    expect(length('w:left')).toBeCloseTo(28, 1)
    expect(210 - length('w:left') - length('w:right')).toBeCloseTo(156, 1)
    expect(297 - length('w:top') - length('w:bottom')).toBeCloseTo(225, 1)
  })

  test('holds 22 lines of 28 characters', () => {
    const pitch = Number(value(all(part('word/document.xml'), 'w:docGrid')[0], 'w:linePitch')) / 20
    const block = (225 / 25.4) * 72
    expect(Math.floor(block / pitch)).toBe(22)
    const size = Number(value(all(part('word/styles.xml'), 'w:docDefaults')[0]?.getElementsByTagName('w:sz')[0])) / 2
    // 156 mm hold 27.6 characters of 16 points: Word sets 28 by drawing them closer, as the standard does.
    expect(Math.round(((156 / 25.4) * 72) / size)).toBe(28)
  })

  test.each([
    ['Title', '方正小标宋简体', 22],
    ['Heading1', '黑体', 16],
    ['Heading2', '楷体_GB2312', 16],
    ['BodyText', '仿宋_GB2312', 16],
  ])('%s is %s of %d points', (id, font, size) => {
    const style = all(part('word/styles.xml'), 'w:style').find((one) => value(one, 'w:styleId') === id)
    expect(value(style?.getElementsByTagName('w:rFonts')[0], 'w:eastAsia')).toBe(font)
    expect(Number(value(style?.getElementsByTagName('w:sz')[0])) / 2).toBe(size)
  })

  test('names the fonts that stand in, and embeds none', () => {
    const fonts = all(part('word/fontTable.xml'), 'w:font').map((one) => [
      value(one, 'w:name'),
      value(one.getElementsByTagName('w:altName')[0]),
    ])
    expect(fonts).toContainEqual(['仿宋_GB2312', '仿宋'])
    expect(Object.keys(unzipSync(write())).filter((path) => path.includes('fonts/'))).toEqual([])
  })

  test('has its number at the outer edge: on the right of odd pages, on the left of even ones', () => {
    const references = all(part('word/document.xml'), 'w:footerReference').map((one) => [
      value(one, 'w:type'),
      value(one, 'r:id'),
    ])
    const targets = new Map(
      all(part('word/_rels/document.xml.rels'), 'Relationship').map((one) => [value(one, 'Id'), value(one, 'Target')]),
    )
    const sides = Object.fromEntries(
      references.map(([type, id]) => [type, value(all(part(`word/${targets.get(id)}`), 'w:jc')[0])]),
    )
    expect(sides).toEqual({ default: 'right', even: 'left' })
    expect(all(part('word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1)
  })
})

test('every statement has its sources in a footnote, which is there', () => {
  const paragraph = all(part('word/document.xml'), 'w:p').find((one) => textOf(one).includes('双十万工程'))
  const id = value(paragraph?.getElementsByTagName('w:footnoteReference')[0], 'w:id')
  const note = all(part('word/footnotes.xml'), 'w:footnote').find((one) => value(one, 'w:id') === id)
  expect(note && textOf(note)).toContain('《方案》附件1 第 3 项；《方案》附件2；《规划》（2020-12）四（一）')
})

test('the head of a table stands on each of its pages, and no row is torn', () => {
  const table = all(part('word/document.xml'), 'w:tbl').find((one) => textOf(one).includes('第 15 个项目'))
  const rows = table ? all(table, 'w:tr') : []
  expect(rows).toHaveLength(16)
  expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, ...rows.slice(1).map(() => 0)])
  expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true)
})

test('pictures and tables are numbered, and stay with what is said of them', () => {
  const captions = all(part('word/document.xml'), 'w:p').filter((one) => value(all(one, 'w:pStyle')[0]) === 'Caption')
  const texts = captions.map(textOf)
  expect(texts.filter((text) => /^图 1　两山：一张图$/.test(text))).toHaveLength(1)
  expect(texts.filter((text) => /^表 \d　/.test(text))).toEqual(['表 1　森林覆盖率', '表 2　工程'])
  for (const one of captions.filter((each) => /^[图表] \d/.test(textOf(each))))
    expect(all(one, 'w:keepNext'), textOf(one)).toHaveLength(1)
})

test('the last page is not an empty one: nothing stands behind the statement', () => {
  const body = all(part('word/document.xml'), 'w:body')[0]
  const last = [...(body?.childNodes ?? [])].filter((node): node is Element => node.nodeType === 1).slice(-2)
  expect(last[0] && textOf(last[0])).toContain('示意图 · 非测绘成果')
  expect(last[0] && textOf(last[0])).toContain('打开地图')
  expect(last[1]?.tagName).toBe('w:sectPr')
})

test('own data is marked in its section; a cell that looks like a formula is text', () => {
  const document = part('word/document.xml')
  expect(textOf(all(document, 'w:body')[0] as Element)).toContain('自备数据·未核')
  expect(all(document, 'w:instrText')).toEqual([])
})

test('the same handout and pictures give the same bytes', () => {
  expect(write()).toEqual(write(structuredClone(sampleHandout)))
})
