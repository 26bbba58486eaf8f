/** The files an embedded archive comes in. Pure, and small: the first script of the page reads it. */

/** A part of an archive: its address, and the byte of the archive it begins at. */
export interface ArchivePart {
  offset: number
  address: string
}

/** Returns the parts of an embedded archive in the order of the archive. Throws if the build made none. */
export function partsOf(assets: { readonly [name: string]: string }, archive: string): ArchivePart[] {
  const parts = Object.entries(assets).flatMap(([file, address]) => {
    const [, name, offset = '0'] = /^(\w+)(?:\.(\d+))?\.pmtiles$/.exec(file) ?? []
    return name === archive ? [{ offset: Number(offset), address }] : []
  })
  if (parts.length === 0) throw new Error(`the page names no archive ${archive}`)
  return parts.sort((a, b) => a.offset - b.offset)
}
