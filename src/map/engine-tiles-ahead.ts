/**
 * Reads tiles before they are shown. Like `engine-internals.ts` it uses what MapLibre does not promise, and stands apart
 * because it comes with the show of a briefing.
 */
import type { Camera } from '../../geo/screen/camera'
import type { EngineMap } from './engine'
import { tilesOf } from './engine-internals'

/**
 * Lets the worker read the tiles that a source would show from another camera, into the store of tiles out of view, from
 * which the engine takes them when it goes there. No-op for a source that is not there, and for tiles that are.
 */
export function loadTilesAhead(map: EngineMap, source: string, { longitude, latitude, zoom, bearing, pitch }: Camera) {
  const manager = tilesOf(map, source)
  if (!manager?.transform) return
  const { tileSize, minzoom, maxzoom } = manager.getSource()
  const transform = manager.transform.clone()
  transform.setZoom(zoom)
  transform.setCenter(Object.assign(map.getCenter(), { lng: longitude, lat: latitude }))
  transform.setBearing(bearing)
  transform.setPitch(pitch)
  const wanted = map.coveringTiles.call({ _camera: { transform } }, { tileSize, minzoom, maxzoom })
  for (const id of wanted) {
    if (manager._inViewTiles.getTileById(id.key) || manager._outOfViewCache.has(id)) continue
    const tile = manager._addTile(id)
    // Out of view at once: what is in view the engine would give up with its next frame.
    manager._inViewTiles.deleteTileById(id.key)
    tile.uses--
    const keep = ({ tile: come }: { tile?: unknown }) => {
      if (come !== tile) return
      map.off('sourcedata', keep)
      if (tile.hasData()) manager._outOfViewCache.add(tile.tileID, tile, tile.getExpiryTimeout())
    }
    map.on('sourcedata', keep)
  }
}
