/**
 * Where a view looks when its link says nothing: at what is selected, or at the central districts. Pure, and free of the
 * engine, because the first paint uses it too and both must agree to the last digit.
 */

import { bounds } from '../../geo/base/measure'
import type { Bbox } from '../../geo/base/position'
import { type Camera, fitBounds, type Padding, type Size } from '../../geo/screen/camera'
import { drawnGeometry, subjectIds } from '../model/analysis/analysis'
import { allMembersOf } from '../model/networks'
import type { PlanRecord } from '../model/record'
import type { Analysis, View } from '../model/view'

const maximumZoom = 13
const pointZoom = 12.5
/** CSS pixels kept free around a selection. */
const marginPixels = 28

/** The bounds of what has an id, WGS 84 in degrees; undefined where it is nowhere. */
export type BoundsOf = (id: string) => Bbox | undefined

/** Where things are: what has an id, and what is seen when nothing is selected. */
export interface Places {
  boundsOf: BoundsOf
  homeBounds: Bbox
}

/**
 * The camera that fits what a view is about into what the panels leave free: its selection, or the reach of a question
 * about that selection or about nothing selected.
 */
export function fitOfStaticMap(
  { boundsOf, homeBounds }: Places,
  view: Pick<View, 'districts' | 'feature' | 'analysis'>,
  size: Size,
  padding: Padding,
): Camera {
  const ids = view.feature ? [view.feature] : view.districts
  const { analysis } = view
  const subjects = analysis && subjectIds(analysis)
  const isAbout = subjects && ids.every((id) => subjects.includes(id))
  const box = (isAbout ? askedBounds(boundsOf, analysis) : undefined) ?? unitedBounds(boundsOf, ids)
  if (!box) return fitBounds(homeBounds, size, padding, maximumZoom)
  const isPoint = box[2] - box[0] < 1e-6 && box[3] - box[1] < 1e-6
  return fitBounds(box, size, withMargin(padding, size), isPoint ? pointZoom : maximumZoom)
}

const unitedBounds = (boundsOf: BoundsOf, ids: readonly string[]) =>
  ids
    .map(boundsOf)
    .filter((box) => box !== undefined)
    .reduce<Bbox | undefined>(united, undefined)

/** Where a question is about, with its radius around it. */
function askedBounds(boundsOf: BoundsOf, analysis: Analysis): Bbox | undefined {
  const drawn = analysis.kind === 'buffer' && 'drawn' in analysis.subject ? analysis.subject : undefined
  const box = drawn ? bounds(drawnGeometry(drawn)) : unitedBounds(boundsOf, subjectIds(analysis))
  if (!box) return undefined
  const [north, east] = degreesOf('radiusMeters' in analysis ? analysis.radiusMeters : 0, (box[1] + box[3]) / 2)
  return [box[0] - east, box[1] - north, box[2] + east, box[3] + north]
}

/** A distance northwards and eastwards, near enough for a camera. */
function degreesOf(meters: number, latitude: number): [north: number, east: number] {
  const north = meters / 111_000
  return [north, north / Math.cos((latitude * Math.PI) / 180)]
}

function withMargin({ top, right, bottom, left }: Padding, { width, height }: Size): Padding {
  const margin = Math.min(marginPixels, width / 16, height / 16)
  return { top: top + margin, right: right + margin, bottom: bottom + margin, left: left + margin }
}

const united = (a: Bbox | undefined, b: Bbox): Bbox =>
  a ? [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])] : b

/**
 * Bounds by id from the record: of its extent where it has one; a line that leaves the region is fitted where it crosses the region, a zone without
 * known extent where its large label stands, a point known to some kilometres as wide as that.
 */
export function recordBounds(record: PlanRecord): BoundsOf {
  const { homeBounds, farBounds } = record.region
  const ownBounds: BoundsOf = (id) => {
    const feature = record.featureById.get(id)
    if (!feature) return undefined
    const { labelAt, precision, subkind } = feature.properties
    // The central districts are seen with a board, because nobody says where it ends.
    if (subkind === 'board') return homeBounds
    const extent = record.extentById.get(id)
    if (extent) return clippedTo(farBounds, bounds(extent.geometry))
    const geometry = feature.geometry ?? (labelAt && { type: 'Point' as const, coordinates: labelAt })
    if (!geometry) return undefined
    const box = clippedTo(farBounds, bounds(geometry))
    const reach = geometry.type === 'Point' ? (precision?.errorMeters ?? 0) / 111_000 : 0
    return reach < 0.02 ? box : [box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach]
  }
  // A whole lies where its members do.
  return (id) =>
    ownBounds(id) ??
    unitedBounds(
      ownBounds,
      allMembersOf(record, id).map(({ feature }) => feature.properties.id),
    )
}

/** A trade route to the sea would leave nothing to see of the districts. */
function clippedTo(farBounds: Bbox, box: Bbox): Bbox {
  const clipped: Bbox = [
    Math.max(box[0], farBounds[0]),
    Math.max(box[1], farBounds[1]),
    Math.min(box[2], farBounds[2]),
    Math.min(box[3], farBounds[3]),
  ]
  return clipped[0] <= clipped[2] && clipped[1] <= clipped[3] ? clipped : box
}
