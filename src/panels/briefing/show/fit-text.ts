import { onCleanup } from 'solid-js'

/** Below this nothing is read from the last row; on a phone, which is held in the hand, less will do. */
const leastPixels = { projector: 24, phone: 17 } as const
const phone = { width: 820, height: 501 } as const
/** Few words may stand so much larger, for the last row; more would be a poster. */
const most = 1.3

/**
 * Makes the text of an element as large as lets all of it be seen, but never smaller than can be read, then its lines
 * closer; what is left then scrolls. Must be called in an owner. Returns what fits it again after its text has changed.
 */
export function createFit(element: () => HTMLElement | undefined): () => void {
  const fit = () => {
    const box = element()
    if (!box) return
    box.style.removeProperty('font-size')
    box.classList.remove('show-tight')
    const usual = Number.parseFloat(getComputedStyle(box).fontSize)
    const least = Math.min(usual, isPhone() ? leastPixels.phone : leastPixels.projector)
    const isSeen = (pixels: number) => {
      box.style.setProperty('font-size', `${pixels}px`)
      return box.scrollHeight <= box.clientHeight
    }
    const pixels = largestThat(isSeen, least, Math.round(usual * most))
    box.classList.toggle('show-tight', !isSeen(pixels))
  }
  window.addEventListener('resize', fit)
  onCleanup(() => window.removeEventListener('resize', fit))
  return fit
}

const isPhone = () => window.innerWidth < phone.width || window.innerHeight < phone.height

/** The largest whole number of pixels that fits, by halves: each try has the page laid out. `least` where none does. */
function largestThat(fits: (pixels: number) => boolean, least: number, largest: number): number {
  let [low, high] = [least, largest]
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}
