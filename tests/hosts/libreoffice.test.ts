/** Decks, Word documents and workbooks as LibreOffice reads them: what stands in them equals what they were made from. */
import { readFileSync } from 'node:fs'
import type { Element } from '@xmldom/xmldom'
import pptxgen from 'pptxgenjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { docxBytes } from '../../src/io/formats/docx/docx'
import { type Deck, ownDeck } from '../../src/io/formats/pptx/deck'
import { pptxBytes } from '../../src/io/formats/pptx/pptx'
import { templateDeck } from '../../src/io/formats/pptx/template'
import { qrPng } from '../../src/io/formats/qr-png'
import { slideWords, wordWords } from '../../src/io/formats/words'
import { workbookBytes } from '../../src/io/formats/xlsx/workbook'
import type { Handout } from '../../src/model/handout/handout'
import { workbookTables } from '../../src/model/handout/workbook-tables'
import { officeBreaches } from '../fixtures/office-rules'
import { greyPictures, publishedContext } from '../fixtures/published-handouts'
import { all, converted, readByLibreOffice, spoken, squeezed } from './libreoffice'

let published: Awaited<ReturnType<typeof publishedContext>>
beforeAll(async () => {
  published = await publishedContext()
})

const deckOf = (handout: Handout, deck: Deck) =>
  pptxBytes(handout, greyPictures(handout), { deck, words: slideWords(handout), codeOf: qrPng })

/** The briefing with the most tables. */
function briefing(): Handout {
  const made = published.briefings.map((one) => published.made({ kind: 'briefing', briefing: one }))
  const tables = ({ pages }: Handout) => pages.reduce((sum, page) => sum + page.tables.length, 0)
  const [first] = made.sort((one, other) => tables(other) - tables(one))
  if (!first) throw new Error('no briefing is published')
  return first
}

/** By the mark in the name of its title. */
const isOf = (slide: Element, id: string) =>
  [...all(slide, 'draw:frame'), ...all(slide, 'draw:custom-shape')].some((shape) =>
    new RegExp(`yulan ${id}[ /]`).test(shape.getAttribute('draw:name') ?? ''),
  )

function equalsBriefing(bytes: Uint8Array, handout: Handout) {
  const slides = all(readByLibreOffice(bytes, 'pptx'), 'draw:page')
  const text = slides.map(spoken)
  for (const page of handout.pages) {
    const own = slides.filter((slide) => isOf(slide, page.id))
    const said = own.map(spoken).join('')
    expect(own.length, page.title).toBeGreaterThan(0)
    for (const point of page.points) {
      expect(said).toContain(squeezed(point.text))
      for (const source of point.sources) expect(said).toContain(squeezed(handout.sources[source] ?? ''))
    }
    for (const table of page.tables) {
      const rows = own.flatMap((slide) => all(slide, 'table:table-row')).map(spoken)
      for (const row of table.rows)
        expect(rows).toContain(squeezed(row.map((cell) => (cell === undefined ? '' : String(cell))).join('')))
    }
    const [first] = own
    const frames = first ? all(first, 'draw:image').length : 0
    expect(frames, `${page.title}: picture and code`).toBe(page.view ? 2 : 1)
    const notes = first ? all(first, 'presentation:notes').map(spoken).join('') : ''
    if (page.notes) expect(notes).toContain(squeezed(page.notes))
    const links = first ? all(first, 'text:a').map((link) => link.getAttribute('xlink:href')) : []
    expect(links).toContain(page.link)
  }
  expect(text[0]).toContain(squeezed(handout.title))
  return slides.length
}

describe('a deck', () => {
  test.each(['wide', 'classic'] as const)('%s: slides, text, tables, pictures, notes and links', (shape) => {
    const handout = briefing()
    expect(equalsBriefing(deckOf(handout, ownDeck(shape)), handout)).toBeGreaterThan(handout.pages.length)
  })
})

/** Templates of others: two that come with LibreOffice, of either shape, and one as a library of npm writes it. */
const otherTemplates: readonly [string, () => Promise<Uint8Array>][] = [
  [
    'an empty presentation of LibreOffice',
    async () => converted(new TextEncoder().encode(emptyDeck('28cm', '15.75cm')), 'fodp', 'pptx'),
  ],
  [
    'one of LibreOffice in 4:3',
    async () => converted(new TextEncoder().encode(emptyDeck('28cm', '21cm')), 'fodp', 'potx'),
  ],
  ['a master as pptxgenjs writes it', pptxgenTemplate],
  ['the dark Metropolis of LibreOffice', async () => converted(presentation('Metropolis'), 'otp', 'pptx')],
  ['the several masters of LibreOffice’s Vintage', async () => converted(presentation('Vintage'), 'otp', 'pptx')],
]

/** A template that comes with LibreOffice. */
const presentation = (name: string) => readFileSync(`/usr/lib/libreoffice/share/template/common/presnt/${name}.otp`)

