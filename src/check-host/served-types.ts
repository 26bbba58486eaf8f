/** What each sort of shipped file must be served as. Pure. */

/** How a sort of file is served: the types that do, the one to write into a configuration, and whether it is text. */
export interface ServedType {
  types: readonly string[]
  /** Text is worth compressing; an archive that is read by ranges must not be compressed. */
  isText: boolean
}

/** The sorts of files that the build ships, by ending. The first type is the one to set. */
export const servedTypes: { readonly [ending: string]: ServedType } = {
  html: { types: ['text/html'], isText: true },
  js: { types: ['text/javascript', 'application/javascript', 'application/x-javascript'], isText: true },
  css: { types: ['text/css'], isText: true },
  json: { types: ['application/json', 'text/json'], isText: true },
  geojson: { types: ['application/geo+json', 'application/json', 'application/vnd.geo+json'], isText: true },
  webmanifest: { types: ['application/manifest+json', 'application/json'], isText: true },
  csv: { types: ['text/csv'], isText: true },
  txt: { types: ['text/plain'], isText: true },
  svg: { types: ['image/svg+xml'], isText: true },
  png: { types: ['image/png'], isText: false },
  bin: { types: ['application/octet-stream'], isText: false },
  pmtiles: { types: ['application/vnd.pmtiles', 'application/octet-stream'], isText: false },
}

/** The sort of file that is read by ranges. */
export const archiveEndings: readonly string[] = ['bin', 'pmtiles']
