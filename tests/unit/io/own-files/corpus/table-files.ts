/** Workbooks and shapefiles. */
import { zipSync } from 'fflate'
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { KnownDatum } from '../../../../../src/model/own-data/own-layer'
import { encodings, gb18030 } from './encodings'
import { allRows, type CorpusFile, datums, plots, positionsIn, type shapes, shapesIn } from './plots'
import { dbf, shp } from './shape-writer'

const head = ['编号', '名称', '经度', '纬度', '面积', '日期']
const day = (text: string) => new Date(`${text}T00:00:00Z`)

function sheetRows(datum: KnownDatum = datums.wgs84): CellValue[][] {
  const at = positionsIn(datum)
  return plots.map((plot, index) => [
    plot.code,
    plot.name,
    at[index]?.[0] ?? null,
    at[index]?.[1] ?? null,
    plot.area,
    day(plot.day),
  ])
}

const values = { 编号: '001', 名称: '甲地块', 面积: 12.5, 日期: '2024-03-05' }

async function workbook(
  id: string,
  rows: CellValue[][],
  more: Partial<CorpusFile> = {},
  sheets: WriteSheet[] = [],
): Promise<CorpusFile> {
  const bytes = await writeXlsx({ sheets: [{ name: 'Sheet1', rows }, ...sheets] })
  return { id: `xlsx, ${id}`, name: 'plots.xlsx', bytes, rows: allRows(2), values, ...more }
}

function workbooks(): Promise<CorpusFile>[] {
  const plain = [head, ...sheetRows()]
  const inserted = (...rows: CellValue[][]) => [...plain.slice(0, 3), ...rows, ...plain.slice(3)]
  const gap = (count: number) => allRows(2).map((row, at) => ({ ...row, row: row.row + (at < 2 ? 0 : count) }))
  const asText = plots.map(({ code, name, at, area, day: text }) => [
    code,
    name,
    `${at[0]}`,
    `${at[1]}`,
    `${area}`,
    text,
  ])
  return [
    ...Object.entries(datums).map(([word, datum]) =>
      workbook(word, [head, ...sheetRows(datum)], { datum, rows: allRows(2, datum) }),
    ),
    workbook('numbers as text', [head, ...asText]),
    workbook('a title and a note above', [['地块清单'], ['制表：某处', null, null, null, '2026'], [], ...plain], {
      rows: allRows(5),
    }),
    workbook('blank rows', inserted([], [null, '', null]), { rows: gap(2) }),
    workbook(
      'a blank column',
      plain.map((row) => [...row.slice(0, 2), null, ...row.slice(2)]),
    ),
    workbook('an error of a formula', inserted(['9', '坏', '#REF!', 29.5, 1, null]), {
      rows: gap(1),
      problems: [[4, 'C', 'bad-coordinate']],
    }),
    workbook('a value that is an error', inserted(['9', '好', 106.5, 29.5, '#DIV/0!', null]), {
      rows: [...gap(1).slice(0, 2), { row: 4, name: '好', at: [106.5, 29.5] }, ...gap(1).slice(2)],
      problems: [[4, 'E', 'formula-error']],
    }),
    workbook('a hidden sheet', plain, {}, [{ name: 'x', rows: [['a'], ['b']], hidden: true }]),
    workbook('degrees and minutes', [
      head,
      ...plots.map(({ code, name, at, area, day: text }) => [code, name, `${at[0]}°E`, `N${at[1]}`, area, day(text)]),
    ]),
  ]
}

/** What ArcGIS writes for zone 36. */
const projected =
  'PROJCS["CGCS2000_3_Degree_GK_Zone_36",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",36500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",108.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
const utf8 = encodings['utf-8']

/** How the text of a `.dbf` and what tells it can be written. */
const dbfTexts = {
  'gb18030, told by .cpg 936': { encode: gb18030, language: 0, cpg: '936' },
  'gb18030, told by .cpg GBK': { encode: gb18030, language: 0, cpg: 'GBK' },
  'gb18030, told by its language byte': { encode: gb18030, language: 0x4d, cpg: undefined },
  'gb18030, told by nothing': { encode: gb18030, language: 0, cpg: undefined },
  'utf-8, told by .cpg': { encode: utf8, language: 0, cpg: 'UTF-8' },
  'utf-8, told by nothing': { encode: utf8, language: 0x57, cpg: undefined },
} as const

function table(encode: (text: string) => Uint8Array, language: number): Uint8Array {
  const column = (name: string, kind: 'C' | 'N' | 'D', length: number, own: readonly (string | number)[]) => ({
    name,
    kind,
    length,
    values: own,
  })
  const columns = [
    column(
      '编号',
      'C',
      8,
      plots.map(({ code }) => code),
    ),
    column(
      '名称',
      'C',
      24,
      plots.map(({ name }) => name),
    ),
    column(
      '面积',
      'N',
      12,
      plots.map(({ area }) => area),
    ),
    column(
      '日期',
      'D',
      8,
      plots.map(({ day: text }) => text.replaceAll('-', '')),
    ),
  ]
  return dbf(columns, encode, language)
}

function shapefile(
  id: string,
  shape: keyof typeof shapes,
  datum: KnownDatum,
  { encode, language, cpg }: (typeof dbfTexts)[keyof typeof dbfTexts],
  folder = '',
): CorpusFile {
  const isProjected = datum.kind === 'gaussKruger'
  const files = {
    [`${folder}plots.shp`]: shp(shapesIn(shape, datum)),
    [`${folder}plots.dbf`]: table(encode, language),
    ...(cpg && { [`${folder}plots.cpg`]: utf8(`${cpg}\r\n`) }),
    ...(isProjected && { [`${folder}plots.prj`]: utf8(projected) }),
  }
  return {
    id: `shapefile, ${id}`,
    name: 'plots.zip',
    bytes: zipSync(files),
    rows: allRows(1, datum),
    datum,
    values,
    ...(isProjected && { declaredCrs: projected }),
  }
}

function shapefiles(): CorpusFile[] {
  const usual = dbfTexts['utf-8, told by .cpg']
  const loose = dbfTexts['gb18030, told by .cpg 936']
  return [
    ...Object.entries(dbfTexts).map(([word, text]) => shapefile(word, 'point', datums.wgs84, text)),
    ...(['line', 'polygon', 'hole', 'multi'] as const).map((shape) => shapefile(shape, shape, datums.wgs84, usual)),
    ...(['gcj02', 'bd09', 'zone36'] as const).map((word) => shapefile(word, 'polygon', datums[word], usual)),
    shapefile('in a folder', 'polygon', datums.wgs84, usual, '成果/'),
    {
      id: 'shapefile, side by side',
      name: 'plots.shp',
      bytes: shp(shapesIn('polygon', datums.wgs84)),
      parts: [
        { name: 'plots.dbf', bytes: table(loose.encode, loose.language) },
        { name: 'plots.cpg', bytes: utf8(loose.cpg) },
      ],
      rows: allRows(1),
      values,
    },
    {
      id: 'shapefile, shapes alone',
      name: 'plots.shp',
      bytes: shp([...shapesIn('point', datums.wgs84), null]),
      rows: [...allRows(1).map((row) => ({ ...row, name: '' })), { row: 6, name: '', at: null }],
    },
  ]
}

/** Returns the workbooks and shapefiles. */
export const tableFiles = async (): Promise<CorpusFile[]> => [...(await Promise.all(workbooks())), ...shapefiles()]
