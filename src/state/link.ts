/**
 * The link: a view as one URL parameter `m` of `A–Z a–z 0–9 - . _ ~`, and back.
 *
 * `~` separates fields; a field's first character is its key, `.` separates its items, `-n` is an item's option.
 * Only differences from the default are written, sets in one order, numbers in one form: a view has one text.
 * All of it is in small letters but the check, which is read in either. Reading is tolerant: each field stands
 * alone and nothing throws. Whether an id exists is not known here: `resolveView` looks at the record.
 *
 * Version 1 is frozen: what `tests/links/golden/v1` holds must be read as it is for ever. A field may be added under
 * a new key; a change of meaning needs version 2 and a second decoder beside this one.
 */
import { type ThemeId, themeIds } from '../../data/schema-ids'
import { defaultView, type View } from '../model/view'
import { checkCharacters, sameCheck } from './link-check'
import { fieldCodecs } from './link-fields'
import { foreignPosition, linkValues } from './link-text'

/** The name of the link's URL parameter. */
export const linkParameter = 'm'
const linkVersion = 1
/** The longest value of `m` that is given to users: every program that links pass through carries this length. */
export const linkLengthCap = 1000
/** What is read: a link over the cap still serves the address bar and view files. */
const readLengthCap = 4000

/** What was read from a link. */
export interface DecodedLink {
  view: View
  /** The data release the link was made under, `YYMMDD`; undefined where it names none. */
  release?: string
  /**
   * `ok`: whole; `unchecked`: another map's position, which has no check; `damaged`: check missing or wrong;
   * `newer`: of a version this page does not know, so that nothing of it was read.
   */
  integrity: 'ok' | 'unchecked' | 'damaged' | 'newer'
  /** Pieces that could not be read, as they stood. */
  unread: string[]
}

/**
 * Returns a view as the value of `m`. `release` is the date of the data, `YYYY-MM-DD`. Throws if the view holds
 * something a link cannot.
 */
export function encodeView(view: View, release: string, allThemes: readonly ThemeId[] = themeIds): string {
  const fields = fieldCodecs.map((codec) => codec.encode(view, allThemes))
  const written = fields.filter((field): field is string => field !== undefined)
  const body = [String(linkVersion), ...written, `v${release.replaceAll('-', '').slice(2)}`].join('~')
  if (!/^[a-z0-9\-._~]+$/.test(body)) throw new Error(`a view holds what a link cannot: ${body}`)
  return `${body}~k${checkCharacters(body)}`
}

/**
 * Returns what an address asks for by `?m=…` or by another map's `#map=zoom/latitude/longitude`; undefined if it has
 * neither. Never throws.
 */
export function decodeAddress(address: string): DecodedLink | undefined {
  const links = linkValues(address).map(decodeValue)
  if (links.length > 0) return links.find(({ integrity }) => integrity === 'ok') ?? links[0]
  const position = foreignPosition(address)
  if (!position) return undefined
  const [zoom, latitude, longitude] = position
  return { ...decodeValue(`1~z${zoom}~y${latitude}~x${longitude}`), integrity: 'unchecked' }
}

/** Returns what one value of `m` asks for. Never throws. */
export function decodeValue(raw: string): DecodedLink {
  const value = raw
    .slice(0, readLengthCap)
    .toLowerCase()
    .replace(/[.\-_~]+$/, '')
  const view = defaultView(themeIds)
  const { body, integrity } = splitCheck(value)
  const [version = '', ...fields] = body.split('~')
  if (/^[1-9]\d*$/.test(version) && Number(version) > linkVersion && integrity === 'ok')
    return { view, integrity: 'newer', unread: [] }
  if (version !== String(linkVersion)) return { view, integrity: 'damaged', unread: value ? [value] : [] }
  const unread: string[] = []
  let release: string | undefined
  const seen = new Set<string>()
  for (const field of fields) {
    const key = field.charAt(0)
    const isFirst = !seen.has(key)
    seen.add(key)
    if (isFirst && /^v\d{6}$/.test(field)) release = field.slice(1)
    else if (!isFirst || !readField(field, view)) unread.push(field)
  }
  return { view: withoutHalfCamera(view, unread), release, integrity, unread }
}

/** False where the field cannot be read, be it damaged or of a later edition of this page. */
function readField(field: string, view: View): boolean {
  const codec = fieldCodecs.find(({ keys }) => field !== '' && keys.includes(field.charAt(0)))
  return codec?.decode(field.charAt(0), field.slice(1).replace(/^\./, ''), view) ?? false
}

/** What follows the four characters of a check was glued on by the text around the link. */
function splitCheck(value: string): { body: string; integrity: 'ok' | 'damaged' } {
  const at = value.lastIndexOf('~k')
  const check = at < 0 ? '' : value.slice(at + 2, at + 6)
  if (!/^[a-z0-9]{4}$/.test(check)) return { body: value, integrity: 'damaged' }
  const body = value.slice(0, at)
  return { body, integrity: sameCheck(check, checkCharacters(body)) ? 'ok' : 'damaged' }
}

/** A camera needs its three numbers; with one cut off the view falls back to the fit of the selection. */
function withoutHalfCamera(view: View, unread: string[]): View {
  const camera = view.camera
  if (!camera || [camera.zoom, camera.latitude, camera.longitude].every(Number.isFinite)) return view
  for (const [key, value] of [
    ['z', camera.zoom],
    ['y', camera.latitude],
    ['x', camera.longitude],
  ] as const)
    if (Number.isFinite(value)) unread.push(`${key}${value}`)
  return { ...view, camera: undefined }
}
