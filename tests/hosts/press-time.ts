/** How long the panel of an added layer's feature takes to tell another one. */
import type { Page } from '../e2e/browser'

/** Presses on these places one after the other. Returns the milliseconds from each press until the panel's next title is drawn. */
export async function pressTimes(page: Page, places: readonly { x: number; y: number }[]): Promise<number[]> {
  const times: number[] = []
  for (const { x, y } of places) {
    const watch = await page.evaluateHandle(watchTitle)
    await page.mouse.click(x, y)
    times.push(Math.round(await watch.evaluate(({ told }) => told)))
  }
  return times
}

/** Runs in the page, before the press. */
function watchTitle(): { told: Promise<number> } {
  const before = document.querySelector('.detail h2')?.textContent
  const told = new Promise<number>((resolve) => {
    addEventListener(
      'click',
      ({ timeStamp }) =>
        new MutationObserver((_, observer) => {
          const title = document.querySelector('.detail h2')?.textContent
          if (!title || title === before) return
          observer.disconnect()
          // What comes after a frame comes after it is drawn.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
        }).observe(document.body, { characterData: true, childList: true, subtree: true }),
      { once: true, capture: true },
    )
  })
  return { told }
}
