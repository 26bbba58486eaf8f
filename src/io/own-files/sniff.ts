/** Tells the format of a file by what is in it. Pure. */
import { type OwnFormat, ownFormats } from '../../model/own-data/own-table'
import { decodeText } from './decode-text'
import { RefusedFile } from './limits'
import type { NamedBytes } from './named-bytes'
import { zipEntries } from './zip'

const probedBytes = 4096
/** Parts of a shapefile that say nothing without its `.shp`. */
const loosePart = /\.(?:dbf|shx|prj|cpg|sbn|sbx)$/i

interface Signature {
  bytes: readonly number[]
  format: OwnFormat | 'zip' | 'compound'
}

const signatures: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], format: 'zip' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], format: 'zip' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], format: 'compound' },
  { bytes: [0x66, 0x67, 0x62], format: 'flatgeobuf' },
  { bytes: [0x50, 0x41, 0x52, 0x31], format: 'geoparquet' },
  { bytes: [0x00, 0x00, 0x27, 0x0a], format: 'shapefile' },
]

/** Returns the format of a file. Throws a `RefusedFile` for one that is none of ours. */
export function sniffFormat({ name, bytes }: NamedBytes): OwnFormat {
  const found = signatures.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte))?.format
  if (found === 'zip') return formatOfArchive(bytes)
  if (found === 'compound') throw new RefusedFile(holdsEncrypted(bytes) ? 'encrypted' : 'old-workbook')
  if (!found && loosePart.test(name)) throw new RefusedFile('no-shapes')
  return found ?? formatOfText(name, bytes)
}

function formatOfArchive(bytes: Uint8Array): OwnFormat {
  const names = zipEntries(bytes).map((entry) => entry.name.toLowerCase())
  if (names.includes('xl/workbook.xml') || names.includes('[content_types].xml')) return 'xlsx'
  if (names.some((name) => name.endsWith('.kml'))) return 'kmz'
  if (names.some((name) => /\.(?:shp|dbf)$/.test(name))) return 'shapefile'
  throw new RefusedFile('unknown-format')
}

/** An encrypted workbook names its stream in UTF-16. */
function holdsEncrypted(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  return text.includes('EncryptedPackage')
}

function formatOfText(name: string, bytes: Uint8Array): OwnFormat {
  const text = decodeText(bytes.subarray(0, probedBytes)).text.trimStart().replace('\u001E', '')
  if (!text) throw new RefusedFile('empty')
  if (text.startsWith('<')) return formatOfXml(text)
  if (/^\{\s*"/.test(text) || /^\[\s*[{\]]/.test(text) || /^\{\s*\}?$/.test(text))
    return /"type"\s*:\s*"Topology"/.test(text) ? 'topojson' : 'geojson'
  const isJsonName = ownFormats.geojson.ends.some((end) => name.toLowerCase().endsWith(end))
  if (isJsonName) throw new RefusedFile('damaged')
  return 'csv'
}

function formatOfXml(text: string): OwnFormat {
  const root = /<(?![?!])(?:[\w-]+:)?([\w-]+)/.exec(text.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[1]?.toLowerCase()
  if (root === 'kml' || root === 'gpx') return root
  throw new RefusedFile('unknown-format')
}
