/**
 * Packages of Office Open XML: parts with their types and relationships in a zip. The same parts give the same bytes, on
 * any day and in any time zone.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { element, xmlDocument } from './xml'

/** A relationship of a part; `target` is the path of another part, or an address if it is external. */
export interface Relationship {
  id: string
  /** The last words of the type's address, such as `slideLayout`; a whole address stands for itself. */
  type: string
  target: string
  external?: boolean
}

/** A part of a package. `path` has no leading slash. */
export interface Part {
  path: string
  contentType: string
  content: string | Uint8Array
  relationships?: readonly Relationship[]
}

const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const relationshipsType = 'application/vnd.openxmlformats-package.relationships+xml'
/** Zip holds local times from 1980 on; read from local parts, this one is the same everywhere. */
const fixedTime = () => new Date(2000, 0, 1, 0, 0, 0)
/** Types by ending; every other part has one of its own. */
const defaults: { readonly [ending: string]: string } = {
  rels: relationshipsType,
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Returns the bytes of a package. Throws for a relationship whose part is missing. */
export function packageBytes(parts: readonly Part[], root: readonly Relationship[]): Uint8Array {
  const paths = new Set(parts.map(({ path }) => path))
  const files: { [path: string]: Uint8Array } = {
    '[Content_Types].xml': strToU8(contentTypes(parts)),
    '_rels/.rels': strToU8(relationshipsXml('', root, paths)),
  }
  for (const { path, content, relationships = [] } of parts) {
    files[path] = typeof content === 'string' ? strToU8(content) : content
    if (relationships.length > 0) files[relationshipsPath(path)] = strToU8(relationshipsXml(path, relationships, paths))
  }
  return zippedFiles(Object.entries(files))
}

/** Returns the zip of files in their order; pictures, packed already, are stored. */
export function zippedFiles(files: Iterable<readonly [path: string, bytes: Uint8Array]>): Uint8Array {
  const entries = [...files].map(([path, bytes]): [string, [Uint8Array, { level: 0 | 6 }]] => [
    path,
    [bytes, { level: /\.(png|jpe?g|xlsx)$/.test(path) ? 0 : 6 }],
  ])
  return zipSync(Object.fromEntries(entries), { mtime: fixedTime() })
}

function contentTypes(parts: readonly Part[]): string {
  const endings = new Set(['rels', 'xml', ...parts.map(({ path }) => endingOf(path))])
  const byEnding = Object.entries(defaults)
    .filter(([ending]) => endings.has(ending))
    .map(([Extension, ContentType]) => element('Default', { Extension, ContentType }))
  const own = parts
    .filter(({ path, contentType }) => defaults[endingOf(path)] !== contentType)
    .map(({ path, contentType }) => element('Override', { PartName: `/${path}`, ContentType: contentType }))
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return xmlDocument(element('Types', { xmlns }, ...byEnding, ...own))
}

const endingOf = (path: string) => path.slice(path.lastIndexOf('.') + 1).toLowerCase()

/** Returns the path of the relationships of a part; of the package itself for the empty path. */
export function relationshipsPath(path: string): string {
  const at = path.lastIndexOf('/') + 1
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`
}

function relationshipsXml(path: string, relationships: readonly Relationship[], paths: ReadonlySet<string>): string {
  const written = relationships.map(({ id, type, target, external }) => {
    if (!external && !paths.has(target)) throw new Error(`${path || 'the package'} is related to a missing ${target}`)
    return element('Relationship', {
      Id: id,
      Type: type.includes(':') ? type : `${officeRelationships}${type}`,
      Target: external ? target : relativePath(path, target),
      TargetMode: external ? 'External' : undefined,
    })
  })
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return xmlDocument(element('Relationships', { xmlns }, ...written))
}

function relativePath(from: string, to: string): string {
  const [folder, target] = [from.split('/').slice(0, -1), to.split('/')]
  while (folder.length > 0 && target.length > 1 && folder[0] === target[0]) {
    folder.shift()
    target.shift()
  }
  return [...folder.map(() => '..'), ...target].join('/')
}

/** The files of a package that was opened. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

const mostFiles = 5000
const mostBytes = 300_000_000

/**
 * Returns the files of a package; undefined for bytes that are no zip, that unpack to more than 300 MB or hold more than
 * 5,000 files. Never throws.
 */
export function openPackage(bytes: Uint8Array): PackageFiles | undefined {
  let [count, size] = [0, 0]
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1
        size += originalSize
        if (count > mostFiles || size > mostBytes) throw new RangeError('the package is too large')
        return !name.endsWith('/')
      },
    })
    return new Map(Object.entries(files))
  } catch {
    return undefined
  }
}

/** Returns a file of a package as text; undefined if it has none. */
export function textOf(files: PackageFiles, path: string): string | undefined {
  const bytes = files.get(path)
  return bytes && strFromU8(bytes)
}
