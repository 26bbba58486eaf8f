/** How long files take from the press to the download: pictures on paper, a deck of ten scenes, the atlas. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { themeIds } from '../../data/schema-ids'
import type { StoredBriefing } from '../../src/model/briefing/briefing'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { type Browser, devices, freshProfile, type Page } from '../e2e/browser'
import { release } from '../fixtures/region'
import { median } from './statistics'

/** Seconds from the press, of each file in a page of its own, so that each is the first of its page. */
export type ExportFigures = Record<ExportId, number[]>

/** The files that are timed. */
export const exportIds = ['a4', 'a3', 'a1', 'deck', 'atlas'] as const
type ExportId = (typeof exportIds)[number]

/** What the median may be, in seconds; A1 is only to come. */
export const exportLimitSeconds: Record<ExportId, number | undefined> = {
  a4: 4,
  a3: 9,
  a1: undefined,
  deck: 15,
  atlas: 60,
}

const longestMilliseconds = 300_000

/** Makes each file as often as asked, by turns. */
export async function measureExports(
  browser: Browser,
  site: string,
  folder: string,
  rounds: number,
  ids: readonly ExportId[] = exportIds,
): Promise<ExportFigures> {
  const figures: ExportFigures = { a4: [], a3: [], a1: [], deck: [], atlas: [] }
  for (let round = 0; round < rounds; round++)
    for (const id of ids) {
      const profile = await freshProfile(browser, devices.laptop)
      profile.setDefaultTimeout(longestMilliseconds)
      const page = await profile.newPage()
      await openDialog(page, site, id === 'deck' ? tenScenes(folder) : undefined)
      figures[id].push(await timed[id](page))
      await profile.close()
      process.stderr.write('.')
    }
  return figures
}

function tenScenes(folder: string): StoredBriefing {
  const read: unknown = JSON.parse(readFileSync(join(folder, 'data/v1/briefings.json'), 'utf8'))
  const found = (read as { briefings: StoredBriefing[] }).briefings.find(({ scenes }) => scenes.length === 10)
  if (!found) throw new Error('the site has no briefing of ten scenes')
  return found
}

async function openDialog(page: Page, site: string, briefing: StoredBriefing | undefined) {
  const district = encodeView({ ...defaultView(themeIds), districts: ['500112'] }, release)
  await page.goto(briefing ? site : `${site}?m=${district}`)
  await page.waitForFunction(() => performance.getEntriesByName('yulan:map-rest').length > 0)
  if (briefing) {
    await page.getByRole('button', { name: '汇报', exact: true }).first().click()
    const item = page.getByRole('dialog').getByRole('listitem').filter({ hasText: briefing.title })
    await item.getByRole('button', { name: '导出' }).click()
  } else await page.getByRole('button', { name: '导出', exact: true }).first().click()
  await dialogOf(page)
    .getByText(briefing?.title ?? '渝北区：要点')
    .first()
    .waitFor()
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: '导出' })

const timed: Record<ExportId, (page: Page) => Promise<number>> = {
  a4: (page) => picture(page, 'a4'),
  a3: (page) => picture(page, 'a3'),
  a1: (page) => picture(page, 'a1'),
  deck: (page) => saved(page, 'PPTX'),
  atlas: async (page) => {
    await page.evaluate(() => {
      window.print = () => Reflect.set(window, 'printedAt', performance.now())
    })
    await page.getByRole('group', { name: 'PDF、打印' }).getByRole('combobox', { name: '内容' }).selectOption('atlas')
    const from = performance.now()
    await dialogOf(page).getByRole('button', { name: 'PDF', exact: true }).click()
    await page.waitForFunction(() => Reflect.has(window, 'printedAt'))
    return (performance.now() - from) / 1000
  },
}

async function picture(page: Page, paper: string): Promise<number> {
  await page.getByRole('group', { name: '图片、SVG' }).getByRole('combobox', { name: '大小' }).selectOption(paper)
  return saved(page, '图片')
}

async function saved(page: Page, format: string): Promise<number> {
  const from = performance.now()
  await Promise.all([
    page.waitForEvent('download'),
    dialogOf(page).getByRole('button', { name: format, exact: true }).click(),
  ])
  return (performance.now() - from) / 1000
}

/** Prints the figures as a table. Returns whether a median is over its limit. */
export function printExports(figures: ExportFigures): boolean {
  console.log('\n| press to file | median | each | limit |\n| --- | ---: | --- | ---: |')
  let isOver = false
  for (const id of exportIds) {
    const [all, limit] = [figures[id], exportLimitSeconds[id]]
    if (all.length === 0) continue
    if (limit !== undefined && median(all) > limit) isOver = true
    const each = all.map((seconds) => seconds.toFixed(1)).join(', ')
    console.log(`| ${id} | ${median(all).toFixed(1)} s | ${each} | ${limit === undefined ? '–' : `${limit} s`} |`)
  }
  return isOver
}

/** Returns the files that are named, all where none is. Throws on another name. */
export function exportsNamed(names: string | undefined): readonly ExportId[] {
  if (!names) return exportIds
  return names.split(',').map((name) => {
    const found = exportIds.find((id) => id === name)
    if (!found) throw new RangeError(`no export ${name}; there are ${exportIds.join(', ')}`)
    return found
  })
}
