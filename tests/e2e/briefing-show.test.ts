/** A published briefing as it is given: by clicker, over reloads, without a network, in two windows. */
import { expect, inject, test } from 'vitest'
import { themeIds } from '../../data/schema-ids'
import { defaultView, type View } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { release } from '../fixtures/region'
import { violations } from './axe'
import { devices, freshProfile, type Page } from './browser'
import { losing, withoutWebgl } from './map-page'
import { useBrowser } from './scene'

const scene = useBrowser()
const slug = 'jiuqu'
/** Pages of it. */
const pages = 14
const linkTo = (no: number, over: Partial<View> = {}) =>
  encodeView({ ...defaultView(themeIds), ...over, scene: { briefing: slug, index: no } }, release)

const region = (page: Page) => page.getByRole('region', { name: '汇报' })
const title = (page: Page) => region(page).getByRole('heading', { level: 2 }).textContent()
const pageNumber = async (page: Page) =>
  Number(/第 (\d+) \/ \d+ 页/.exec((await region(page).locator('.show-position').textContent()) ?? '')?.[1])

async function play(no = 1, opening: Parameters<typeof scene.open>[0] = {}) {
  const map = await scene.open({ link: linkTo(no), device: devices.laptop, early: true, ...opening })
  await region(map.page).waitFor()
  return map
}

const atPage = (page: Page, number: number) => expect.poll(() => pageNumber(page)).toBe(number)

test('every key of a clicker and of a keyboard does what presenters expect', async () => {
  const { page, complaints, mapRests, addressHolds } = await play()
  await mapRests.call({ page })
  const length = () => page.evaluate(() => history.length)
  const before = await length()
  const steps: [key: string, page: number][] = [
    ['PageDown', 2],
    ['PageUp', 1],
    ['ArrowRight', 2],
    ['ArrowDown', 3],
    ['ArrowLeft', 2],
    ['ArrowUp', 1],
    ['Space', 2],
    ['Shift+Space', 1],
    ['Enter', 2],
    ['Backspace', 1],
    ['End', pages],
    ['Home', 1],
  ]
  for (const [key, number] of steps) {
    await page.keyboard.press(key)
    await atPage(page, number)
  }
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await atPage(page, 3)
  await addressHolds.call({ page }, ({ scene: at }) => at?.briefing === slug)
  for (const [key, colour] of [
    ['.', 'rgb(0, 0, 0)'],
    ['b', undefined],
    ['w', 'rgb(255, 255, 255)'],
    ['w', undefined],
  ] as const) {
    await page.keyboard.press(key)
    const blank = page.locator('.show-blank')
    if (colour) expect(await blank.evaluate((each) => getComputedStyle(each).backgroundColor)).toBe(colour)
    else await blank.waitFor({ state: 'detached' })
  }
  await page.keyboard.press('o')
  await page.getByRole('dialog', { name: '总览' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.getByRole('dialog', { name: '跳到哪一页' }).getByRole('textbox').fill('2')
  await page.keyboard.press('Enter')
  await atPage(page, 2)
  await page.keyboard.press('n')
  await page.getByRole('complementary', { name: '讲稿' }).waitFor()
  await page.keyboard.press('n')
  await page.keyboard.press('t')
  await page.getByText(/^已讲 \d+:\d\d$/).waitFor()
  // F5 is the clicker's start key: full screen on this scene, then Escape out of full screen only.
  await page.keyboard.press('F5')
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  await page.keyboard.press('F5')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true)
  await atPage(page, 2)
  expect(await length()).toBe(before)
  expect(complaints).toEqual([])
  await page.waitForTimeout(400)
  await page.keyboard.press('Escape')
  await region(page).waitFor({ state: 'detached' })
})

test('click, wheel and a finger turn pages; a button that has the focus is pressed', async () => {
  const { page } = await play()
  await page.mouse.click(300, 300)
  await atPage(page, 2)
  await page.mouse.wheel(0, 120)
  await atPage(page, 3)
  await page.getByRole('button', { name: '上一页' }).click()
  await atPage(page, 2)
  await page.keyboard.press('PageDown')
  await atPage(page, 3)
  await page.getByRole('button', { name: '上一页' }).focus()
  await page.keyboard.press('Space')
  await atPage(page, 2)
})

test('a reload in the middle comes back to the scene with the time running; Back leaves', async () => {
  const map = await scene.open({ device: devices.laptop, panelsOnly: true })
  const { page } = map
  await page.getByRole('group', { name: '主题' }).getByRole('button').first().waitFor()
  await map.show(`s${slug}.1`)
  await region(page).waitFor()
  await page.keyboard.press('t')
  await page.keyboard.press('PageDown')
  await atPage(page, 2)
  const heading = await title(page)
  await page.waitForTimeout(2100)
  await page.reload()
  await region(page).waitFor()
  await atPage(page, 2)
  expect(await title(page)).toBe(heading)
  await page.getByText(/^已讲 0:(0[2-9]|[1-5]\d)$/).waitFor()
  await page.goBack()
  await region(page).waitFor({ state: 'detached' })
  await page.getByRole('group', { name: '主题' }).waitFor()
})

test('with the network cut after loading every scene still comes, with its sources', async () => {
  const { page, mapRests, complaints } = await play()
  await mapRests.call({ page })
  await page.getByText('来源：').first().waitFor()
  // The last that the page loads by itself is what prints it.
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /\/printer-/.test(name)))
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  page.on('requestfailed', (request) => complaints.push(request.url()))
  for (let number = 2; number <= 3; number++) {
    await page.keyboard.press('PageDown')
    await atPage(page, number)
    await mapRests.call({ page })
  }
  await page.keyboard.press('/')
  await page.getByRole('dialog', { name: '问地图' }).getByRole('textbox').fill('果园港 5 公里')
  await page.getByRole('dialog', { name: '问地图' }).getByRole('button').first().waitFor()
  await page.keyboard.press('Enter')
  await region(page).getByText('回到本页').waitFor()
  await expect.poll(() => region(page).locator('.show-point').first().textContent()).toMatch(/果园港|公里|处/)
  await page.keyboard.press('r')
  await page.keyboard.press('End')
  await region(page).getByRole('heading', { name: '会后答复' }).waitFor()
  expect(complaints).toEqual([])
})

