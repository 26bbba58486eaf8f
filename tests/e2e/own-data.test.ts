/** Own data on the map, which only a browser has: its tiles, its worker, its store, and what is asked of the network. */
import { expect, test } from 'vitest'
import { violations } from './axe'
import { useBrowser } from './scene'

const scene = useBrowser('busy')

const uses = ['居住', '工业', '商业']
const lines = Array.from({ length: 300 }, (_, at) => {
  const [east, north] = [106.5 + (at % 20) * 0.004, 29.5 + Math.floor(at / 20) * 0.006]
  return `地块${at},${uses[at % 3]},${at},${east.toFixed(4)},${north.toFixed(4)}`
})
const csv = (name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['名称,用途,面积,经度,纬度', ...lines, '坏行,工业,1,abc,29.5'].join('\n')),
})

test('a file is opened, decided on, filtered, pressed, kept and forgotten, and nothing of it goes out', {
  timeout: 120_000,
}, async () => {
  const map = await scene.open({ link: '1~z11.5~y29.572~x106.54' })
  const { page } = map
  await map.mapRests()
  const picker = page.locator('input[type=file][multiple]')
  const panel = page.getByRole('region', { name: '我的数据' })
  const ontoMap = async (name: string) => {
    await picker.setInputFiles(csv(name))
    await panel.getByRole('radio').first().check()
    await panel.getByRole('button', { name: '按此上图' }).click()
    await panel.getByRole('region', { name }).waitFor()
    await map.addressHolds(({ ownFiles }) => ownFiles !== undefined)
  }
  const own = new Set(map.requests)
  await ontoMap('第一份.csv')
  await expect.poll(() => panel.locator('.own-row').count()).toBeGreaterThan(3)
  expect(await panel.getByRole('list', { name: '未读入的行' }).innerText()).toContain('abc')
  // What has come is code of the page itself, by its plain name.
  const { origin } = new URL(page.url())
  for (const address of map.requests.filter((each) => !own.has(each)))
    expect(address.startsWith(`${origin}/assets/`) && !address.includes('?'), address).toBe(true)

  const known = new Set(map.requests)
  await ontoMap('第二份.csv')
  await panel.getByRole('combobox', { name: '按列着色' }).selectOption({ label: '用途' })
  await panel.getByRole('searchbox').fill('地块25')
  await expect.poll(() => panel.locator('output').innerText()).toBe('11 行，共 300 行')
  await panel.getByRole('checkbox', { name: '保留在本机' }).check()
  await panel.getByText('已保留在本机').waitFor()
  await panel.locator('.own-row').first().focus()
  await map.press('Enter')
  await expect.poll(() => map.focusedName()).toBe('地块25')
  await map.press('Escape')
  // The camera looks at this row's point.
  const box = await map.region().boundingBox()
  await map.click({ x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 })
  await expect.poll(() => map.focusedName()).toBe('地块250')
  await map.press('Escape')
  expect(await violations(map)).toEqual([])
  await panel.getByRole('button', { name: '清除本机保留的数据' }).click()
  await panel.getByText('不再保留').waitFor()
  expect(await page.evaluate(() => [localStorage.length, new URL(location.href).search.includes('~u2~')])).toEqual([
    0,
    true,
  ])
  // A new worker starts for every opening, by code that is here.
  expect(map.requests.filter((each) => !known.has(each))).toEqual([])
  expect(map.complaints).toEqual([])
})

test('opened, decided on, filtered, asked and removed with the keyboard alone', async () => {
  const map = await scene.open({ panelsOnly: true })
  const { page } = map
  const panel = page.getByRole('region', { name: '我的数据' })
  const door = page.getByRole('button', { name: '打开文件' })
  await door.waitFor()
  const chooser = page.waitForEvent('filechooser')
  await expect
    .poll(async () => {
      await door.focus()
      return map.focusedName()
    })
    .toBe('打开文件')
  await map.press('Enter')
  await (await chooser).setFiles(csv('键盘.csv'))
  await panel.getByRole('radio').first().waitFor()
  await map.tabUntil(/^WGS 84/)
  await map.press('Space')
  await map.tabUntil('按此上图', 4)
  await map.press('Enter')
  await panel.getByRole('region', { name: '键盘.csv' }).waitFor()

  await map.tabUntil(/^按列筛选/)
  await map.press('ArrowDown')
  await map.tabUntil('名称 含', 4)
  await page.keyboard.type('地块25')
  await expect.poll(() => panel.locator('output').innerText()).toBe('11 行，共 300 行')
  await map.tabUntil(/^哪些行在/, 4)
  await map.press('Enter')
  await map.tabUntil(/^规划要素或区/, 2)
  await page.keyboard.type('江北区')
  await map.press('Tab')
  await map.tabUntil('查', 4)
  await map.press('Enter')
  await panel.getByText(/^\d+ 行在其中：江北区$/).waitFor()
  await map.tabUntil('移除 键盘.csv', 20, 'Shift+Tab')
  await map.press('Enter')
  await panel.getByText('还没有打开数据').waitFor()
  expect(map.complaints.filter((complaint) => !complaint.includes('WebGL2'))).toEqual([])
})
