import { onCleanup } from 'solid-js'

/** Below this nothing is read from the last row; on a phone, which is held in the hand, less will do. */
const leastPixels = { projector: 24, phone: 17 } as const
const phoneWidth = 820

/**
 * Makes the text of an element smaller until all of it is seen, but never smaller than can be read, then its lines
 * closer; what is left then scrolls. Must be called in an owner. Returns what fits it again after its text has changed.
 */
export function createFit(element: () => HTMLElement | undefined): () => void {
  const fit = () => {
    const box = element()
    if (!box) return
    box.style.removeProperty('font-size')
    box.classList.remove('show-tight')
    const largest = Number.parseFloat(getComputedStyle(box).fontSize)
    const least = window.innerWidth < phoneWidth ? leastPixels.phone : leastPixels.projector
    for (let pixels = largest - 1; box.scrollHeight > box.clientHeight && pixels >= least; pixels--)
      box.style.setProperty('font-size', `${pixels}px`)
    box.classList.toggle('show-tight', box.scrollHeight > box.clientHeight)
  }
  window.addEventListener('resize', fit)
  onCleanup(() => window.removeEventListener('resize', fit))
  return fit
}
