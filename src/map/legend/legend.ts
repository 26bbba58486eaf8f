/**
 * 图例: says only what the map shows at this moment, grouped, each entry drawn as its own layer draws it. What fills it
 * comes when it is first opened, or when a page is printed.
 */
import { message } from '../../model/messages'
import type { EngineMap } from '../engine'
import type { Followers } from '../follow'

export function startLegend(map: EngineMap, { store, follow }: Followers, container: HTMLElement): () => void {
  const box = document.createElement('details')
  box.className = 'map-legend'
  const title = document.createElement('summary')
  const body = document.createElement('div')
  box.append(title, body)
  container.append(box)

  let drawn: typeof import('./body').legendBody | undefined
  const fill = async () => {
    title.textContent = message(store.getState().session.language, 'legend.name')
    if (!box.open) return
    drawn ??= (await import('./body')).legendBody
    body.replaceChildren(...drawn(map, store.getState().session))
  }
  // The way to the browser's menu, which prints without waiting for anything.
  const onLeave = () => {
    import('./body').then((module) => {
      drawn = module.legendBody
    })
  }
  const unfollow = follow(({ session: { language, palette } }) => [language, palette], fill)
  const onPrint = () => {
    box.open = true
    fill()
  }
  box.addEventListener('toggle', fill)
  map.on('idle', fill)
  window.addEventListener('beforeprint', onPrint)
  document.documentElement.addEventListener('mouseleave', onLeave, { once: true })
  return () => {
    map.off('idle', fill)
    unfollow()
    window.removeEventListener('beforeprint', onPrint)
    document.documentElement.removeEventListener('mouseleave', onLeave)
    box.remove()
  }
}
