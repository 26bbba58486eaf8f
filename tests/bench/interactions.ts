/** How long the application takes from a press to the painted answer, measured inside the page. */
import type { Browser, Page } from '../e2e/browser'
import { MapPage } from '../e2e/map-page'

/** What ends a measurement: the title of the panel, the state of a toggle, or the map at rest again after work. */
type Answer = { title: string } | { toggled: number } | { mapAtRest: true }

/** Milliseconds from the press to the frame after the answer has been painted. */
async function pressToPaint(page: Page, press: () => Promise<void>, answer: Answer): Promise<number> {
  const milliseconds = page.evaluate((wanted) => {
    const toggle = () => document.querySelectorAll('[role=group] [aria-pressed], fieldset [aria-pressed]')
    const stateOf = (at: number) => toggle()[at]?.getAttribute('aria-pressed')
    const before = 'toggled' in wanted ? stateOf(wanted.toggled) : undefined
    let worked = false
    const isThere = () => {
      if ('title' in wanted) return document.querySelector('aside h2')?.textContent?.trim() === wanted.title
      if ('toggled' in wanted) return stateOf(wanted.toggled) !== before
      const busy = document.querySelector('#map')?.getAttribute('aria-busy') === 'true'
      worked ||= busy
      return worked && !busy
    }
    return new Promise<number>((resolve) => {
      let pressed = Number.NaN
      const onPress = () => {
        pressed = performance.now()
      }
      addEventListener('pointerdown', onPress, { capture: true, once: true })
      const observer = new MutationObserver(() => {
        if (Number.isNaN(pressed) || !isThere()) return
        observer.disconnect()
        // The second frame begins when the first has been painted.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressed)))
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    })
  }, answer)
  await press()
  return milliseconds
}

export interface InteractionFigures {
  clickToPanel: number[]
  toggleToPaint: number[]
  /** Until the map has drawn what the toggle left. */
  toggleToMap: number[]
}

export async function measureInteractions(browser: Browser, site: string, rounds: number): Promise<InteractionFigures> {
  const page = await MapPage.open(browser, site)
  const figures: InteractionFigures = { clickToPanel: [], toggleToPaint: [], toggleToMap: [] }
  try {
    // The runner's compiler wraps inner functions in a helper that the page does not have.
    await page.page.evaluate('globalThis.__name ??= (inner) => inner')
    await page.openList()
    for (let round = 0; round < rounds; round++) {
      for (const name of ['渝北区', '巴南区', '北碚区', '江北区']) {
        figures.clickToPanel.push(await pressToPaint(page.page, () => page.choose(name), { title: name }))
        await page.showsPanelOf(name)
        await page.page.waitForTimeout(400)
      }
      for (const theme of [0, 3]) {
        const press = () => page.themes().nth(theme).click()
        figures.toggleToPaint.push(await pressToPaint(page.page, press, { toggled: theme }))
        await page.page.waitForTimeout(400)
        figures.toggleToMap.push(await pressToPaint(page.page, press, { mapAtRest: true }))
        await page.page.waitForTimeout(400)
      }
    }
    return figures
  } finally {
    await page.close()
  }
}
