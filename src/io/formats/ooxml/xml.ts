/** Writes XML as text. */

/** Attributes of an element; undefined ones are left out. */
export interface Attributes {
  readonly [name: string]: string | number | undefined
}

/** What XML 1.0 allows: programs refuse a whole file for one other character. */
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Returns a text as the content of an element or attribute; characters that XML forbids are left out. */
export const escapedXml = (text: string) =>
  text
    .replace(illegal, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Returns an element whose children are XML already. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapedXml(String(value))}"`)
    .join('')
  const content = children.join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** Returns a whole XML document. */
export const xmlDocument = (root: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`
