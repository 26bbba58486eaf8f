/** Where the central districts' names stand and how large they are there, as the build measured it. Pure. */
import type { Geometry } from 'geojson'
import type { LabelRoom } from '../../../data/label-room'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { textAspect } from '../../../geo/labels/text-aspect'
import { latitudeOf, longitudeOf, tileSize, worldX, worldY } from '../../../geo/screen/camera'
import type { Language } from '../../model/messages'
import type { PlanRecord } from '../../model/record'
import { nameSize } from '../style/layers/area-labels'

/** A district's name on the map. */
export interface DistrictLabel {
  district: string
  text: string
  /** Where the name stands, of the world's width. */
  world: readonly [x: number, y: number]
  position: readonly [longitude: number, latitude: number]
  /** Width and height of the name at a zoom, in pixels. */
  sizeAt: (zoom: number) => { width: number; height: number }
  /** Whether a place lies in the district; `x` and `y` are of the world's width. */
  holds: (x: number, y: number) => boolean
}

/** The share of the free height a letter takes, as in the tiles. */
const fill = 1.7
const metersAroundEquator = 40_075_016.7

/** Returns the names of the central districts in a language. */
export const districtLabels = (record: PlanRecord, language: Language): readonly DistrictLabel[] =>
  record.districtLabels.flatMap((room) => {
    const geometry = record.featureById.get(room.district)?.geometry
    return geometry ? [labelOf(room.district, language === 'en' ? room.en : room.zh, geometry)] : []
  })

function labelOf(district: string, { text, position, halfHeightMeters }: LabelRoom, geometry: Geometry): DistrictLabel {
  const aspect = textAspect(text)
  const [longitude, latitude] = position
  const metersPerPixel = (metersAroundEquator * Math.cos((latitude * Math.PI) / 180)) / (tileSize * 2 ** 12)
  const fit = (halfHeightMeters * fill) / metersPerPixel
  return {
    ...{ district, text, position },
    world: [worldX(longitude), worldY(latitude)],
    sizeAt: (zoom) => ({ width: nameSize(zoom, fit) * aspect, height: nameSize(zoom, fit) }),
    holds: (x, y) => pointInPolygon([longitudeOf(x), latitudeOf(y)], geometry),
  }
}
