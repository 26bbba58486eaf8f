/** Where the nine districts' names stand and how large they are there, as the build measured it for the tiles. Pure. */
import type { Geometry } from 'geojson'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { labelBox, textAspect } from '../../../geo/labels/label-box'
import { latitudeOf, longitudeOf, tileSize, worldX, worldY } from '../../../geo/screen/camera'
import type { Language } from '../../model/messages'
import type { PlanRecord } from '../../model/record'
import { nameSize } from '../style/layers/area-labels'

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

const known = new WeakMap<PlanRecord['features'], { [language in Language]?: readonly DistrictLabel[] }>()

/** Returns the names of the nine. Finding the room of one takes milliseconds, so it is done once a record and language. */
export function districtLabels(record: PlanRecord, language: Language): readonly DistrictLabel[] {
  const before = known.get(record.features) ?? {}
  known.set(record.features, before)
  before[language] ??= record.centralDistricts.flatMap(({ geometry, properties: { id, name, nameEn } }) =>
    geometry
      ? [labelOf(id, language === 'en' ? nameEn.replace(/ District$/, '') : name.replace(/区$/, ''), geometry)]
      : [],
  )
  return before[language]
}

function labelOf(district: string, text: string, geometry: Geometry): DistrictLabel {
  const aspect = textAspect(text)
  const { center, halfHeightMeters } = labelBox(geometry, aspect)
  const metersPerPixel = (metersAroundEquator * Math.cos((center[1] * Math.PI) / 180)) / (tileSize * 2 ** 12)
  const fit = (halfHeightMeters * fill) / metersPerPixel
  return {
    district,
    text,
    position: [center[0], center[1]],
    world: [worldX(center[0]), worldY(center[1])],
    sizeAt: (zoom) => ({ width: nameSize(zoom, fit) * aspect, height: nameSize(zoom, fit) }),
    holds: (x, y) => pointInPolygon([longitudeOf(x), latitudeOf(y)], geometry),
  }
}
