/** Parses XML without entities of its own and without what lies outside of it. Pure. */
import { DOMParser, type Element } from '@xmldom/xmldom'
import { decodeAs, decodeText } from './decode-text'
import { ownLimits, RefusedFile } from './limits'

/** Returns the root of an XML file. Throws a `RefusedFile` for entities, references, too many levels, or damage. */
export function parseXml(bytes: Uint8Array): Element {
  if (bytes.length > ownLimits.xmlBytes) throw new RefusedFile('too-large', { limit: `${ownLimits.xmlBytes / 1e6} MB` })
  const text = textOf(bytes).replace(/^\s+/, '')
  if (/<!ENTITY/i.test(text) || /<!DOCTYPE[^>[]{0,2000}?\s(?:SYSTEM|PUBLIC)\s/i.test(text))
    throw new RefusedFile('external-reference')
  assertDepth(text)
  try {
    const root = new DOMParser({ onError: stopAtFatal }).parseFromString(text, 'text/xml').documentElement
    if (root) return root
  } catch {
    // Said below: the sentence of the parser is no help to a reader.
  }
  throw new RefusedFile('damaged')
}

/** The parser mends what it calls errors, such as a prefix without a namespace. */
function stopAtFatal(level: string, message: string): void {
  if (level === 'fatalError') throw new Error(message)
}

/** The declared encoding counts, unless the bytes have a mark or are UTF-8 in fact. */
function textOf(bytes: Uint8Array): string {
  const { text, encoding } = decodeText(bytes)
  const label = /^\s*<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(text.slice(0, 200))?.[1]
  return encoding === 'gb18030' && label && !/^(?:utf-?8|gb)/i.test(label) ? decodeAs(bytes, label) : text
}

/** Counts the tags that are open; what the parser makes of a file that is not well-formed is its own affair. */
function assertDepth(text: string): void {
  let [depth, at] = [0, text.indexOf('<')]
  while (at >= 0) {
    const hidden = hiddenParts.find(({ start }) => text.startsWith(start, at))
    const end = text.indexOf(hidden?.end ?? '>', at)
    if (end < 0) return
    const isTag = !hidden && /[A-Za-z_]/.test(text[at + 1] ?? '') && text[end - 1] !== '/'
    if (isTag) depth++
    else if (text[at + 1] === '/') depth--
    if (depth > ownLimits.depth) throw new RefusedFile('too-deep', { limit: ownLimits.depth })
    at = text.indexOf('<', end)
  }
}

/** Parts in which a bracket is no tag. */
const hiddenParts = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>' },
] as const

/** Returns the elements directly within one. */
export function* elementsIn(parent: Element): Generator<Element> {
  for (let node = parent.firstChild; node; node = node.nextSibling) if (node.nodeType === 1) yield node as Element
}

/** Returns the name of an element without its prefix. */
export const nameOf = (element: Element): string => (element.localName ?? element.nodeName).replace(/^.*:/, '')

/** Returns the elements of a name directly within one. */
export const childrenNamed = (parent: Element, name: string): Element[] =>
  [...elementsIn(parent)].filter((element) => nameOf(element) === name)

/** Returns the text of the first element of a name directly within one; undefined if it is missing or empty. */
export const childText = (parent: Element, name: string): string | undefined =>
  childrenNamed(parent, name)[0]?.textContent?.trim() || undefined

/** Returns a text without the elements, scripts and styles of HTML that writers put into it. */
export const withoutMarkup = (text: string): string =>
  text.includes('<')
    ? text
        .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
        .replace(/<\/?[a-z][^<>]*>/gi, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : text
