/** Title and dates of an Office file. The dates are the record's, so that the same content gives the same bytes. */
import type { Part, Relationship } from './package'
import { element, escapedXml, xmlDocument } from './xml'

const corePath = 'docProps/core.xml'

/** Returns the relationships of a package whose main part is at a path. */
export const rootRelationships = (main: string): Relationship[] => [
  { id: 'rId1', type: 'officeDocument', target: main },
  {
    id: 'rId2',
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: corePath,
  },
]

/** Returns the part with title, author and dates; `release` is `YYYY-MM-DD`. */
export function corePart({ title, release }: { title: string; release: string }): Part {
  const date = (name: string) => `<${name} xsi:type="dcterms:W3CDTF">${release}T00:00:00Z</${name}>`
  return {
    path: corePath,
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    content: xmlDocument(
      element(
        'cp:coreProperties',
        {
          'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
          'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
          'xmlns:dcterms': 'http://purl.org/dc/terms/',
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        },
        `<dc:title>${escapedXml(title)}</dc:title>`,
        '<dc:creator>渝览</dc:creator>',
        date('dcterms:created'),
        date('dcterms:modified'),
      ),
    ),
  }
}
