/** A file in memory. */

/** The bytes of a file with its name. */
export interface NamedBytes {
  name: string
  bytes: Uint8Array
  /** Files that belong to it, such as the `.dbf` and `.prj` of a `.shp`. */
  parts?: readonly NamedBytes[]
}
