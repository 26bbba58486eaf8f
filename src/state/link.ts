/**
 * The link: a view as one URL parameter `m` of `A–Z a–z 0–9 - . _ ~`, and back.
 *
 * `~` separates fields; a field's first character is its key, `.` separates its items, `-n` is an item's option.
 * Only differences from the default are written. Reading is tolerant: each field stands alone, unknown keys are
 * skipped, nothing throws. Whether an id exists is not known here: `resolveView` looks at the record.
 */
import { type ThemeId, themeIds } from '../../data/schema-ids'
import { defaultView, type View } from '../model/view'
import { checkCharacters } from './link-check'
import { fieldCodecs } from './link-fields'

export const linkParameter = 'm'
export const linkVersion = 1
export const linkLengthCap = 1000

export interface DecodedLink {
  view: View
  /** The data release the link was made under, `YYMMDD`; undefined where it names none. */
  release?: string
  /** `ok`: whole; `unchecked`: a bare position without a check; `damaged`: check missing or wrong. */
  integrity: 'ok' | 'unchecked' | 'damaged'
  /** Pieces that could not be read, as they stood. */
  unread: string[]
}

/** The view as the value of `m`. `release` is the data's date as `YYYY-MM-DD`. */
export function encodeView(view: View, release: string, allThemes: readonly ThemeId[] = themeIds): string {
  const fields = fieldCodecs.map((codec) => codec.encode(view, allThemes))
  const written = fields.filter((field): field is string => field !== undefined)
  const body = [String(linkVersion), ...written, `v${release.replaceAll('-', '').slice(2)}`].join('~')
  return `${body}~k${checkCharacters(body)}`
}

/** The view a location asks for: `?m=…`, or another map's `#map=zoom/latitude/longitude`. Never throws. */
export function decodeLocation(search: string, hash: string): DecodedLink | undefined {
  const value = linkValue(search)
  if (value !== undefined) return decodeValue(value)
  const position = /#?map=([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash)
  if (!position) return undefined
  const [zoom, latitude, longitude] = position.slice(1).map(Number)
  const decoded = decodeValue(`1~z${zoom}~y${latitude}~x${longitude}`)
  return { ...decoded, integrity: 'unchecked' }
}

/** The value of `m` in a query string, with what mail and chat programs do to it undone. */
function linkValue(search: string): string | undefined {
  const mended = mend(search.slice(0, 4 * linkLengthCap))
  const found = /(?:^|[?&;])m=([A-Za-z0-9\-._~]*)/.exec(mended)
  return found?.[1]
}

/** Whole-value percent-encoding, full-width forms, `&amp;`, spaces and line breaks from wrapped mail. */
function mend(search: string): string {
  let text = search
  for (let round = 0; round < 2 && /%[0-9a-f]{2}/i.test(text); round++) text = percentDecoded(text)
  return text
    .normalize('NFKC')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u200b\u00ad]+/g, '')
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  }
}

/** Reads one value of `m`. */
export function decodeValue(raw: string): DecodedLink {
  const value = raw.slice(0, linkLengthCap).replace(/[.\-_~]+$/, '')
  const view = defaultView(themeIds)
  const unread: string[] = []
  const { body, integrity } = splitCheck(value)
  const [version, ...fields] = body.split('~')
  if (version !== String(linkVersion)) return { view, integrity: 'damaged', unread: value ? [value] : [] }
  let release: string | undefined
  for (const field of fields) {
    if (/^v\d{6}$/.test(field)) release = field.slice(1)
    else if (!readField(field, view)) unread.push(field)
  }
  return { view: withoutHalfCamera(view), release, integrity, unread }
}

/** False where the field's content cannot be read; an unknown key is a later version's and no loss to report. */
function readField(field: string, view: View): boolean {
  const codec = fieldCodecs.find(({ keys }) => keys.includes(field.charAt(0)))
  if (!codec) return /^[a-z]/.test(field)
  return codec.decode(field.charAt(0), field.slice(1).replace(/^\./, ''), view)
}

function splitCheck(value: string): { body: string; integrity: DecodedLink['integrity'] } {
  const found = /^(.*)~k([A-Za-z0-9]{4})/.exec(value)
  if (!found) return { body: value, integrity: 'damaged' }
  const [, body = '', check = ''] = found
  return { body, integrity: check.toUpperCase() === checkCharacters(body) ? 'ok' : 'damaged' }
}

/** A camera needs its three numbers; with one cut off the view falls back to the fit of the selection. */
function withoutHalfCamera(view: View): View {
  const camera = view.camera
  if (!camera) return view
  const whole = [camera.zoom, camera.latitude, camera.longitude].every(Number.isFinite)
  return whole ? view : { ...view, camera: undefined }
}
