/**
 * Paper by the browser's own print. An engine's canvas prints blank, and there is no time to draw another: a copy of the map
 * as it is on the screen stands in its place.
 */
import { statementParts } from '../../model/statement'
import { showsOwnData } from '../../state/own-shown'
import type { State, Store } from '../../state/store'
import { cameraOf, canBeAsked, type EngineMap } from '../engine'
import { legendOf } from '../legend/body'
import { creditLines } from './credit-lines'
import { pictureFrame } from './frame'
import { drawNotes } from './notes'
import { pictureNow } from './picture-now'
import { paperSheet } from './sheet'

/** Stands the map's copy on the page while the browser prints it. Returns what ends that. */
export function startPrinter(map: EngineMap, store: Store): () => void {
  let sheet: HTMLElement | undefined
  const clear = () => {
    sheet?.remove()
    sheet = undefined
  }
  const onBefore = () => {
    // Pages that were laid for paper are all that is printed.
    if (sheet || !canBeAsked(map) || document.querySelector('.paper-laid')) return
    const state = store.getState()
    const { language, padding } = state.session
    const camera = cameraOf(map)
    const { clientWidth: width, clientHeight: height } = map.getContainer()
    const image = pictureNow(map, pictureFrame({ width, height }, padding))
    drawNotes(image, { camera, language, pixelRatio: map.getPixelRatio(), ownData: showsOwnData(state) })
    const legend = legendOf(map, state)
    sheet = paperSheet({
      image,
      legend,
      credits: creditLines(state, creditOnPage()),
      language,
      statement: statementOf(state),
    })
    map.getContainer().after(sheet)
  }
  window.addEventListener('beforeprint', onBefore, { capture: true })
  window.addEventListener('afterprint', clear)
  return () => {
    window.removeEventListener('beforeprint', onBefore, { capture: true })
    window.removeEventListener('afterprint', clear)
    clear()
  }
}

const creditOnPage = () => document.querySelector('.map-credit:not([hidden])')?.textContent ?? undefined

function statementOf({ session: { record, language, today } }: State): string[] {
  return record.status === 'ready' ? statementParts(language, record.value.release, today) : []
}
