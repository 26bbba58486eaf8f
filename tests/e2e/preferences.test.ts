import { expect, test } from 'vitest'
import { useBrowser } from './scene'

const scene = useBrowser()

test('language and colours chosen once are there on the next visit, from the first frame, and in no link', async () => {
  const page = await scene.open({ panelsOnly: true })
  await page.themes().first().waitFor()
  const chosen = () =>
    page.page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.palette])
  expect(await chosen()).toEqual(['zh-CN', 'light'])
  await page.pressButton('深色')
  await page.pressButton('English')
  await expect.poll(chosen).toEqual(['en', 'dark'])
  await page.page.goto(new URL('./?m=1~d500104', page.page.url()).href, { waitUntil: 'commit' })
  await page.drawn()
  await page.page.getByRole('heading', { level: 2, name: 'Dadukou District' }).waitFor()
  expect(await chosen()).toEqual(['en', 'dark'])
  expect(page.page.url()).not.toMatch(/en|dark/)
  // Another reader of the same link sees it as their own system has it.
  const other = await scene.open({ panelsOnly: true, link: page.page.url() })
  await other.showsPanelOf('大渡口区')
})

test('a browser that refuses to store anything works as usual', async () => {
  const page = await scene.open({
    early: true,
    before: async (tab) => {
      await tab.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('refused', 'SecurityError')
          },
        })
      })
    },
  })
  await page.themes().first().waitFor()
  await page.pressButton('English')
  await page.page.getByRole('heading', { level: 1, name: 'Yulan' }).waitFor()
  expect(page.complaints).toEqual([])
})
