/**
 * Finds the value of `m` in an address that mail, chat and office programs may have encoded, wrapped, widened,
 * upper-cased or decorated. Pure; returns candidates and never throws.
 */

/**
 * Longer addresses are cut before anything looks at them, so that no text can cost more than a moment. A link of 1,000 signs,
 * each widened and percent-encoded, is nine times as long.
 */
const longestAddress = 12_000

/** Programs that "correct" signs while one types; NFKC has already narrowed the full-width forms. */
const correctedSigns: readonly [RegExp, string][] = [
  [/[\u2010-\u2015\u2212\uFE63]/g, '-'],
  [/[\u301C\u223C\u02DC\u02F7]/g, '~'],
  [/[\u3002\uFF61\u00B7\u30FB\u2024]/g, '.'],
]

/** Spaces, line breaks and signs without width: none of them is ever part of a link. */
const invisible = /[\s\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]+/g

/**
 * `m=1~…`, cut down to `m=1`, with its `=` lost, or as quoted-printable mail leaves it: `m=3D1~…`, and an `=` where a
 * line was wrapped.
 */
const linkPattern = /[?&;#/]m(?:=(?:3d)?(\d{1,3}(?:~[a-z0-9\-._~=]*|$))|(\d{1,3}~[a-z0-9\-._~=]*))/g

/**
 * Returns the values of `m` an address may hold, likeliest first, in lower case. An address cut at `?` or `?m` has an
 * empty one; an address without a link has none.
 */
export function linkValues(address: string): string[] {
  const text = mended(address.slice(0, longestAddress))
  const found = [...text.matchAll(linkPattern)].map(([, value, unequal]) =>
    (value ?? unequal ?? '').replaceAll('=', ''),
  )
  if (found.length > 0) return found
  return /\?$|[?&]m$|[?&;#]m=/.test(text) ? [''] : []
}

/**
 * Returns zoom, latitude and longitude of another map's `#map=zoom/latitude/longitude` or `#zoom/latitude/longitude`;
 * undefined if there is none.
 */
export function foreignPosition(address: string): [number, number, number] | undefined {
  const text = mended(address.slice(0, longestAddress))
  const found = /(?:#|[#&?]map=)(\d{1,2}(?:\.\d{1,6})?)\/(-?\d{1,3}(?:\.\d{1,9})?)\/(-?\d{1,3}(?:\.\d{1,9})?)/.exec(
    text,
  )
  if (!found) return undefined
  return [Number(found[1]), Number(found[2]), Number(found[3])]
}

/**
 * Undoes what programs do to a whole link. Everything a link holds is in small letters but the check, which is read
 * in either, so that an upper-cased link loses nothing.
 */
function mended(address: string): string {
  let text = address
  for (let round = 0; round < 3 && /%[0-9a-f]{2}/i.test(text); round++) text = percentDecoded(text)
  for (const [pattern, sign] of correctedSigns) text = text.replace(pattern, sign)
  return text
    .replace(/=\r?\n/g, '')
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .replaceAll('&amp;', '&')
    .replace(/&(?:tilde|#126|#x7e);/g, '~')
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%[0-9a-f]?$/i, ''))
  } catch {
    return text.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  }
}
