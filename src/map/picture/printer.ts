/**
 * Paper and pictures. The engine's own canvas prints blank, so a copy of the map stands in its place. Asked from the
 * page (Ctrl+P, or the button) the copy is made in the print palette at twice the detail before the browser is told to
 * print; asked from the browser's menu there is no time for that, and the map is copied as it is on the screen.
 */
import type { LegendSection } from '../../model/legend'
import type { MapPicture } from '../../model/map-picture'
import type { Actions } from '../../state/actions'
import type { Store } from '../../state/store'
import { cameraOf, canBeAsked, type EngineMap } from '../engine'
import { drawNotes, pictureFrame } from './frame'
import { pictureAtRest, pictureNow } from './picture'

const printScale = 2
/** CSS pixels across a sheet of A4; with more the names would be too small to read. */
const sheetWidth = 1000

export function startPrinter(map: EngineMap, store: Store, actions: Actions, container: HTMLElement) {
  let sheet: HTMLCanvasElement | undefined
  let prepared = false
  const frame = (printing: 'page' | 'picture') => {
    const { clientWidth: width, clientHeight: height } = map.getContainer()
    return pictureFrame(
      { width, height },
      store.getState().session.padding,
      printing === 'page' ? sheetWidth : undefined,
    )
  }
  const noted = (picture: HTMLCanvasElement, scale: number) => {
    drawNotes(picture, { camera: cameraOf(map), language: store.getState().session.language, scale })
    return picture
  }
  const legend = () => container.querySelector<HTMLDetailsElement>('.map-legend')
  /** Just above the engine, under what stands on the map. */
  const lay = (picture: HTMLCanvasElement, name: string) => {
    picture.className = name
    map.getContainer().after(picture)
    return picture
  }

  /** Runs in the print palette behind a still of the screen, with the legend open; gives everything back after. */
  const onPaper = async <T>(
    printing: 'page' | 'picture',
    run: (picture: HTMLCanvasElement, entries: LegendSection[]) => T | Promise<T>,
  ) => {
    if (store.getState().session.printing) throw new Error('the map is on paper already')
    const { clientWidth: width, clientHeight: height } = map.getContainer()
    const still = lay(pictureNow(map, { left: 0, top: 0, width, height }), 'map-still')
    const box = legend()
    const wasOpen = box?.open ?? false
    if (box) box.open = true
    try {
      actions.beginPrinting(printing)
      const picture = noted(await pictureAtRest(map, frame(printing), printScale), printScale)
      await legendFilled(box)
      const { legendOf } = await import('../legend/body')
      return await run(picture, legendOf(map, store.getState().session))
    } finally {
      actions.endPrinting()
      if (box) box.open = wasOpen
      still.remove()
    }
  }
  const print = () =>
    onPaper('page', async (picture) => {
      prepared = true
      sheet = lay(picture, 'map-sheet')
      const printed = paperDone()
      window.print()
      await printed
      prepared = false
      sheet.remove()
      sheet = undefined
    })
  const picture = () =>
    onPaper(
      'picture',
      (image, entries): MapPicture => ({
        image,
        scale: printScale,
        legend: entries,
        credit: container.querySelector('.map-credit')?.textContent ?? '',
      }),
    )

  let legendWasOpen = false
  const onBefore = () => {
    if (prepared || sheet) return
    sheet = lay(noted(pictureNow(map, frame('page')), map.getPixelRatio()), 'map-sheet')
    legendWasOpen = legend()?.open ?? false
  }
  const onAfter = () => {
    if (prepared || !sheet) return
    sheet.remove()
    sheet = undefined
    const box = legend()
    if (box) box.open = legendWasOpen
  }
  const onKey = (event: KeyboardEvent) => {
    const isPrint =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'p'
    if (!isPrint) return
    event.preventDefault()
    if (store.getState().session.printing) return
    if (canBeAsked(map)) print()
    else window.print()
  }
  window.addEventListener('beforeprint', onBefore, { capture: true })
  window.addEventListener('afterprint', onAfter)
  window.addEventListener('keydown', onKey)
  return {
    picture,
    print,
    end: () => {
      window.removeEventListener('beforeprint', onBefore, { capture: true })
      window.removeEventListener('afterprint', onAfter)
      window.removeEventListener('keydown', onKey)
    },
  }
}

/** After the browser has printed, or at once where it does not begin: a frame may forbid it. */
function paperDone(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 3000)
    window.addEventListener('beforeprint', () => clearTimeout(timer), { once: true })
    window.addEventListener('afterprint', () => resolve(), { once: true })
  })
}

/** The legend fills itself once the map is at rest; a map that shows nothing has none. */
async function legendFilled(box: HTMLElement | null | undefined): Promise<void> {
  for (let turn = 0; turn === 0 || (turn < 20 && !box?.querySelector('li')); turn++)
    await new Promise((resolve) => setTimeout(resolve, 50))
}
