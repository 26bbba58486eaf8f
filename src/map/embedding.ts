/**
 * The map inside another page: it leaves scrolling and one-finger moves to that page, and with `still` does not move
 * at all. Follows `view.embed`, so that leaving the embedded view gives the map its hands back.
 */
import type { EmbedFlag } from '../model/view'
import type { EngineMap } from './engine'
import type { Followers } from './follow'

const moving = ['dragPan', 'scrollZoom', 'boxZoom', 'doubleClickZoom', 'touchZoomRotate', 'dragRotate'] as const

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