const emptyDeck = (width: string, height: string) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:automatic-styles><style:page-layout style:name="PM1"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Unit" style:page-layout-name="PM1">
<draw:frame presentation:class="title" presentation:placeholder="true" svg:x="1.4cm" svg:y="0.8cm" svg:width="25cm" svg:height="2.4cm"><draw:text-box/></draw:frame>
<draw:frame presentation:class="outline" presentation:placeholder="true" svg:x="1.4cm" svg:y="3.6cm" svg:width="25cm" svg:height="9.5cm"><draw:text-box/></draw:frame>
</style:master-page></office:master-styles>
<office:body><office:presentation><draw:page draw:name="1" draw:master-page-name="Unit">
<draw:frame presentation:class="title" svg:x="1.4cm" svg:y="0.8cm" svg:width="25cm" svg:height="2.4cm"><draw:text-box><text:p>t</text:p></draw:text-box></draw:frame>
<draw:frame presentation:class="outline" svg:x="1.4cm" svg:y="3.6cm" svg:width="25cm" svg:height="9.5cm"><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame>
</draw:page></office:presentation></office:body></office:document>`

async function pptxgenTemplate(): Promise<Uint8Array> {
  const deck = new pptxgen()
  deck.layout = 'LAYOUT_WIDE'
  const place = (name: string, type: 'title' | 'body', y: number, h: number) => ({
    placeholder: { options: { name, type, x: 0.5, y, w: 12, h }, text: '' },
  })
  deck.defineSlideMaster({ title: 'UNIT', objects: [place('title', 'title', 0.5, 0.9), place('body', 'body', 1.6, 5)] })
  deck.addSlide({ masterName: 'UNIT' }).addText('x', { placeholder: 'title' })
  return new Uint8Array((await deck.write({ outputType: 'arraybuffer' })) as ArrayBuffer)
}

test.each(otherTemplates)('on %s our slides keep the rules and LibreOffice reads the briefing', async (_, template) => {
  const lent = templateDeck(await template())
  expect(lent).toMatchObject({ ok: true })
  if (!lent.ok) return
  const handout = briefing()
  const bytes = deckOf(handout, lent.deck)
  const ours = officeBreaches(bytes).filter(
    ({ where }) => !/^ppt\/(slideMasters|slideLayouts|notesMasters)\//.test(where),
  )
  expect(ours).toEqual([])
  expect(equalsBriefing(bytes, handout)).toBeGreaterThan(handout.pages.length)
  for (const { titleBox, textBox } of [lent.deck.layouts.picture, lent.deck.layouts.body]) {
    expect(titleBox.y + titleBox.height, 'the title stands over the text').toBeLessThanOrEqual(textBox.y + 1)
    expect(textBox.height / lent.deck.height, 'the text has most of the slide').toBeGreaterThan(0.4)
  }
})

test('on dark ground the text is light', async () => {
  const lent = templateDeck(converted(presentation('Metropolis'), 'otp', 'pptx'))
  expect(lent).toMatchObject({ ok: true, deck: { layouts: { picture: { ink: { isLight: true, text: 'FFFFFF' } } } } })
})

test('a Word document: titles, statements, footnotes, tables, pictures', () => {
  const handout = briefing()
  const document = readByLibreOffice(docxBytes(handout, greyPictures(handout), wordWords(handout)), 'docx')
  const [body] = all(document, 'office:text')
  const said = body ? spoken(body) : ''
  for (const { title, points } of handout.pages) {
    expect(said).toContain(squeezed(title))
    for (const { text } of points) expect(said).toContain(squeezed(text))
  }
  const cited = handout.pages.flatMap(({ points }) => points.filter(({ sources }) => sources.length > 0))
  const notes = all(document, 'text:note').map(spoken)
  expect(notes).toHaveLength(cited.length)
  for (const { sources } of cited)
    expect(notes.some((note) => sources.every((one) => note.includes(squeezed(handout.sources[one] ?? ''))))).toBe(true)
  expect(body ? all(body, 'draw:image').length : 0).toBe(handout.pages.filter(({ view }) => view).length)
  const tables = handout.pages.reduce((sum, page) => sum + page.tables.length + page.charts.length, 0)
  expect(body ? all(body, 'table:table').length : 0).toBe(tables)
})

/** One for each column: equal ones, mostly empty, stand there once with their number. */
const cellsOf = (line: Element) =>
  all(line, 'table:table-cell').flatMap((cell) =>
    Array.from({ length: Math.min(50, Number(cell.getAttribute('table:number-columns-repeated') ?? 1)) }, () => cell),
  )

test('a workbook: numbers are numbers, text stays text, nothing is a formula', async () => {
  const { context, briefings } = published
  const [first] = briefings
  if (!first) throw new Error('no briefing is published')
  const view = { ...(first.scenes[0]?.view ?? expect.fail()), feature: undefined, districts: ['500112'] }
  const tables = workbookTables({ kind: 'view', view: { ...view, analysis: undefined } }, context)
  const odd = {
    title: '怪',
    columns: [{ title: 'a', kind: 'text' as const }],
    rows: [['=1+1'], ['2020-05'], ['891e3'], ['007']],
  }
  const bytes = await workbookBytes([...tables, odd], undefined, { title: '渝北', release: context.record.release })
  const sheets = all(readByLibreOffice(bytes, 'xlsx'), 'table:table')
  expect(sheets.map((sheet) => sheet.getAttribute('table:name'))).toEqual([...tables, odd].map(({ title }) => title))
  for (const [at, { columns, rows }] of [...tables, odd].entries()) {
    const lines = sheets[at] ? all(sheets[at], 'table:table-row').slice(1, 1 + Math.min(rows.length, 20)) : []
    for (const [no, line] of lines.entries()) {
      const cells = cellsOf(line)
      for (const [place, cell] of cells.slice(0, columns.length).entries()) {
        expect(cell.getAttribute('table:formula')).toBeNull()
        const value = rows[no]?.[place]
        if (typeof value === 'number' && columns[place]?.kind === 'number')
          expect([cell.getAttribute('office:value-type'), Number(cell.getAttribute('office:value'))]).toEqual([
            'float',
            value,
          ])
        if (typeof value === 'string' && value !== '' && cell.getAttribute('office:value-type'))
          expect([cell.getAttribute('office:value-type'), spoken(cell)]).toEqual(['string', squeezed(value)])
      }
    }
  }
})
