/** Where the names of the central districts stand on the map: found once by the build, so that no page has to. Pure. */
import type { LonLat } from '../../geo/base/position'
import { labelBox } from '../../geo/labels/label-box'
import { labelPoint } from '../../geo/labels/label-point'
import { textAspect } from '../../geo/labels/text-aspect'
import type { DistrictLabelRoom } from '../label-room'
import type { ShippedFeature } from './resolve'

/** Returns the room of each central district's name in both languages; a district without an area has none. */
export function districtLabelRooms(
  features: readonly ShippedFeature[],
  central: readonly string[],
): DistrictLabelRoom[] {
  return central.flatMap((district) => {
    const found = features.find(({ properties }) => properties.id === district)
    if (!found?.geometry) return []
    const { geometry, properties } = found
    const roomOf = (text: string) => {
      const { center, halfHeightMeters } = labelBox(geometry, textAspect(text))
      return { text, position: roundedPosition(center), halfHeightMeters: rounded(halfHeightMeters, 10) }
    }
    const zh = roomOf(properties.name.replace(/区$/, ''))
    const en = roomOf(properties.nameEn.replace(/ District$/, ''))
    return [{ district, middle: roundedPosition(labelPoint(geometry)), zh, en }]
  })
}

const roundedPosition = ([longitude, latitude]: LonLat): [number, number] => [
  rounded(longitude, 1e6),
  rounded(latitude, 1e6),
]

const rounded = (value: number, parts: number) => Math.round(value * parts) / parts