test('two windows show the same page, and either may be loaded again', async () => {
  const { page } = await play(1, { panelsOnly: true })
  const [audience] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('s')])
  const presenter = page.getByRole('region', { name: '演讲者视图' })
  await presenter.getByText('观众窗口已连上').waitFor()
  await region(audience).waitFor()
  await page.keyboard.press('PageDown')
  await atPage(audience, 2)
  await audience.reload()
  await region(audience).waitFor()
  await atPage(audience, 2)
  await page.keyboard.press('PageDown')
  await atPage(audience, 3)
  await page.reload()
  await presenter.getByText('观众窗口已连上').waitFor()
  await page.keyboard.press('Home')
  await atPage(audience, 1)
  await audience.keyboard.press('PageDown')
  await expect.poll(() => presenter.locator('.presenter-now h2').textContent()).toBe(await title(audience))
  await page.keyboard.press('.')
  await audience.locator('.show-blank').waitFor()
  await audience.close()
  await presenter.getByText('观众窗口没有连上').waitFor()
})

test('a phone, a page without WebGL 2 and a frame without full screen show it too', async () => {
  const phone = await play(1, { device: devices.phone, panelsOnly: true })
  const box = await phone.region().boundingBox()
  expect(box?.height).toBeGreaterThan(300)
  const caption = await region(phone.page).boundingBox()
  expect(caption?.y).toBeGreaterThanOrEqual((box?.y ?? 0) + (box?.height ?? 0))
  expect(await violations(phone)).toEqual([])
  const profile = await freshProfile(scene.browser(), devices.laptop)
  const outer = await profile.newPage()
  await withoutWebgl(outer)
  const address = `${inject('siteAddress')}?m=${linkTo(1)}`
  await outer.route('**/frame.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe src="${address}" width="1200" height="680" allow="fullscreen 'none'"></iframe>`,
    }),
  )
  await outer.goto(`${inject('siteAddress')}frame.html`)
  const frame = outer.frameLocator('iframe')
  await frame.getByRole('region', { name: '汇报' }).waitFor()
  expect(await frame.getByRole('button', { name: '全屏' }).count()).toBe(0)
  await profile.close()
})

test.each(['light', 'dark'] as const)('player and presenter break no rule in %s', async (palette) => {
  const map = await play(1, { palette, panelsOnly: true })
  expect(await violations(map)).toEqual([])
  await map.page.keyboard.press('o')
  expect(await violations(map)).toEqual([])
  await map.page.keyboard.press('Escape')
  await map.page.keyboard.press('s')
  await map.page.getByRole('region', { name: '演讲者视图' }).waitFor()
  expect(await violations(map)).toEqual([])
})

test('what does not come says so, and the map stays', async () => {
  const { page } = await scene.open({
    link: linkTo(1),
    device: devices.laptop,
    panelsOnly: true,
    before: losing(/briefings[^/]*\.json/),
  })
  await page.getByRole('status').getByText('汇报没有载入').waitFor()
  await page.getByRole('group', { name: '主题' }).waitFor()
})
