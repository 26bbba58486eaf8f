/** Which tiles are fetched together: what the first view shows comes first, and the rest when it is asked for. Pure. */
import type { Bbox } from '../../geo/base/position'
import { homeTileZoom, worldX, worldY } from '../../geo/screen/camera'
import type { Tile } from './pmtiles-writer'

/** The groups in the order of the archive's parts, which begin with the directory. */
const tileGroups = { home: 0, above: 1, around: 2, near: 3, far: 4 } as const

/** How far screens show beyond the home view: wide ones west and east, upright ones north and south, as a share of it. */
const beyond = { across: 1.3, along: 0.15 }

/**
 * Returns the group of a tile for a first view that shows `home`: the zoom at which usual screens show it comes first, then
 * the one of small screens, then what lies around them and above, then what is seen nearer within it, then all else.
 */
export function tileGroupOf(home: Bbox): (tile: Pick<Tile, 'z' | 'x' | 'y'>) => number {
  const zoom = homeTileZoom(home)
  const [west, east] = [worldX(home[0]), worldX(home[2])]
  const [north, south] = [worldY(home[3]), worldY(home[1])]
  const touches = ({ z, x, y }: Pick<Tile, 'z' | 'x' | 'y'>, across: number, along: number) => {
    const [left, right] = [west - across * (east - west), east + across * (east - west)]
    const [top, bottom] = [north - along * (south - north), south + along * (south - north)]
    const side = 2 ** -z
    return (x + 1) * side > left && x * side < right && (y + 1) * side > top && y * side < bottom
  }
  return (tile) => {
    if (tile.z > zoom) return touches(tile, 0, 0) ? tileGroups.near : tileGroups.far
    if (tile.z < zoom - 1 || !touches(tile, beyond.across, beyond.along)) return tileGroups.around
    return tile.z === zoom ? tileGroups.home : tileGroups.above
  }
}
