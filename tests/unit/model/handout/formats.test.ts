import { expect, test } from 'vitest'
import { themeIds } from '../../../../data/schema-ids'
import { fileName, formatIds, formats, isZipped } from '../../../../src/model/handout/formats'
import type { HandoutSubject } from '../../../../src/model/handout/handout-of'
import { pageFileName, sheetPages } from '../../../../src/model/handout/sheet-pages'
import { defaultView } from '../../../../src/model/view'
import { sampleHandout } from '../../../fixtures/handout'

const view = defaultView(themeIds)
const ofView: HandoutSubject = { kind: 'view', view }
const ofBriefing: HandoutSubject = {
  kind: 'briefing',
  briefing: { slug: 's', title: 't', date: '2026-11-30', release: '2026-11-30', transition: 'cut', scenes: [] },
}

test('files are named 渝览, title and data date, with nothing a file system refuses', () => {
  expect(fileName('渝北：a/b\\c?"<|> * d', '2026-11-30', 'docx')).toBe('渝览-渝北：a-b-c-d-2026-11-30.docx')
  expect(fileName('汇报', '2026-11-30', 'png', '.zip')).toBe('渝览-汇报-2026-11-30.zip')
  for (const id of formatIds) expect(fileName('x'.repeat(300), '2026-11-30', id).length).toBeLessThan(80)
})

test('a briefing is pictures too, one a page in a zip; a view is one', () => {
  expect([ofView, ofBriefing].map((subject) => isZipped(subject, 'png'))).toEqual([false, true])
  expect([ofView, ofBriefing].map((subject) => formats.svg.holds(subject))).toEqual([true, true])
  const pages = sampleHandout.pages.map((page, at) => (at === 1 ? page : { ...page, view }))
  const sheets = sheetPages(ofBriefing, { ...sampleHandout, pages })
  expect(sheets.map(({ title, ownData }) => [title, ownData])).toEqual([
    ['两山：一张图', false],
    ['没有图的一页，=1+1 也只是字', true],
  ])
  expect(sheets[0]?.subtitle).toBe('渝北“两山”：指标、工程、投资 · 样本 <一> & 二')
  expect(sheets.map(({ title }, at) => pageFileName(at + 1, title))).toEqual([
    '01-两山：一张图',
    '02-没有图的一页，=1+1-也只是字',
  ])
})

test('the picture of a view that shows own data is marked', () => {
  expect(sheetPages(ofView, sampleHandout)).toMatchObject([{ title: sampleHandout.title, ownData: true }])
})
