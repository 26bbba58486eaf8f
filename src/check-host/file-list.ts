/** The list of what a build ships, which it writes last and `npm run check-host` reads. Pure. */

/** Where the list stands, from the site's root. */
export const fileListName = 'data/v1/files.json'

/** A shipped file: its path from the site's root, its size and the SHA-256 of its content in hexadecimal. */
export interface ListedFile {
  path: string
  bytes: number
  sha256: string
}

/** Every shipped file but the list itself, in the order of their paths. */
export interface FileList {
  schema: 1
  files: ListedFile[]
}

/** Returns the ending of a path in small letters, without the dot; empty where it has none. */
export const endingOf = (path: string): string => /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''

/** Returns whether a file's name holds a hash of its content, so that it may be kept for ever. */
export const isHashed = (path: string): boolean => /^assets\/.*-[\w-]{8}\.\w+$/.test(path)
