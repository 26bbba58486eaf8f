/** The room a text has inside an area. */
export interface LabelRoom {
  text: string
  /** The middle of the text: WGS 84 longitude, latitude in degrees. */
  position: readonly [longitude: number, latitude: number]
  /** Half of the greatest height, in metres on the ground, at which the text touches no border. */
  halfHeightMeters: number
}

/** The room of a district's short name in both languages, and the point of it farthest from its border. */
export interface DistrictLabelRoom {
  district: string
  middle: readonly [longitude: number, latitude: number]
  zh: LabelRoom
  en: LabelRoom
}
