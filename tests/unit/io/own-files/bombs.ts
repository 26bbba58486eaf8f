/** Hostile files of every kind. */
import { zipSync } from 'fflate'
import {
  bombArchive,
  entities,
  header,
  kml,
  nested,
  parquetBomb,
  sheet,
  utf8,
  withSize,
  workbookWith,
  zeros,
} from './bomb-parts'
import { dbf, shp } from './corpus/shape-writer'
import { joined } from './spoiled-files'

/** The bombs, and the reason each is refused for; undefined where it may also be read in part. */
const bombs: readonly { id: string; name: string; make: () => Uint8Array; reason?: string }[] = [
  { id: 'entities that multiply', name: 'a.kml', make: () => kml('&l9;', entities()), reason: 'external-reference' },
  {
    id: 'an entity from a file',
    name: 'a.gpx',
    make: () =>
      utf8(
        '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx><wpt lat="1" lon="1"><name>&x;</name></wpt></gpx>',
      ),
    reason: 'external-reference',
  },
  {
    id: 'a DTD elsewhere',
    name: 'a.kml',
    make: () => kml('', '<!DOCTYPE kml SYSTEM "https://example.com/a.dtd">'),
    reason: 'external-reference',
  },
  {
    id: 'only a link',
    name: 'a.kml',
    make: () => kml('<NetworkLink><Link><href>https://example.com/</href></Link></NetworkLink>'),
    reason: 'external-reference',
  },
  {
    id: 'deep XML',
    name: 'a.kml',
    make: () => kml(`${'<Folder>'.repeat(50_000)}${'</Folder>'.repeat(50_000)}`),
    reason: 'too-deep',
  },
  { id: 'deep XML without ends', name: 'a.kml', make: () => utf8('<kml>'.repeat(200_000)), reason: 'too-deep' },
  { id: 'deep JSON', name: 'a.json', make: () => utf8(`{"a":${'['.repeat(1_000_000)}`), reason: 'too-deep' },
  { id: 'deep collections', name: 'a.json', make: () => utf8(JSON.stringify(nested(2000))), reason: 'too-deep' },
  {
    id: 'an archive of zeros',
    name: 'a.kmz',
    make: () => bombArchive(),
    reason: 'inflates-too-much',
  },
  {
    id: 'an archive that says it is small',
    name: 'a.kmz',
    make: () => withSize(bombArchive(), 1000),
    reason: 'inflates-too-much',
  },
  {
    id: 'a workbook of zeros',
    name: 'a.xlsx',
    make: () => zipSync({ '[Content_Types].xml': utf8('<Types/>'), 'xl/workbook.xml': zeros(30) }, { level: 1 }),
    reason: 'inflates-too-much',
  },
  {
    id: 'many archives in one',
    name: 'a.kmz',
    make: () => zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`${at}.kml`, utf8('<kml/>')]))),
    reason: 'too-large',
  },
  {
    id: 'a sheet with two far corners',
    name: 'a.xlsx',
    make: () =>
      workbookWith(
        sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      ),
  },
  {
    id: 'a sheet as wide as can be',
    name: 'a.xlsx',
    make: () => workbookWith(sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
    reason: 'too-many-columns',
  },
  {
    id: 'a sheet with an entity',
    name: 'a.xlsx',
    make: () =>
      workbookWith(
        `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>')}`,
      ),
  },
  { id: 'a page of zeros', name: 'a.parquet', make: parquetBomb },
  { id: 'endless columns', name: 'a.csv', make: () => utf8(','.repeat(2_000_000)) },
  {
    id: 'columns with names',
    name: 'a.csv',
    make: () => utf8(Array.from({ length: 5000 }, (_, at) => `c${at}`).join(',')),
    reason: 'too-many-columns',
  },
  { id: 'endless rows', name: 'a.csv', make: () => utf8('a,b\n'.repeat(300_000)), reason: 'too-many-rows' },
  { id: 'quotation marks', name: 'a.csv', make: () => utf8('"'.repeat(1_000_001)) },
  { id: 'open quotation marks', name: 'a.csv', make: () => utf8(`a,b\n${'"x,1\n'.repeat(100_001)}`) },
  { id: 'one long line', name: 'a.csv', make: () => utf8('x'.repeat(20_000_000)) },
  { id: 'digits', name: 'a.csv', make: () => utf8(`经度,纬度\n${'1'.repeat(100_000)},${'1 '.repeat(50_000)}\n`) },
  {
    id: 'a million small rings',
    name: 'a.json',
    make: () =>
      utf8(
        JSON.stringify({
          type: 'MultiPolygon',
          coordinates: Array.from({ length: 200_000 }, () => [
            [
              [1, 1],
              [2, 1],
              [2, 2],
              [1, 1],
            ],
          ]),
        }),
      ),
  },
  {
    id: 'names of prototypes',
    name: 'a.json',
    make: () => utf8('{"type":"Feature","properties":{"__proto__":{"a":1},"constructor":1},"geometry":null}'),
  },
  {
    id: 'arcs that are not there',
    name: 'a.topojson',
    make: () => utf8('{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[[99]]}}}'),
  },
  {
    id: 'an arc of itself',
    name: 'a.topojson',
    make: () =>
      utf8(
        '{"type":"Topology","arcs":[[[0,0],[1,1]]],"objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"LineString","arcs":[0,-1,0]}]}}}',
      ),
  },
  {
    id: 'a table that says it is endless',
    name: 'a.zip',
    make: () =>
      zipSync({
        'a.shp': shp([{ type: 'Point', coordinates: [1, 1] }]),
        'a.dbf': header(dbf([{ name: 'a', kind: 'C', length: 1, values: ['x'] }], utf8), 4, 0xffffffff),
      }),
  },
  {
    id: 'shapes with endless parts',
    name: 'a.shp',
    make: () =>
      header(
        shp([
          {
            type: 'LineString',
            coordinates: [
              [1, 1],
              [2, 2],
            ],
          },
        ]),
        144,
        0x7fffffff,
      ),
  },
  {
    id: 'a header without end',
    name: 'a.fgb',
    make: () =>
      header(joined([Uint8Array.of(0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0), new Uint8Array(100)]), 8, 0xfffffff0),
  },
  { id: 'nothing but a signature', name: 'a.parquet', make: () => utf8('PAR1') },
  {
    id: 'an old workbook',
    name: 'a.xls',
    make: () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    reason: 'old-workbook',
  },
  {
    id: 'an HTML page that is called a workbook',
    name: 'a.xlsx',
    make: () => utf8('<html><body><table><tr><td>1</td></tr></table></body></html>'),
    reason: 'unknown-format',
  },
  {
    id: 'a picture',
    name: 'a.csv',
    make: () => Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256),
    reason: 'unknown-format',
  },
  { id: 'XML in comments', name: 'a.kml', make: () => utf8(`<kml>${'<!--'.repeat(300_000)}`) },
  { id: 'tags that never end', name: 'a.kml', make: () => utf8(`<kml ${'<a '.repeat(200_000)}`) },
  {
    id: 'attributes',
    name: 'a.kml',
    make: () => utf8(`<kml ${Array.from({ length: 50_000 }, (_, at) => `a${at}="1"`).join(' ')}></kml>`),
  },
]

/** Returns the bombs. */
export const bombFiles = () => bombs
