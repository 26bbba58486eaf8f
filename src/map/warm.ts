/** Reads the tiles of the view that is shown next while the map rests, so that going there waits for no tile. */
import type { Store } from '../state/store'
import type { EngineMap } from './engine'
import { loadTilesAhead } from './engine-tiles-ahead'
import type { StaticMap } from './first-paint/static-map'
import type { Followers } from './follow'
import { targetCamera } from './sync'

/** A speaker stays on a scene for longer; who turns pages quickly gets them without. */
const restMilliseconds = 600

/** Starts to read ahead. Returns a function that stops it. */
export function startWarming(map: EngineMap, { store, follow }: Followers, staticMap: StaticMap): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReady = false
  const read = () => {
    const { view, session } = store.getState()
    // What this scene shows comes first; the map tells when it has.
    if (isReady || !session.nextView || map.isMoving() || !map.loaded()) return
    isReady = true
    readAhead(map, store, staticMap, { ...session.nextView, embed: view.embed })
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(read, restMilliseconds)
  }
  const unfollow = follow(
    ({ session }) => session.nextView,
    () => {
      isReady = false
      soon()
    },
  )
  map.on('idle', soon)
  return () => {
    unfollow()
    clearTimeout(timer)
    map.off('idle', soon)
  }
}

type NextView = Parameters<typeof targetCamera>[0]['view']

function readAhead(map: EngineMap, store: Store, staticMap: StaticMap, view: NextView) {
  const camera = targetCamera({ view, session: store.getState().session }, staticMap)
  const sources = ['basemap', 'districts', ...(view.districts.length > 0 ? ['selection'] : [])]
  for (const source of sources) loadTilesAhead(map, source, camera)
}
