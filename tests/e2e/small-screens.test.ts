/** Screens with little height or width: everything can be reached, nothing lies over what is to be pressed. */
import { describe, expect, test } from 'vitest'
import type { Page } from './browser'
import { useBrowser } from './scene'

const scene = useBrowser()
/** Of a test that is several, one after another on one page. */
const patienceMilliseconds = 360_000

const screens = {
  'a phone on its side': { width: 844, height: 390, touch: true },
  'a small phone on its side': { width: 667, height: 375, touch: true },
  'a small phone': { width: 320, height: 640, touch: true },
}

/** Returns the names of what cannot be pressed in its middle, scrolled to or not. */
const unreachable = (page: Page) =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>('button, summary, input, aside a[href], .layer-bar button')
    const shown = [...controls].filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) && !control.closest('.visually-hidden, .skip-button'),
    )
    return shown.flatMap((control) => {
      const { width: ownWidth } = control.getBoundingClientRect()
      if (ownWidth < 2) return []
      // A tall one in a low sheet has its middle in view only once it is scrolled to the middle, as a finger does.
      let there: Element | null = null
      let place = ''
      for (const block of ['nearest', 'center'] as const) {
        control.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' })
        // A link in running text may break over two lines: its first piece is what is pressed.
        const [piece = control.getBoundingClientRect()] = control.getClientRects()
        const [x, y] = [(piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2]
        there = document.elementFromPoint(x, y)
        place = `${Math.round(x)}, ${Math.round(y)}`
        if (there && (control.contains(there) || there.closest('label')?.contains(control))) return []
      }
      const name = control.getAttribute('aria-label') ?? control.textContent ?? control.className
      return [`${name.trim()} at ${place} under ${there?.outerHTML.slice(0, 80) ?? 'nothing'}`]
    })
  })

describe.each(Object.entries(screens))('%s', (_, device) => {
  const reached = async (page: Page, state: string) => {
    await page.waitForTimeout(400)
    if (process.env.YULAN_SHOTS)
      await page.screenshot({ path: `${process.env.YULAN_SHOTS}/${device.width}-${state}.png` })
    expect(await unreachable(page), state).toEqual([])
  }
  test(
    'a district, the page as it opens and the catalogue',
    async () => {
      const map = await scene.open({ link: '1~d500112', device, early: true })
      const { page } = map
      await page.locator('#map[aria-busy=false]').waitFor()
      await page.locator('aside h2').first().waitFor()
      await reached(page, 'a district')
      await map.show('')
      await map.showsNoPanel()
      await reached(page, 'the page as it opens')
      await page.getByRole('button', { name: /^目录/ }).click()
      await page.locator('.catalogue').waitFor()
      await reached(page, 'the catalogue')
    },
    patienceMilliseconds,
  )
})

test('a frame without a height that its host opens later has the map', async () => {
  const page = await scene.open({ early: true, device: { width: 600, height: 1 } })
  await page.page.evaluate(() => {
    const map = document.getElementById('map')
    if (map) map.style.height = '0'
  })
  await page.page.getByRole('group', { name: '主题' }).getByRole('button').first().waitFor({ state: 'attached' })
  await page.page.setViewportSize({ width: 600, height: 500 })
  await page.page.evaluate(() => document.getElementById('map')?.removeAttribute('style'))
  await page.atRest()
  await page.staticMapGone()
  expect(await page.page.locator('.map-engine canvas').count()).toBeGreaterThan(0)
})
