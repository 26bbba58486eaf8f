/** The workbook of the record in the built page: taken along, edited, brought back, under the page's own policy. */
import { readFileSync } from 'node:fs'
import { openXlsx, saveXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { themeIds } from '../../data/schema-ids'
import { isRecordWorkbook } from '../../src/io/formats/xlsx/is-record-workbook'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { release } from '../fixtures/region'
import { violations } from './axe'
import { useBrowser } from './scene'

const scene = useBrowser()
const about = encodeView({ ...defaultView(themeIds), item: { kind: 'page', id: 'about' } }, release)

/** One text and one status of the first two plans are changed, the second wrongly. */
async function edited(bytes: Uint8Array): Promise<Buffer> {
  const workbook = await openXlsx(bytes, { readStyles: true })
  const sheet = workbook.sheets.find(({ name }) => name === '规划事项')
  const set = (row: number, title: string, value: string) => {
    const column = sheet?.rows[0]?.indexOf(title) ?? -1
    const cell = sheet?.cells?.get(`${row},${column}`)
    if (!cell) throw new Error(`no cell ${row} ${title}`)
    cell.value = value
  }
  set(1, '内容', '在工作簿里改过的一句。')
  set(2, '状态', '也许')
  return Buffer.from(await saveXlsx(workbook))
}

test('the record goes out as a workbook and comes back as a change file, and asks nobody else', async () => {
  const map = await scene.open({ link: about, panelsOnly: true })
  const { page } = map
  const site = new URL(page.url()).origin
  await page.getByText('在工作簿里维护资料').click()
  const [exported] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出工作簿' }).click(),
  ])
  const bytes = new Uint8Array(readFileSync(await exported.path()))
  expect(isRecordWorkbook(bytes)).toBe(true)

  const input = page.locator('input[aria-label="打开改过的工作簿"]')
  await input.setInputFiles({ name: '改过.xlsx', mimeType: '', buffer: await edited(bytes) })
  const panel = page.getByRole('region', { name: '资料工作簿' })
  await panel.getByRole('list', { name: '写错的格子' }).getByText('“也许”不在列表里').waitFor()
  await panel.getByRole('button', { name: '在工作簿里改过的一句。' }).click()
  await map.addressHolds((view) => view.feature !== undefined || view.districts.length > 0)
  expect(await violations(map)).toEqual([])

  const [marked] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: '存标好错的工作簿' }).click(),
  ])
  const { sheets } = await openXlsx(new Uint8Array(readFileSync(await marked.path())), { readStyles: true })
  const comments = [...(sheets[1]?.cells?.entries() ?? [])].filter(([, { comment }]) => comment?.text.includes('也许'))
  expect(comments.map(([at]) => at)).toEqual(['2,4'])
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: '存改动文件（1 处）' }).click(),
  ])
  const { changes } = JSON.parse(readFileSync(await saved.path(), 'utf8')) as {
    changes: { field: string; new: string }[]
  }
  expect(changes.map(({ field, new: text }) => [field, text])).toEqual([['text', '在工作簿里改过的一句。']])
  expect(map.requests.filter((address) => !address.startsWith(site) && !address.startsWith('blob:'))).toEqual([])
  // There is no engine behind these panels.
  expect(map.complaints.filter((complaint) => !complaint.includes('WebGL2'))).toEqual([])
})
