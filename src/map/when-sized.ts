import type { Size } from '../../geo/screen/camera'

/** Waits until an element has a width and a height: the page may stand in a frame that its host opens later. */
export function whenSized(element: Element, size: () => Size): Promise<void> {
  const isSized = () => size().width > 0 && size().height > 0
  if (isSized()) return Promise.resolve()
  return new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      if (!isSized()) return
      observer.disconnect()
      resolve()
    })
    observer.observe(element)
  })
}
