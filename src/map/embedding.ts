/**
 * The map inside another page. It enables MapLibre's cooperative gestures, so that scrolling and one-finger moves go
 * to that page; `still` disables all movement. It follows `view.embed`.
 */
import type { EmbedFlag } from '../model/view'
import type { EngineMap } from './engine'
import type { Followers } from './follow'

const moving = ['dragPan', 'scrollZoom', 'boxZoom', 'doubleClickZoom', 'touchZoomRotate', 'dragRotate'] as const

/** Sets the gestures for an embedded view. Returns a function that stops it. */
export function startEmbedding(map: EngineMap, { follow }: Followers): () => void {
  const apply = (flags: readonly EmbedFlag[]) => {
    const still = flags.includes('still')
    if (flags.length > 0 && !still) map.cooperativeGestures.enable()
    else map.cooperativeGestures.disable()
    for (const handler of moving) {
      if (still) map[handler].disable()
      else map[handler].enable()
    }
  }
  return follow(
    ({ view }) => view.embed.join('.'),
    (flags, before) => {
      if (flags || before) apply(flags.split('.') as EmbedFlag[])
    },
  )
}
