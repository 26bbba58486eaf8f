import { describe, expect, test } from 'vitest'
import { decodeAddress, encodeView } from '../../src/state/link'
import { linkTroubles } from '../../src/state/open-link'
import { goldenLinks } from './golden'

const links = goldenLinks()
const site = 'https://example.org/map/'
const address = (value: string) => `${site}?m=${value}`

/** As the browser hands it over: what is not ASCII is percent-encoded. */
const arrives = (text: string) => new URL(text).href
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const wrapped = (text: string, width: number, end: string) =>
  text.replace(new RegExp(`(.{${width}})(?=.)`, 'g'), `$1${end}`)

/** Every one of these opens the same view, and needs no word about it. */
const harmless: [string, (value: string) => string][] = [
  ['nothing', address],
  ['whole-value percent-encoding', (value) => site + encodeURIComponent(`?m=${value}`).replace('%3F', '?')],
  [
    'every sign percent-encoded',
    (value) => `${site}?m=${[...value].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('')}`,
  ],
  ['twice percent-encoded', (value) => `${site}?m=${value.replaceAll('~', '%257E').replaceAll('.', '%252E')}`],
  ['PowerPoint decoding on save', (value) => decodeURIComponent(address(value.replaceAll('~', '%7E')))],
  ['Excel encoding the tilde', (value) => address(value.replaceAll('~', '%7e'))],
  ['a redirecting mail guard that encodes the equals sign', (value) => `${site}?m%3D${value}`],
  ['a lost equals sign', (value) => `${site}?m${value}`],
  ['`#` added by the page it was copied from', (value) => `${address(value)}#`],
  ['a fragment', (value) => `${address(value)}#top`],
  ['the `?` taken for a `#`', (value) => `${site}#m=${value}`],
  ['WeChat', (value) => `${address(value)}&from=singlemessage&isappinstalled=0`],
  ['WeChat, older', (value) => `${address(value)}&appinstall=0`],
  ['WeChat, in front', (value) => `${site}?from=timeline&m=${value}`],
  ['WeChat with a second question mark', (value) => `${address(value)}?from=groupmessage`],
  ['QQ', (value) => `${address(value)}&_wv=16777223&nsukey=abc%2Fd%3D%3D`],
  ['campaign parameters', (value) => `${address(value)}&utm_source=oa&fbclid=IwAR0`],
  ['a Chinese full stop', (value) => `${address(value)}。`],
  ['a Chinese comma and text', (value) => `${address(value)}，请查收`],
  ['a Chinese bracket', (value) => `${address(value)}）`],
  ['a book bracket', (value) => `${address(value)}》`],
  ['a full stop', (value) => `${address(value)}.`],
  ['a bracket and a full stop', (value) => `${address(value)}).`],
  ['markdown', (value) => `${address(value)})**`],
  ['markdown’s escapes of `~`', (value) => `${address(value)}~~`],
  ['angle brackets', (value) => `${address(value)}>`],
  ['quotes', (value) => `${address(value)}”`],
  ['line-wrapped mail', (value) => wrapped(address(value), 40, '\r\n')],
  ['line-wrapped, quoted mail', (value) => wrapped(address(value), 50, '\n ')],
  ['quoted-printable mail', (value) => wrapped(address(value).replace('=', '=3D'), 60, '=\r\n')],
  ['a space put in by the word processor', (value) => address(`${value.slice(0, 5)} ${value.slice(5)}`)],
  ['a zero-width space', (value) => address(`${value.slice(0, 7)}\u200b${value.slice(7)}`)],
  ['a soft hyphen and a direction mark', (value) => address(`${value.slice(0, 7)}\u00ad${value.slice(7)}\u200e`)],
  ['full-width forms', (value) => `${site}?m=${wide(value)}`],
  ['all of the query in full-width forms', (value) => `${site}${wide(`?m=${value}`)}`],
  ['a wave dash for every tilde', (value) => address(value.replaceAll('~', '〜'))],
  ['a full-width tilde for every tilde', (value) => address(value.replaceAll('~', '～'))],
  ['an en dash for every hyphen', (value) => address(value.replaceAll('-', '–'))],
  ['a minus sign for every hyphen', (value) => address(value.replaceAll('-', '−'))],
  ['an upper-cased host', (value) => address(value).replace('https://example.org', 'HTTPS://EXAMPLE.ORG')],
  ['an upper-cased link', (value) => address(value).toUpperCase()],
  ['a lower-cased link', (value) => address(value).toLowerCase()],
  ['`&amp;`', (value) => `${site}?a=1&amp;m=${value}`],
  ['`&amp;` after it', (value) => `${address(value)}&amp;x=1`],
  ['an entity for the tilde', (value) => address(value.replaceAll('~', '&#126;'))],
  [
    'an O for a zero in the check',
    (value) => address(value.slice(0, -4) + value.slice(-4).replaceAll('0', 'O').replaceAll('1', 'l')),
  ],
  ['another link before it', (value) => `${site}?m=1~d500103&m=${value}`],
]

/** These lose something, and must say so. */
const harmful: [string, (value: string) => string][] = [
  ['an ellipsis of a chat', (value) => `${address(value.slice(0, -5))}…`],
  ['a lost check', (value) => address(value.slice(0, value.lastIndexOf('~')))],
  ['lost tildes', (value) => address(value.replaceAll('~', ''))],
  ['spaces for tildes', (value) => address(value.replaceAll('~', ' '))],
  ['hyphens for tildes', (value) => address(value.replaceAll('~', '-'))],
  ['an empty value', () => `${site}?m=`],
  ['a name without a value', () => `${site}?m`],
  ['nothing after the question mark', () => `${site}?`],
  ['a later version', () => address('2~d500112~v261122~kZZZZ')],
]

const same = (decoded: ReturnType<typeof decodeAddress>, view: (typeof links)[0]['view']) =>
  decoded !== undefined && encodeView(decoded.view, '2026-11-22') === encodeView(view, '2026-11-22')

describe('what programs do to a link', () => {
  test.each(harmless)('%s: the same view without a word', (_, mangle) => {
    for (const { value, view, what } of links) {
      // Texts are opened from an address bar and read from a scanner, encoded and as they are.
      for (const text of [mangle(value), arrives(mangle(value))]) {
        const decoded = decodeAddress(text)
        expect(same(decoded, view), `${what}: ${text}`).toBe(true)
        expect(linkTroubles(decoded), `${what}: ${text}`).toEqual([])
      }
    }
  })

  test.each(harmful)('%s: a notice', (_, mangle) => {
    for (const { value, what } of links)
      for (const text of [mangle(value), arrives(mangle(value))])
        expect(linkTroubles(decodeAddress(text)).length, `${what}: ${text}`).toBeGreaterThan(0)
  })
})
