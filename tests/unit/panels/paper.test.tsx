/** What stands on paper, before it is measured and laid. */
import { expect, test } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import { documentOf } from '../../../src/model/handout/paper-document'
import { defaultView } from '../../../src/model/view'
import { citePoint, pageElement } from '../../../src/panels/paper/blocks'
import { pageRoom } from '../../../src/panels/paper/page-room'
import { documentParts } from '../../../src/panels/paper/parts'
import { sampleHandout } from '../../fixtures/handout'

const document_ = documentOf(
  {
    ...sampleHandout,
    pages: sampleHandout.pages.map((page) => ({
      ...page,
      ...(page.ownData ? { view: defaultView(themeIds) } : {}),
      tables: page.tables.map((table) => ({ ...table, sources: table.rows.map((_, at) => [at % 4]) })),
    })),
  },
  '来源',
)
const room = pageRoom({ paper: 'a4', orientation: 'portrait' })
const address = { link: sampleHandout.link, words: '此图地址', code: { path: 'M0 0h1', width: 21 } }
const parts = documentParts(document_, room, address)
const all = (selector: string) =>
  parts.flatMap(({ elements }) =>
    elements.flatMap((one) => [...(one.matches(selector) ? [one] : []), ...one.querySelectorAll(selector)]),
  )

test('the code and the address stand once, and every heading opens its page', () => {
  expect(all('.paper-code')).toHaveLength(1)
  expect(all('.paper-link a').map((each) => each.getAttribute('href'))).toEqual([sampleHandout.link])
  expect(all('h2 a').map((each) => each.textContent)).toEqual(sampleHandout.pages.map(({ title }) => title))
})

test('a chart is drawn above the table of its page, and each row is cited', () => {
  const drawing = parts.findIndex(({ elements }) => elements.some((one) => one.matches('.paper-chart')))
  const rows = parts.findIndex(({ elements }) => elements.some((one) => one.matches('.paper-row')))
  expect(drawing).toBeGreaterThan(-1)
  expect(rows).toBeGreaterThan(drawing)
  expect(parts[drawing]?.elements[0]?.querySelector('svg')?.textContent).toContain('森林覆盖率（%）')
  const { elements, cited } = parts[rows] ?? expect.fail()
  expect(cited.slice(0, 5)).toEqual([[0], [1], [2], [3], [0]])
  const [row] = elements
  if (row) citePoint(row, [7])
  expect(row?.querySelector('sup')?.textContent).toBe('7')
  expect(row?.querySelector('.paper-number')?.textContent).toBe('0')
})

test('a page that shows own data says so at its foot', () => {
  const foot = (mark?: string) => pageElement(document_, '', '1', mark).page.querySelector('.paper-foot')?.textContent
  expect(foot('自备数据·未核')).toMatch(/^自备数据·未核　资料日期/)
  expect(foot()).toMatch(/^资料日期/)
  expect(document_.sections.map(({ ownData }) => ownData)).toEqual([false, false, true, false])
  const kinds = parts.filter(({ section }) => section.ownData).map(({ kind, ownData }) => [kind, ownData])
  expect(kinds).toContainEqual(['heading', false])
  expect(kinds.filter(([, own]) => own)).toEqual([['map', true]])
})
