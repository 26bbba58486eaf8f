import type { OwnDatumKind } from '../own-data/own-layer'
import type { OwnFileRefusal, OwnProblemReason } from '../own-data/own-table'
import { type MessageOf, type Messages, messagesOf } from './text'

type ReadingKey =
  | `own-data.reason.${OwnProblemReason}`
  | `own-data.refused.${OwnFileRefusal}`
  | `own-data.datum.${OwnDatumKind}`
  | `own-data.match.${'place' | 'town' | 'district'}`
  | 'own-data.problems.row'
  | 'own-data.problems.column'
  | 'own-data.problems.value'
  | 'own-data.problems.reason'
  | 'own-data.problems.author'

const readingMessages = {
  'own-data.reason.no-coordinates': ['没有坐标', 'No coordinates'],
  'own-data.reason.bad-coordinate': ['坐标无法识别', 'The coordinate cannot be read'],
  'own-data.reason.outside-range': ['坐标超出经纬度范围', 'The coordinate is outside the range of degrees'],
  'own-data.reason.swapped-coordinates': [
    '经度与纬度写反（其他行没有）',
    'Longitude and latitude are swapped, unlike in the other rows',
  ],
  'own-data.reason.unknown-address': ['地址在本图资料中找不到', 'The address names nothing this map knows'],
  'own-data.reason.ambiguous-address': ['地址对应多个地点', 'The address names several places'],
  'own-data.reason.bad-geometry': ['图形不完整或无法识别', 'The shape is incomplete or cannot be read'],
  'own-data.reason.bad-number': ['该列其他值都是数，此处不是', 'Not a number, though the rest of the column is'],
  'own-data.reason.bad-text': ['文字含无法解码的字符', 'The text has characters that cannot be decoded'],
  'own-data.reason.too-few-cells': ['单元格少于表头', 'Fewer cells than the header'],
  'own-data.reason.too-many-cells': ['单元格多于表头', 'More cells than the header'],
  'own-data.reason.open-quote': ['引号没有收尾', 'A quotation mark is never closed'],
  'own-data.reason.bad-feature': ['此要素无法读取', 'The feature cannot be read'],
  'own-data.reason.formula-error': ['公式出错', 'The formula gives an error'],
  'own-data.refused.empty': ['文件是空的。', 'The file is empty.'],
  'own-data.refused.unknown-format': [
    '不是本图能打开的文件：可打开 GeoJSON、CSV、Excel、KML、KMZ、GPX、Shapefile（zip）、TopoJSON、FlatGeobuf、GeoParquet。',
    'Not a file this map can open: it opens GeoJSON, CSV, Excel, KML, KMZ, GPX, zipped Shapefile, TopoJSON, FlatGeobuf and GeoParquet.',
  ],
  'own-data.refused.damaged': [
    '文件已损坏或不完整，无法读取。',
    'The file is damaged or incomplete and cannot be read.',
  ],
  'own-data.refused.too-large': ['文件过大，上限为 {limit}。', 'The file is too large; the limit is {limit}.'],
  'own-data.refused.too-many-rows': [
    '行数过多：{count} 行，上限为 {limit} 行。',
    'Too many rows: {count}; the limit is {limit}.',
  ],
  'own-data.refused.too-many-columns': [
    '列数过多：{count} 列，上限为 {limit} 列。',
    'Too many columns: {count}; the limit is {limit}.',
  ],
  'own-data.refused.too-many-points': [
    '图形过于细密，坐标点超过 {limit} 个。',
    'The shapes are too detailed: more than {limit} positions.',
  ],
  'own-data.refused.inflates-too-much': [
    '压缩包解开后过大（上限 {megabytes} MB），未再解压。',
    'The archive inflates to too much (the limit is {megabytes} MB); inflating was stopped.',
  ],
  'own-data.refused.no-progress': [
    '{seconds} 秒没有进展，已停止读取：文件可能已损坏。',
    'Reading stopped after {seconds} seconds without progress: the file may be damaged.',
  ],
  'own-data.refused.too-deep': [
    '文件嵌套超过 {limit} 层，未读取。',
    'The file is nested deeper than {limit} levels and was not read.',
  ],
  'own-data.refused.external-reference': [
    '文件含实体定义或引用外部文件，为安全起见未读取。',
    'The file defines entities or refers to other files; for safety it was not read.',
  ],
  'own-data.refused.encrypted': ['文件有密码，请先去除密码。', 'The file is protected by a password; remove it first.'],
  'own-data.refused.old-workbook': [
    '这是旧版 Excel（.xls）文件，请另存为 .xlsx 后再打开。',
    'This is an old Excel file (.xls); save it as .xlsx first.',
  ],
  'own-data.refused.old-version': [
    '{format} 第 {version} 版无法读取，请用新版软件重新导出。',
    'Version {version} of {format} cannot be read; export it again with a newer program.',
  ],
  'own-data.refused.no-shapes': [
    '缺少 .shp 文件：请把 .shp、.dbf、.prj 一起压缩成 zip，或一起选中。',
    'The .shp file is missing: zip .shp, .dbf and .prj together, or choose them together.',
  ],
  'own-data.refused.unsupported-compression': [
    '文件所用的压缩方式（{method}）无法读取。',
    'The compression of the file ({method}) cannot be read.',
  ],
  'own-data.refused.no-rows': ['{format} 文件里没有要素。', 'The {format} file has no features.'],
  'own-data.datum.wgs84': ['WGS 84／CGCS2000', 'WGS 84 / CGCS2000'],
  'own-data.datum.gcj02': ['GCJ-02（高德、腾讯）', 'GCJ-02 (Amap, Tencent)'],
  'own-data.datum.bd09': ['BD-09（百度）', 'BD-09 (Baidu)'],
  'own-data.datum.gaussKruger': ['高斯－克吕格投影', 'Gauss-Krüger projection'],
  'own-data.datum.utm': ['UTM（通用横轴墨卡托）', 'UTM'],
  'own-data.datum.webMercator': ['Web 墨卡托（EPSG:3857）', 'Web Mercator (EPSG:3857)'],
  'own-data.datum.unknownLocal': [
    '地方独立坐标系：参数未公开，无法换算，请先转换为 CGCS2000 或 WGS 84。',
    'A local system whose parameters are not public: it cannot be converted; convert it to CGCS2000 or WGS 84 first.',
  ],
  'own-data.match.place': ['按地点名称对应', 'Matched by the name of a place'],
  'own-data.match.town': ['按镇街名称对应', 'Matched by the name of a town'],
  'own-data.match.district': [
    '只对应到区县，按区计数，不落点',
    'Matched to a district only: counted there, not placed',
  ],
  'own-data.problems.row': ['行', 'Row'],
  'own-data.problems.column': ['列', 'Column'],
  'own-data.problems.value': ['原值', 'Value'],
  'own-data.problems.reason': ['原因', 'Reason'],
  'own-data.problems.author': ['渝览', 'Yulan'],
} satisfies Messages & { readonly [Key in ReadingKey]: readonly [string, string] }

/** Returns the texts about the reading of own files, by key; they come with the parts that show own data. */
export const ownReadingMessage: MessageOf<keyof typeof readingMessages> = messagesOf(readingMessages)
