import type { ThemeId } from '../../data/schema-ids'
import type { View } from '../model/view'

/** How one field of a link is written and read. */
export interface FieldCodec {
  /** The keys this codec reads; more than one only for the camera, whose numbers are a field each. */
  keys: string
  encode: (view: View, allThemes: readonly ThemeId[]) => string | undefined
  decode: (key: string, text: string, view: View) => boolean
}
