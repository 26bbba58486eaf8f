/**
 * 图例: says only what the map shows at this moment, grouped, each entry drawn as its own layer draws it. What fills it
 * comes when it is first opened.
 */
import { loadPart } from '../../io/load-part'
import { message } from '../../model/messages'
import type { LostPart } from '../../state/lost-parts'
import type { EngineMap } from '../engine'
import type { Followers } from '../follow'

/**
 * Puts the legend's button on the map and fills the legend when it is opened. Returns a function that takes it away.
 */
export function startLegend(
  map: EngineMap,
  { store, follow }: Followers,
  container: HTMLElement,
  lostPart: LostPart,
): () => void {
  const box = document.createElement('details')
  box.className = 'map-legend'
  const title = document.createElement('summary')
  const body = document.createElement('div')
  box.append(title, body)
  container.append(box)

  let code: typeof import('./body') | undefined
  const fill = async () => {
    title.textContent = message(store.getState().session.language, 'legend.name')
    if (!box.open) return
    code ??= await loadPart(() => import('./body')).catch(() => undefined)
    if (!code) {
      box.open = false
      lostPart(() => {
        box.open = true
      })
      return
    }
    body.replaceChildren(...code.legendElements(code.legendOf(map, store.getState()), markScale()))
  }
  // A talk has no hand free to open it, and its room is beside the map.
  const unfollowShow = follow(
    ({ view }) => view.scene !== undefined,
    (shown, before) => {
      if (shown || before) box.open = shown
    },
  )
  const unfollow = follow(({ session: { language, palette } }) => [language, palette], fill)
  box.addEventListener('toggle', fill)
  map.on('idle', fill)
  return () => {
    map.off('idle', fill)
    unfollow()
    unfollowShow()
    box.remove()
  }
}

const markScale = () => Math.max(2, devicePixelRatio)
