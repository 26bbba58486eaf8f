/** The files an embedded archive comes in. Pure, and small: the first script of the page reads it. */

/** A part of an archive: its address, and the byte of the archive it begins at. */
export interface ArchivePart {
  offset: number
  address: string
}

/**
 * The parts that a first view needs, by their place in an archive: the directory, then the tiles of the zoom at which usual
 * screens show the region, of that of small screens, and of what is seen nearer.
 */
export const firstParts = { directory: 0, home: 1, above: 2, near: 4 } as const

/** Returns the parts of an embedded archive in the order of the archive. Throws if the build made none. */
export function partsOf(assets: { readonly [name: string]: string }, archive: string): ArchivePart[] {
  const parts = Object.entries(assets).flatMap(([file, address]) => {
    const [, name, offset = '0'] = /^(\w+)(?:\.(\d+))?\.pmtiles$/.exec(file) ?? []
    return name === archive ? [{ offset: Number(offset), address }] : []
  })
  if (parts.length === 0) throw new Error(`the page names no archive ${archive}`)
  return parts.sort((a, b) => a.offset - b.offset)
}
