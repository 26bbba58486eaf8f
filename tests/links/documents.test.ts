import { ExternalHyperlink, Packer, Paragraph, TextRun, Document as WordDocument } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import PptxGenJs from 'pptxgenjs'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import { goldenLinks } from './golden'

const links = goldenLinks().map(({ value }) => `https://example.org/map/?m=${value}`)
const onePixelPng =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** The XML parts of an office document; parsing each is the proof that it is well-formed. */
function xmlParts(file: Uint8Array): Map<string, { name: string; attributes: { [name: string]: string } }[]> {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => /\.(xml|rels)$/.test(name))
  return new Map(parts.map(([name, content]) => [name, elementsOf(strFromU8(content))]))
}

function elementsOf(xml: string) {
  const elements: { name: string; attributes: { [name: string]: string } }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) =>
    elements.push({ name, attributes: attributes as { [k: string]: string } }),
  )
  parser.write(xml).close()
  return elements
}

/** The targets of hyperlinks, as an office program reads them out of the relationships. */
const hyperlinks = (file: Uint8Array) =>
  [...xmlParts(file)]
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([, elements]) => elements)
    .filter(({ attributes }) => attributes.Type?.endsWith('/hyperlink'))
    .map(({ attributes }) => attributes.Target)

describe('a link written into a document comes out byte for byte', () => {
  test('PowerPoint, on a text and on an image', async () => {
    const presentation = new PptxGenJs()
    for (const url of links) {
      const slide = presentation.addSlide()
      slide.addText([{ text: '看地图', options: { hyperlink: { url } } }], { x: 1, y: 1, w: 3, h: 1 })
      slide.addImage({ data: onePixelPng, x: 1, y: 2, w: 1, h: 1, hyperlink: { url } })
    }
    const file = (await presentation.write({ outputType: 'uint8array' })) as Uint8Array
    const read = hyperlinks(file)
    expect(read).toHaveLength(2 * links.length)
    for (const url of links) expect(read.filter((target) => target === url)).toHaveLength(2)
  })

  test('Word', async () => {
    const children = links.map(
      (link) => new Paragraph({ children: [new ExternalHyperlink({ link, children: [new TextRun('看地图')] })] }),
    )
    const file = await Packer.toBuffer(new WordDocument({ sections: [{ children }] }))
    expect(hyperlinks(file).sort()).toEqual([...links].sort())
  })

  test('Excel, as a link and as the text of a cell', () => {
    const sheet = utils.aoa_to_sheet(links.map((link) => [link]))
    links.forEach((Target, row) => {
      const cell = sheet[utils.encode_cell({ r: row, c: 0 })]
      cell.l = { Target }
    })
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '链接')
    const file = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: false }) as ArrayBuffer)
    expect(hyperlinks(file)).toEqual(links)
    const cells = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    for (const link of links) expect(cells).toContain(link)
  })

  test('PDF', async () => {
    const written = await PDFDocument.create()
    const page = written.addPage()
    const annotations = links.map((link, row) =>
      written.context.register(
        written.context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [50, 50 + row, 200, 60 + row],
          A: { Type: 'Action', S: 'URI', URI: PDFString.of(link) },
        }),
      ),
    )
    page.node.set(PDFName.of('Annots'), written.context.obj(annotations))
    const read = await PDFDocument.load(await written.save())
    const found = read.context
      .enumerateIndirectObjects()
      .map(([, object]) => /\/URI \((.*)\)/.exec(object.toString())?.[1])
      .filter((uri) => uri !== undefined)
    expect(found.sort()).toEqual([...links].sort())
  })
})
