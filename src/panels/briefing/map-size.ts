import type { Size } from '../../../geo/screen/camera'

/** Returns the size of the page's map, CSS pixels. */
export function mapSize(): Size {
  const map = document.getElementById('map')
  return { width: map?.clientWidth ?? 0, height: map?.clientHeight ?? 0 }
}
