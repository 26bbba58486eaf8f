/** Where a view looks when its link says nothing: at what is selected, or at the nine districts. Pure. */
import { type Bounds, type Camera, fitBounds, type Padding, type Size } from '../../geo/camera'
import { bounds } from '../../geo/measure'
import type { Record } from '../model/record'
import type { View } from '../model/view'

/** The nine districts together, degrees. */
export const homeBounds: Bounds = [106.248, 29.13, 107, 30.128]

const maximumZoom = 13
const pointZoom = 12.5

export type BoundsOf = (id: string) => Bounds | undefined

/** The camera that fits the selection of a view into what the panels leave free. */
export function fitOfView(
  boundsOf: BoundsOf,
  view: Pick<View, 'districts' | 'feature'>,
  size: Size,
  padding: Padding,
): Camera {
  const ids = view.feature ? [view.feature] : view.districts
  const found = ids.map(boundsOf).filter((box) => box !== undefined)
  const box = found.reduce<Bounds | undefined>(united, undefined) ?? homeBounds
  const isPoint = box[2] - box[0] < 1e-6 && box[3] - box[1] < 1e-6
  return fitBounds(box, size, padding, isPoint ? pointZoom : maximumZoom)
}

const united = (a: Bounds | undefined, b: Bounds): Bounds =>
  a ? [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])] : b

/** Bounds by id from the record; a line that leaves the region is fitted where it crosses the region. */
export function recordBounds(record: Record): BoundsOf {
  return (id) => {
    const geometry = record.featureById.get(id)?.geometry
    return geometry ? clippedToRegion(bounds(geometry)) : undefined
  }
}

/** A trade route to the sea would leave nothing to see of the districts. */
const farBounds: Bounds = [105, 28.4, 108.8, 31]

function clippedToRegion(box: Bounds): Bounds {
  const clipped: Bounds = [
    Math.max(box[0], farBounds[0]),
    Math.max(box[1], farBounds[1]),
    Math.min(box[2], farBounds[2]),
    Math.min(box[3], farBounds[3]),
  ]
  return clipped[0] <= clipped[2] && clipped[1] <= clipped[3] ? clipped : box
}
