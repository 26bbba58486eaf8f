/** Native charts: their numbers can be read, restyled and, with the workbook inside, edited. */
import type { HandoutChart } from '../../../model/handout/handout'
import { widthInCharacters } from '../columns'
import { element, escapedXml, xmlDocument } from '../ooxml/xml'
import { type Fonts, textBodyXml } from './text'

const seriesColours = ['B4432F', '2F6F9F', '3F7A4A', 'C08A2B', '8A5A9E', '7A5C2E']
const sheetName = 'Sheet1'
/** Chinese characters; longer names would be written askew below upright bars. */
const longestUpright = 6

/** Returns the part of a chart; `workbook` is the relationship of the workbook inside, undefined where there is none. On dark ground it stands on paper. */
export function chartXml(
  chart: HandoutChart,
  { fonts, onPaper }: { fonts: Fonts; onPaper: boolean },
  workbook?: string,
): string {
  const axes = ['111111111', '222222222'] as const
  const kind = chart.kind === 'bar' ? 'c:barChart' : 'c:lineChart'
  const lying = chart.kind === 'bar' && chart.categories.some((one) => widthInCharacters(one) > longestUpright)
  const series = chart.series.map((one, at) => seriesXml(chart, one, at))
  const plot = element(
    kind,
    {},
    chart.kind === 'bar' ? value('c:barDir', lying ? 'bar' : 'col') : '',
    value('c:grouping', chart.kind === 'bar' ? 'clustered' : 'standard'),
    value('c:varyColors', '0'),
    ...series,
    chart.kind === 'bar' ? value('c:gapWidth', '60') : value('c:marker', '1'),
    ...axes.map((id) => value('c:axId', id)),
  )
  const [categoryAxis, valueAxis] = axes
  return xmlDocument(
    element(
      'c:chartSpace',
      {
        'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
        'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
        'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      },
      value('c:roundedCorners', '0'),
      element(
        'c:chart',
        {},
        titleXml(chart.unit ? `${chart.title}（${chart.unit}）` : chart.title, fonts),
        value('c:autoTitleDeleted', '0'),
        element(
          'c:plotArea',
          {},
          element('c:layout'),
          plot,
          axisXml('c:catAx', [categoryAxis, valueAxis], lying, fonts),
          axisXml('c:valAx', [valueAxis, categoryAxis], lying, fonts),
        ),
        chart.series.length > 1
          ? element('c:legend', {}, value('c:legendPos', 'b'), value('c:overlay', '0'), textProperties(fonts, 11))
          : '',
        value('c:plotVisOnly', '1'),
        value('c:dispBlanksAs', 'gap'),
      ),
      onPaper ? paper(fonts) : '',
      workbook ? element('c:externalData', { 'r:id': workbook }, value('c:autoUpdate', '0')) : '',
    ),
  )
}

/** On dark ground a chart stands on paper, as tables do, with dark text. */
const paper = (fonts: Fonts) =>
  element('c:spPr', {}, element('a:solidFill', {}, value('a:srgbClr', 'FFFDF8'))) +
  textProperties(fonts, 11).replace(
    /<a:defRPr [^>]*>/,
    (run) => run + element('a:solidFill', {}, value('a:srgbClr', '26231F')),
  )

const value = (name: string, val: string) => element(name, { val })

const titleXml = (text: string, fonts: Fonts) =>
  element(
    'c:title',
    {},
    element(
      'c:tx',
      {},
      textBodyXml([{ runs: [{ text, style: { size: 14, bold: true } }] }], fonts).replaceAll('p:txBody', 'c:rich'),
    ),
    value('c:overlay', '0'),
  )

const textProperties = (fonts: Fonts, size: number) =>
  textBodyXml([{ runs: [{ text: '', style: { size } }] }], fonts)
    .replaceAll('p:txBody', 'c:txPr')
    .replace(/<a:r>.*<\/a:r>/, '')
    .replace(
      /<a:pPr([^>]*)>.*?<\/a:pPr>/,
      `<a:pPr$1>${element('a:defRPr', { lang: 'zh-CN', altLang: 'en-US', sz: size * 100 }, element('a:latin', { typeface: fonts.latin }), element('a:ea', { typeface: fonts.eastAsian }))}</a:pPr>`,
    )

function seriesXml(chart: HandoutChart, { name, values }: HandoutChart['series'][number], at: number): string {
  const column = String.fromCharCode(66 + at)
  const last = chart.categories.length + 1
  const colour = element('a:solidFill', {}, value('a:srgbClr', seriesColours[at % seriesColours.length] ?? ''))
  const numbers = values.map((one, index) =>
    one === undefined ? '' : element('c:pt', { idx: index }, tag('c:v', String(one))),
  )
  const labels = [
    ...([
      'c:showLegendKey',
      'c:showVal',
      'c:showCatName',
      'c:showSerName',
      'c:showPercent',
      'c:showBubbleSize',
    ] as const),
  ].map((key) => value(key, key === 'c:showVal' ? '1' : '0'))
  return element(
    'c:ser',
    {},
    value('c:idx', String(at)),
    value('c:order', String(at)),
    element('c:tx', {}, stringReference(`${sheetName}!$${column}$1`, [name])),
    element('c:spPr', {}, chart.kind === 'bar' ? colour : element('a:ln', { w: 28_575 }, colour)),
    chart.kind === 'bar' ? value('c:invertIfNegative', '0') : '',
    values.length <= 12 ? element('c:dLbls', {}, ...labels) : '',
    element('c:cat', {}, stringReference(`${sheetName}!$A$2:$A$${last}`, chart.categories)),
    element(
      'c:val',
      {},
      element(
        'c:numRef',
        {},
        tag('c:f', `${sheetName}!$${column}$2:$${column}$${last}`),
        element(
          'c:numCache',
          {},
          tag('c:formatCode', 'General'),
          value('c:ptCount', String(values.length)),
          ...numbers,
        ),
      ),
    ),
    chart.kind === 'line' ? value('c:smooth', '0') : '',
  )
}

const tag = (name: string, text: string) => `<${name}>${escapedXml(text)}</${name}>`

const stringReference = (where: string, texts: readonly string[]) =>
  element(
    'c:strRef',
    {},
    tag('c:f', where),
    element(
      'c:strCache',
      {},
      value('c:ptCount', String(texts.length)),
      ...texts.map((text, idx) => element('c:pt', { idx }, tag('c:v', text))),
    ),
  )

/** Of bars that lie the first category stands at the top, and the values below them. */
function axisXml(
  name: 'c:catAx' | 'c:valAx',
  [id, crossed]: readonly [string, string],
  lying: boolean,
  fonts: Fonts,
): string {
  const isCategories = name === 'c:catAx'
  const grid = element(
    'c:majorGridlines',
    {},
    element('c:spPr', {}, element('a:ln', { w: 6350 }, element('a:solidFill', {}, value('a:srgbClr', 'D9D0C0')))),
  )
  return element(
    name,
    {},
    value('c:axId', id),
    element('c:scaling', {}, value('c:orientation', isCategories && lying ? 'maxMin' : 'minMax')),
    value('c:delete', '0'),
    value('c:axPos', isCategories === lying ? 'l' : 'b'),
    isCategories ? '' : grid,
    element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    value('c:majorTickMark', 'none'),
    value('c:minorTickMark', 'none'),
    value('c:tickLblPos', 'nextTo'),
    textProperties(fonts, 11),
    value('c:crossAx', crossed),
    value('c:crosses', !isCategories && lying ? 'max' : 'autoZero'),
  )
}

/** Returns a chart's numbers as the rows of the workbook inside it. */
export const chartRows = ({ categories, series }: HandoutChart): (string | number | undefined)[][] => [
  ['', ...series.map(({ name }) => name)],
  ...categories.map((category, at) => [category, ...series.map(({ values }) => values[at])]),
]
