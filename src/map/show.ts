/** What the map does for the show of a briefing. Loaded with the first. */
import { startCutting } from './cut'
import type { EngineMap } from './engine'
import type { StaticMap } from './first-paint/static-map'
import type { Followers } from './follow'
import { startWarming } from './warm'

/** Starts to cut and to read ahead. Returns a function that stops both. */
export function startShow(map: EngineMap, followers: Followers, staticMap: StaticMap): () => void {
  const ends = [startCutting(map, followers), startWarming(map, followers, staticMap)]
  return () => {
    for (const end of ends) end()
  }
}
