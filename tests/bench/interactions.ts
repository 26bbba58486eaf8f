/** How long the application takes from a press to the painted answer, measured inside the page. */
import { type Browser, type Page, slowDown } from '../e2e/browser'
import { MapPage } from '../e2e/map-page'

/**
 * What ends a measurement: the title of the panel, the state of a toggle, another text in a place, or the map at rest
 * again after work.
 */
export type Answer = { title: string } | { toggled: number } | { otherText: string } | { mapAtRest: true }

/** Milliseconds from the press to the frame after the answer has been painted. */
export async function pressToPaint(page: Page, press: () => Promise<void>, answer: Answer): Promise<number> {
  // The watch stands before the press: a page at work takes a key first and a script after it.
  await page.evaluate((wanted) => {
    const toggle = () => document.querySelectorAll('[role=group] [aria-pressed], fieldset [aria-pressed]')
    const stateOf = (at: number) => toggle()[at]?.getAttribute('aria-pressed')
    const textOf = (place: string) => document.querySelector(place)?.textContent ?? ''
    const before =
      'toggled' in wanted ? stateOf(wanted.toggled) : 'otherText' in wanted ? textOf(wanted.otherText) : undefined
    let worked = false
    const isThere = () => {
      if ('title' in wanted) return document.querySelector('aside h2')?.textContent?.trim() === wanted.title
      if ('toggled' in wanted) return stateOf(wanted.toggled) !== before
      if ('otherText' in wanted) return textOf(wanted.otherText) !== before
      const busy = document.querySelector('#map')?.getAttribute('aria-busy') === 'true'
      worked ||= busy
      return worked && !busy
    }
    const answered = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`no answer: ${JSON.stringify(wanted)}`)), 20_000)
      let pressed = Number.NaN
      const taken = new AbortController()
      const onPress = () => {
        taken.abort()
        pressed = performance.now()
        performance.mark('bench:press')
      }
      for (const press of ['pointerdown', 'keydown'])
        addEventListener(press, onPress, { capture: true, signal: taken.signal })
      const observer = new MutationObserver(() => {
        if (Number.isNaN(pressed) || !isThere()) return
        observer.disconnect()
        // The second frame begins when the first has been painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            performance.mark('bench:answer')
            resolve(performance.now() - pressed)
          }),
        )
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    Reflect.set(window, 'answered', answered)
  }, answer)
  await press()
  return page.evaluate(() => Reflect.get(window, 'answered') as Promise<number>)
}

export interface InteractionFigures {
  clickToPanel: number[]
  toggleToPaint: number[]
  /** Until the map has drawn what the toggle left. */
  toggleToMap: number[]
  /** A status in 筛选, on and off, with the longest panel open. */
  filterToPaint: number[]
  /** A step of the year scrubber, with the longest panel open. */
  scrubToPaint: number[]
  /** 对比 from the panel of a district; its code is there. */
  compareToPaint: number[]
}

/**
 * What each may take at the 95th percentile, twice that on a processor four times slower; the map is drawn by a processor
 * here and has no limit.
 */
export const interactionLimits: { readonly [name in keyof InteractionFigures]?: number } = {
  clickToPanel: 100,
  toggleToPaint: 100,
  filterToPaint: 100,
  scrubToPaint: 100,
  compareToPaint: 100,
}

const pauseMilliseconds = 400

/** `slowdown` is how many times slower than this one the page's processor is. */
export async function measureInteractions(
  browser: Browser,
  site: string,
  rounds: number,
  slowdown = 1,
): Promise<InteractionFigures> {
  const map = await MapPage.open(browser, site, { sharp: true })
  if (slowdown > 1) await slowDown(map.page, slowdown)
  const figures: InteractionFigures = {
    clickToPanel: [],
    toggleToPaint: [],
    toggleToMap: [],
    filterToPaint: [],
    scrubToPaint: [],
    compareToPaint: [],
  }
  const measure = async (name: keyof InteractionFigures, press: () => Promise<void>, answer: Answer) => {
    figures[name].push(await pressToPaint(map.page, press, answer))
    // A reader presses again when the map has answered.
    await map.page.waitForTimeout(pauseMilliseconds)
    await map.atRest()
    await map.page.waitForTimeout(pauseMilliseconds)
  }
  try {
    // The runner's compiler wraps inner functions in a helper that the page does not have.
    await map.page.evaluate('globalThis.__name ??= (inner) => inner')
    for (let round = 0; round < rounds; round++) {
      await selecting(map, measure)
      await filtering(map, measure)
      await scrubbing(map, measure)
      await comparing(map, measure)
    }
    // The first use of each fetches its code.
    for (const name of ['filterToPaint', 'scrubToPaint', 'compareToPaint'] as const) figures[name].shift()
    return figures
  } finally {
    await map.close()
  }
}

type Measure = (name: keyof InteractionFigures, press: () => Promise<void>, answer: Answer) => Promise<void>

async function selecting(map: MapPage, measure: Measure) {
  await map.openList()
  for (const name of ['渝北区', '巴南区', '北碚区', '江北区']) {
    // Pointed at first, as readers do: the map marks what is pointed at, and is at rest again.
    const row = await map.rowOf(name)
    await row.hover()
    await map.page.waitForTimeout(pauseMilliseconds)
    await map.atRest()
    await measure('clickToPanel', () => row.click(), { title: name })
    await map.showsPanelOf(name)
  }
  for (const theme of [0, 3]) {
    const press = () => map.themes().nth(theme).click()
    await measure('toggleToPaint', press, { toggled: theme })
    await measure('toggleToMap', press, { mapAtRest: true })
  }
}

async function filtering(map: MapPage, measure: Measure) {
  await map.choose('渝北区')
  await map.showsPanelOf('渝北区')
  await map.pressButton(/^筛选/)
  const chip = map.page.locator('.filters .chip', { hasText: '已完成' })
  await chip.waitFor()
  for (let turn = 0; turn < 2; turn++) await measure('filterToPaint', () => chip.click(), { otherText: '.filter-line' })
  await map.pressButton(/^筛选/)
}

async function scrubbing(map: MapPage, measure: Measure) {
  const toggle = map.page.locator('.time-toggle')
  await toggle.click()
  await map.page.locator('.time-slider').focus()
  for (let year = 0; year < 4; year++)
    await measure('scrubToPaint', () => map.press('ArrowRight'), { otherText: '.time-now' })
  await map.page.locator('.time-all').click()
  await toggle.click()
}

async function comparing(map: MapPage, measure: Measure) {
  await measure('compareToPaint', () => map.panel().getByRole('button', { name: '对比' }).click(), {
    otherText: 'aside h2',
  })
  await map.press('Escape')
  await map.showsPanelOf('渝北区')
  await map.closePanel()
  await map.showsNoPanel()
}
