/** Reads a boundary file in whatever encoding it was saved, and says what it is if it is not GeoJSON. */
import { readFileSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import type { Problem } from './parse'

/** A parsed boundary file, or its problem. */
export type BoundaryFileRead = { ok: true; value: unknown } | { ok: false; problem: Problem }

/** Returns the parsed file at `path`, or its problem, with its path relative to `root`. */
export function readBoundaryFile(root: string, path: string, setting?: string): BoundaryFileRead {
  const file = shownPath(root, path)
  const refuse = (message: string, line = 1): BoundaryFileRead => ({ ok: false, problem: { file, line, message } })
  const isThere = statSync(path, { throwIfNoEntry: false })?.isFile()
  if (!isThere)
    return refuse(setting ? `没有这个文件（设置 ${setting}）` : '没有这个文件（region.yaml 的 boundaries.file）')
  const bytes = readFileSync(path)
  const foreign = foreignFormat(bytes)
  if (foreign) return refuse(`这是${foreign}，不是 GeoJSON：请在 GIS 软件里另存为 GeoJSON（EPSG:4326）`)
  const text = decoded(bytes)
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return refuse(`JSON 语法错误：${detail}`, lineOf(detail, text))
  }
}

/** Returns a path relative to `root` if it lies inside. */
export function shownPath(root: string, path: string): string {
  const inside = relative(root, path)
  return inside.startsWith('..') ? path : inside
}

/** What districts are published in besides GeoJSON, by the first bytes. */
function foreignFormat(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return '压缩包（ZIP、KMZ 或 XLSX）'
  if (bytes.length > 4 && bytes.readInt32BE(0) === 9994) return 'Shapefile（.shp）'
  if (bytes.subarray(0, 16).toString('latin1').startsWith('SQLite format 3')) return ' GeoPackage（.gpkg）'
  if (/^\s*</.test(decoded(bytes.subarray(0, 64)))) return ' XML（KML 或 GML）'
  return undefined
}

/** By its byte-order mark, else as UTF-8, else as GB 18030, which Chinese programs save in. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The line of the position that the parser names. */
function lineOf(detail: string, text: string): number {
  const position = Number(/position (\d+)/.exec(detail)?.[1] ?? 0)
  return text.slice(0, position).split('\n').length
}
