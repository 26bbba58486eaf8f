/** 导出 in the built page: real pictures, real files. What a file must be is said once, by the rules of Office files. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { themeIds } from '../../data/schema-ids'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { officeBreaches } from '../fixtures/office-rules'
import { release } from '../fixtures/region'
import { violations } from './axe'
import type { MapPage } from './map-page'
import { shipped, useBrowser } from './scene'

const scene = useBrowser('busy')
/** Of a test that is several, one after another on one page. */
const patienceMilliseconds = 300_000
/** Twice what a deck of ten scenes may take on two cores without a graphics card: five in a row took 6 to 12 s each. */
const mostSeconds = 30
const yubei = encodeView({ ...defaultView(themeIds), districts: ['500112'] }, release)

const dialogOf = ({ page }: MapPage) => page.getByRole('dialog', { name: '导出' })

async function saved(map: MapPage, format: string): Promise<{ name: string; bytes: Uint8Array; seconds: number }> {
  const from = performance.now()
  const [download] = await Promise.all([
    map.page.waitForEvent('download', { timeout: 110_000 }),
    dialogOf(map).getByRole('button', { name: format, exact: true }).click(),
  ])
  const seconds = (performance.now() - from) / 1000
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()), seconds }
}

const briefings = () =>
  shipped<{ briefings: { title: string; date: string; scenes: unknown[] }[] }>('briefings.json').briefings

test('a briefing of ten scenes becomes a deck that keeps every rule, in time, and a zip of ten pictures', async () => {
  const ten = briefings().find(({ scenes }) => scenes.length === 10)
  const map = await scene.open()
  await map.page.getByRole('button', { name: '汇报', exact: true }).first().click()
  const item = map.page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ hasText: ten?.title ?? '' })
  await item.getByRole('button', { name: '导出' }).click()
  await dialogOf(map)
    .getByText(ten?.title ?? '')
    .first()
    .waitFor()
  const deck = await saved(map, 'PPTX')
  expect(deck.name).toMatch(/^渝览-.+-\d{4}-\d\d-\d\d\.pptx$/)
  expect(officeBreaches(deck.bytes)).toEqual([])
  const files = Object.keys(unzipSync(deck.bytes))
  expect(files.filter((path) => /^ppt\/media\/picture\d+\.png$/.test(path))).toHaveLength(10)
  expect(deck.seconds).toBeLessThan(mostSeconds)
  await dialogOf(map)
    .getByText(/已存为 渝览-.+（[\d.]+ [kM]B）。/)
    .waitFor()
  const options = map.page.getByRole('group', { name: '图片、SVG' })
  await options.getByRole('combobox', { name: '大小' }).selectOption('pixels')
  for (const [side, pixels] of Object.entries({ 宽: 600, 高: 400 })) {
    await options.getByRole('spinbutton', { name: side }).fill(String(pixels))
    await options.getByRole('spinbutton', { name: side }).press('Tab')
  }
  const zip = await saved(map, '图片')
  expect(zip.name).toMatch(/^渝览-.+\.zip$/)
  const pictures = Object.entries(unzipSync(zip.bytes))
  expect(pictures.map(([name]) => name.slice(0, 2))).toEqual([
    '01',
    '02',
    '03',
    '04',
    '05',
    '06',
    '07',
    '08',
    '09',
    '10',
  ])
  for (const [name, png] of pictures) {
    const head = Buffer.from(png)
    expect([head.readUInt32BE(16), head.readUInt32BE(20)], name).toEqual([600, 400])
  }
  expect(map.complaints).toEqual([])
})

test(
  'the dialog is for the keyboard: axe finds nothing, Escape gives up; Word and Excel hold what the district has',
  async () => {
    const map = await scene.open({ link: yubei })
    const opener = map.page.getByRole('button', { name: '导出', exact: true }).first()
    await opener.focus()
    await map.press('Enter')
    await dialogOf(map).getByText('渝北区：要点').waitFor()
    await dialogOf(map).getByRole('img', { name: '第一幅图的预览' }).waitFor()
    expect(await violations(map)).toEqual([])
    await dialogOf(map).getByRole('button', { name: 'Word', exact: true }).focus()
    await map.press('Enter')
    await dialogOf(map).getByRole('button', { name: '取消' }).focus()
    await map.press('Enter')
    await dialogOf(map).getByText('已取消。').waitFor()
    expect(await map.page.evaluate(() => document.activeElement?.textContent)).toBe('Word')
    await map.press('Escape')
    await dialogOf(map).waitFor({ state: 'hidden' })
    expect(await map.page.evaluate(() => document.activeElement?.textContent)).toBe('导出')
    expect(map.complaints).toEqual([])

    await opener.click()
    await dialogOf(map).getByText('渝北区：要点').waitFor()
    const word = await saved(map, 'Word')
    expect(word.name).toMatch(/^渝览-渝北区-.*\.docx$/)
    const paper = new TextDecoder().decode(unzipSync(word.bytes)['word/document.xml'])
    expect(paper).toContain('渝北区：要点')
    const excel = await saved(map, 'Excel')
    const { sheets } = await readXlsx(excel.bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['规划事项', '要素', '工程项目', '指标', '说明'])
    expect(sheets[2]?.rows.length).toBe(1 + shipped<{ projects: unknown[] }>('projects.json').projects.length)
  },
  patienceMilliseconds,
)
