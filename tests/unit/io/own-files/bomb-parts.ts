/** What bombs are made of. */
import { gzipSync, zipSync } from 'fflate'
import { parquetWriteBuffer } from 'hyparquet-writer'

/** Returns the bytes of a text. */
export const utf8 = (text: string) => new TextEncoder().encode(text)
/** Returns as many million zeros. */
export const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000)
/** Returns a workbook whose only sheet is this XML. */
export const workbookWith = (sheet: string) =>
  zipSync({
    '[Content_Types].xml': utf8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
    '_rels/.rels': utf8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    'xl/workbook.xml': utf8(
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': utf8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': utf8(sheet),
  })
/** Returns the XML of a sheet with rows. */
export const sheet = (rows: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
/** Returns a KML with what stands before and in it. */
export const kml = (content: string, before = '') =>
  utf8(
    `<?xml version="1.0"?>${before}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${content}</Document></kml>`,
  )

/** Returns the definition of entities of which each holds ten of the one before. */
export function entities(): string {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
  return `<!DOCTYPE kml [<!ENTITY l0 "lol">${levels.join('')}]>`
}

/** Returns a geometry in as many collections. */
export const nested = (levels: number) => {
  let geometry: object = { type: 'Point', coordinates: [106, 29] }
  for (let level = 0; level < levels; level++) geometry = { type: 'GeometryCollection', geometries: [geometry] }
  return geometry
}

/** Returns an archive of zeros. */
export const bombArchive = () => zipSync({ 'doc.kml': zeros(30) }, { level: 1 })

/** The size that the directory of an archive states, which nothing forces to be true. */
export function withSize(archive: Uint8Array, size: number): Uint8Array {
  const copy = archive.slice()
  const view = new DataView(copy.buffer)
  const directory = view.getUint32(copy.length - 6, true)
  view.setUint32(directory + 24, size, true)
  return copy
}

/** A page that says it holds little and inflates to much. */
export const parquetBomb = () =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [{ name: '名称', data: ['a', 'b'], type: 'STRING' }],
      codec: 'GZIP',
      compressors: { GZIP: () => gzipSync(zeros(30), { level: 1 }) },
    }),
  )

/** Returns bytes with a number put into them. */
export const header = (bytes: Uint8Array, at: number, value: number, isLittle = true) => {
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint32(at, value, isLittle)
  return copy
}
