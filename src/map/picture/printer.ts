/**
 * Paper. An engine's canvas prints blank, so pictures of the map stand in its place. Asked from the page (Ctrl+P, or the
 * button) there is one for standing and one for lying paper, in the print palette, before the browser is told to print;
 * asked from the browser's menu there is no time for that, and the map is copied as it is on the screen.
 */
import { loadPart } from '../../io/load-part'
import { PartError } from '../../model/part'
import { statementParts } from '../../model/statement'
import type { State } from '../../state/store'
import type { MapContext } from '../context'
import { cameraOf, canBeAsked, type EngineMap } from '../engine'
import { type OnScreen, pictureFrame, viewAtSize } from './frame'
import { pictureNow } from './picture-now'
import type { PictureSize, RenderedView } from './render-view'

/** CSS pixels of the pictures: with more across a sheet of A4 the names would be too small to read. */
const paper = {
  portrait: { width: 1000, height: 820, pixelRatio: 2.2 },
  landscape: { width: 1500, height: 800, pixelRatio: 2.2 },
} as const satisfies { [orientation: string]: PictureSize }

const afterRestMilliseconds = 1500

type Parts = [typeof import('./sheet'), typeof import('./notes'), typeof import('../legend/body')]
const loadParts = (): Promise<Parts> =>
  loadPart(() => Promise.all([import('./sheet'), import('./notes'), import('../legend/body')]))

/** The page's way to paper. */
export interface Printer {
  /** Prepares the page for paper and asks the browser to print it. No-op while it does so already. */
  print: () => Promise<void>
  end: () => void
}

/** Gets the page ready for being printed, by our button, by key or by the menu of the browser. */
export function startPrinter(map: EngineMap, { store, renderView, lostPart }: MapContext): Printer {
  let parts: Parts | undefined
  let sheets: HTMLElement[] = []
  let preparing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const lay = (made: HTMLElement[]) => {
    sheets = made
    map.getContainer().after(...made)
  }
  const clear = () => {
    for (const sheet of sheets) sheet.remove()
    sheets = []
  }
  const screen = (): OnScreen => {
    const { clientWidth: width, clientHeight: height } = map.getContainer()
    return { camera: cameraOf(map), size: { width, height }, padding: store.getState().session.padding }
  }
  const sheetOf = ([{ paperSheet }, { drawNotes }]: Parts, drawn: RenderedView, orientation: keyof typeof paper) => {
    const { language } = store.getState().session
    drawNotes(drawn.image, { ...drawn, language })
    return paperSheet({ ...drawn, language, statement: statementOf(store.getState()) }, orientation)
  }
  const prepared = async (): Promise<HTMLElement[]> => {
    const { view, session } = store.getState()
    const draw = (size: PictureSize) => renderView(viewAtSize(view, screen(), size), size, 'print', session.language)
    const [loaded, portrait, landscape] = await Promise.all([loadParts(), draw(paper.portrait), draw(paper.landscape)])
    return [sheetOf(loaded, portrait, 'portrait'), sheetOf(loaded, landscape, 'landscape')]
  }
  const print = async () => {
    if (preparing) return
    preparing = true
    try {
      lay(await prepared())
    } catch (error) {
      console.warn(error)
      if (error instanceof PartError) {
        preparing = false
        return lostPart(print)
      }
      // The browser's own way then.
    }
    const printed = paperDone()
    window.print()
    await printed
    clear()
    preparing = false
  }

  /** As the screen shows it, at once. */
  const onBefore = () => {
    if (sheets.length > 0 || !parts || !canBeAsked(map)) return
    const [{ paperSheet }, { drawNotes }, { legendOf }] = parts
    const { session } = store.getState()
    const { language } = session
    const { size, padding, camera } = screen()
    const image = pictureNow(map, pictureFrame(size, padding))
    drawNotes(image, { camera, language, pixelRatio: map.getPixelRatio() })
    const legend = legendOf(map, session)
    lay([paperSheet({ image, legend, credits: [], language, statement: statementOf(store.getState()) })])
  }
  const onAfter = () => {
    if (!preparing) clear()
  }
  const onKey = (event: KeyboardEvent) => {
    const isPrint =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'p'
    if (!isPrint) return
    event.preventDefault()
    print()
  }
  // The browser's menu waits for nothing: what it needs comes once the page has nothing better to do.
  const onRest = () => {
    timer = setTimeout(async () => {
      // What does not come is asked for again by the next who needs it.
      parts ??= await loadParts().catch(() => undefined)
    }, afterRestMilliseconds)
  }
  map.once('idle', onRest)
  window.addEventListener('beforeprint', onBefore, { capture: true })
  window.addEventListener('afterprint', onAfter)
  window.addEventListener('keydown', onKey)
  return {
    print,
    end: () => {
      map.off('idle', onRest)
      clearTimeout(timer)
      window.removeEventListener('beforeprint', onBefore, { capture: true })
      window.removeEventListener('afterprint', onAfter)
      window.removeEventListener('keydown', onKey)
      clear()
    },
  }
}

function statementOf({ session: { record, language, today } }: State): string[] {
  return record.status === 'ready' ? statementParts(language, record.value.release, today) : []
}

/** After the browser has printed, or at once where it does not begin: a frame may forbid it. */
function paperDone(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 3000)
    window.addEventListener('beforeprint', () => clearTimeout(timer), { once: true })
    window.addEventListener('afterprint', () => resolve(), { once: true })
  })
}
