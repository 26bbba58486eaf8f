/** A briefing written from scratch in the browser: how much pressing it takes, and whether it stays. */
import { readFile } from 'node:fs/promises'
import { expect, inject, test } from 'vitest'
import { violations } from './axe'
import { devices, freshProfile, type Page } from './browser'
import { MapPage } from './map-page'
import { useBrowser } from './scene'

const scene = useBrowser()
const editor = (page: Page) => page.getByRole('region', { name: '汇报编辑' })
const pages = (page: Page) => editor(page).getByRole('list', { name: '页' }).locator('.edit-line')

/** Counts what a hand does: presses of the mouse and of keys that write no text. */
function hand(page: Page) {
  let presses = 0
  return {
    presses: () => presses,
    click: async (what: ReturnType<Page['locator']>) => {
      presses++
      await what.click()
    },
    press: async (key: string) => {
      presses++
      await page.keyboard.press(key)
    },
    /** The text itself is not counted. */
    write: (text: string) => page.keyboard.insertText(text),
  }
}

const subjects = [
  '果园港',
  '江北国际机场',
  '重庆北站',
  '铜锣山矿山公园',
  '渝中区',
  '两江新区',
  '中央公园',
  '洛碛港',
  '巴南区',
]

async function writeTenScenes(page: Page) {
  const { click, press, write, presses } = hand(page)
  const add = page.getByRole('button', { name: '加入汇报', exact: true })
  await click(add)
  await editor(page).waitFor()
  await click(editor(page).getByLabel('汇报标题'))
  await press('Control+a')
  await write('渝北看九区')
  for (const [index, subject] of subjects.entries()) {
    await click(page.getByRole('combobox', { name: '搜索' }))
    await write(subject)
    await page.getByRole('option').first().waitFor()
    await press('Enter')
    await page.getByRole('complementary', { name: '详情' }).getByRole('heading', { level: 2 }).waitFor()
    await click(add)
    await expect.poll(() => pages(page).count()).toBe(index + 2)
  }
  // The last one gets a point of its own words and a cited item.
  await click(editor(page).getByRole('button', { name: '写一条' }))
  await write('南部的区')
  await click(editor(page).getByRole('button', { name: '引用面板里的条目' }))
  await click(editor(page).locator('.edit-citable').first())
  await click(editor(page).getByLabel('备注（只给自己看）'))
  await write('这一句不念')
  await click(editor(page).getByRole('button', { name: '上移', exact: true }))
  return presses()
}

const titles = (page: Page) => pages(page).locator('.edit-line-title').allTextContents()

test('ten scenes from scratch take at most 60 presses; they stay, go through a file, and open from a link', async () => {
  const map = await scene.open({ panelsOnly: true })
  const { page } = map
  await page.getByRole('group', { name: '主题' }).getByRole('button').first().waitFor()
  const presses = await writeTenScenes(page)
  expect(presses).toBeLessThanOrEqual(60)
  const written = await titles(page)
  expect(written).toHaveLength(10)
  expect(written[8]).toContain('巴南')

  // The device keeps it.
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain('这一句不念')
  await page.reload()
  await page.getByRole('button', { name: '汇报', exact: true }).click()
  await page.getByRole('button', { name: '编辑《渝北看九区》' }).click()
  await expect.poll(() => titles(page)).toEqual(written)
  expect(await violations(map)).toEqual([])

  // A file holds all of it, notes too; dropped on the page it opens marked.
  await editor(page).getByRole('button', { name: '交给别人' }).click()
  const saved = page.waitForEvent('download')
  await editor(page).getByRole('button', { name: '存成文件' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe('渝北看九区.yulan.json')
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain('这一句不念')
  expect(await violations(map)).toEqual([])

  // A link holds it without notes, where it fits.
  const link = await editor(page).getByLabel('链接', { exact: true }).inputValue()
  expect(new URL(link).search.length - '?m='.length).toBeLessThanOrEqual(1000)
  // Without WebGL the engine's own complaint is what the static map stands in for.
  expect(map.complaints.filter((complaint) => !complaint.includes('WebGL2'))).toEqual([])

  const other = await MapPage.open(scene.browser(), inject('siteAddress'), { panelsOnly: true, link })
  const show = other.page.getByRole('region', { name: '汇报' })
  await show.getByText('自编汇报 · 非发布').waitFor()
  await show.getByText('第 1 / 10 页', { exact: true }).waitFor()
  await show.getByRole('button', { name: '退出' }).click()
  await drop(other.page, '渝北看九区.yulan.json', text)
  await editor(other.page).getByText('自编汇报 · 非发布').waitFor()
  expect(await titles(other.page)).toEqual(written)
  await other.close()
})

async function drop(page: Page, name: string, content: string) {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const held = new DataTransfer()
      held.items.add(new File([text], fileName, { type: 'application/json' }))
      return held
    },
    [name, content] as const,
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

test('the editor breaks no rule in dark, on a phone', async () => {
  const map = await scene.open({ panelsOnly: true, palette: 'dark', device: devices.phone, link: '1~fgyport' })
  await map.page.getByRole('button', { name: '加入汇报 pc047', exact: true }).click()
  await expect.poll(() => pages(map.page).count()).toBe(1)
  expect(await violations(map)).toEqual([])
})

test('in a field Ctrl+Z takes back the field’s own first, then the editor’s', async () => {
  const { page } = await scene.open({ panelsOnly: true })
  await page.getByRole('button', { name: '加入汇报', exact: true }).click()
  const title = editor(page).getByLabel('本页标题')
  await title.waitFor()
  const before = await title.inputValue()
  await title.press('End')
  await page.keyboard.type('甲')
  expect(await title.inputValue()).toBe(`${before}甲`)
  await page.keyboard.press('Control+z')
  await expect.poll(() => title.inputValue()).toBe(before)
  // Nothing of the field is left to take back: the page that was added goes.
  await page.keyboard.press('Control+z')
  await expect.poll(() => pages(page).count()).toBeLessThanOrEqual(1)
})

test('two tabs: what one writes comes along in the other', async () => {
  const profile = await freshProfile(scene.browser(), devices.desktop)
  const [one, two] = [await profile.newPage(), await profile.newPage()]
  for (const page of [one, two]) await page.goto(inject('siteAddress'))
  await one.getByRole('button', { name: '加入汇报', exact: true }).click()
  await editor(one).getByLabel('汇报标题').fill('第一稿')
  await expect.poll(() => one.evaluate(() => Object.values(localStorage).join())).toContain('第一稿')
  await two.getByRole('button', { name: '汇报', exact: true }).click()
  await two.getByRole('button', { name: '编辑《第一稿》' }).click()
  await editor(two).getByLabel('汇报标题').fill('第二稿')
  await expect.poll(() => editor(one).getByLabel('汇报标题').inputValue()).toBe('第二稿')
  await profile.close()
})
