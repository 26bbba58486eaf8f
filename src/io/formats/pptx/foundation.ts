/** What every deck of our own stands on: theme, master, layouts and the master of notes. */
import type { Part } from '../ooxml/package'
import { element, xmlDocument } from '../ooxml/xml'
import { type Box, centimetres, type SlideBoxes, type SlideShape, slideBoxes, slideShapes } from './measures'
import { type Placeholder, presentationRoot, shapeTree, textShape } from './shapes'
import { ownFonts, type Paragraph } from './text'

/** The layouts of our own. */
export const ownLayouts = ['title', 'picture', 'body'] as const
/** One of `ownLayouts`. */
export type OwnLayout = (typeof ownLayouts)[number]

/** The names of our layouts, by which a deck of ours is told from one on a template. */
export const layoutNames = { title: '封面', picture: '标题、要点和图', body: '标题和正文' } as const satisfies Record<
  OwnLayout,
  string
>

/** Returns the path of a layout of ours. */
export const layoutPath = (layout: OwnLayout) => `ppt/slideLayouts/slideLayout${ownLayouts.indexOf(layout) + 1}.xml`
const masterPath = 'ppt/slideMasters/slideMaster1.xml'
/** The master of notes, for our decks and for templates that have none. */
export const notesMasterPath = 'ppt/notesMasters/notesMaster1.xml'
const type = (name: string) => `application/vnd.openxmlformats-officedocument.presentationml.${name}+xml`
const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml'

/** Returns the parts below a deck's slides. */
export function foundationParts(shape: SlideShape): Part[] {
  return [
    {
      path: masterPath,
      contentType: type('slideMaster'),
      content: masterXml(slideBoxes(shape)),
      relationships: [
        ...ownLayouts.map((layout, at) => ({ id: `rId${at + 1}`, type: 'slideLayout', target: layoutPath(layout) })),
        { id: `rId${ownLayouts.length + 1}`, type: 'theme', target: 'ppt/theme/theme1.xml' },
      ],
    },
    { path: 'ppt/theme/theme1.xml', contentType: themeType, content: themeXml('渝览') },
    ...ownLayouts.map((layout) => ({
      path: layoutPath(layout),
      contentType: type('slideLayout'),
      content: layoutXml(layout, shape),
      relationships: [{ id: 'rId1', type: 'slideMaster', target: masterPath }],
    })),
    ...notesFoundation('ppt/theme/theme2.xml'),
  ]
}

/** Returns the master of notes and its theme, at a path no other theme has. */
export function notesFoundation(themePath: string): Part[] {
  return [
    {
      path: notesMasterPath,
      contentType: type('notesMaster'),
      content: notesMasterXml(),
      relationships: [{ id: 'rId1', type: 'theme', target: themePath }],
    },
    { path: themePath, contentType: themeType, content: themeXml('备注') },
  ]
}

const colourMap = element('p:clrMap', {
  ...{ bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`accent${at}`, `accent${at}`])),
  ...{ hlink: 'hlink', folHlink: 'folHlink' },
})

const paper = element(
  'p:bg',
  {},
  element('p:bgPr', {}, element('a:solidFill', {}, element('a:schemeClr', { val: 'bg1' })), element('a:effectLst')),
)
const inherit = element('p:clrMapOvr', {}, element('a:masterClrMapping'))

const prompt = (text: string): Paragraph[] => [{ runs: [{ text }] }]

function holder(id: number, placeholder: Placeholder, box: Box, text: string, anchor: 't' | 'ctr' | 'b' = 't') {
  return textShape({ id, name: text, box }, prompt(text), ownFonts, { placeholder, anchor })
}

function masterXml({ title, body, footnote }: SlideBoxes): string {
  const level = (size: number, colour: string, bold?: 1) =>
    element(
      'a:lvl1pPr',
      { marL: 0, indent: 0, algn: 'l', eaLnBrk: 1, latinLnBrk: 0 },
      element('a:buNone'),
      element(
        'a:defRPr',
        { lang: 'zh-CN', altLang: 'en-US', sz: size * 100, b: bold },
        element('a:solidFill', {}, element('a:schemeClr', { val: colour })),
        element('a:latin', { typeface: '+mn-lt' }),
        element('a:ea', { typeface: '+mn-ea' }),
      ),
    )
  const shapes = [
    holder(2, { type: 'title' }, title, '标题', 'ctr'),
    holder(3, { type: 'body', index: 1 }, body, '正文'),
    holder(4, { type: 'ftr', index: 11 }, footnote, '来源'),
  ]
  return presentationRoot(
    'p:sldMaster',
    {},
    element('p:cSld', {}, paper, shapeTree(shapes)),
    colourMap,
    element(
      'p:sldLayoutIdLst',
      {},
      ...ownLayouts.map((_, at) => element('p:sldLayoutId', { id: 2147483649 + at, 'r:id': `rId${at + 1}` })),
    ),
    element(
      'p:txStyles',
      {},
      element('p:titleStyle', {}, level(28, 'tx1', 1)),
      element('p:bodyStyle', {}, level(18, 'tx1')),
      element('p:otherStyle', {}, level(12, 'tx1')),
    ),
  )
}

function layoutXml(layout: OwnLayout, shape: SlideShape): string {
  const boxes = slideBoxes(shape)
  const { width, height } = slideShapes[shape]
  const middle = (y: number, tall: number): Box => ({
    ...{ x: centimetres(2), width: width - centimetres(4) },
    ...{ y: Math.round(height * y), height: centimetres(tall) },
  })
  const footnote = holder(4, { type: 'ftr', index: 11 }, boxes.footnote, '来源')
  const shapes = {
    title: [
      holder(2, { type: 'ctrTitle' }, middle(0.3, 3), '标题', 'b'),
      holder(3, { type: 'subTitle', index: 1 }, middle(0.52, 2.4), '副标题'),
      footnote,
    ],
    picture: [
      holder(2, { type: 'title' }, boxes.title, '标题', 'ctr'),
      holder(3, { type: 'body', index: 1 }, boxes.text, '要点'),
      holder(5, { type: 'pic', index: 13 }, boxes.picture, '图'),
      footnote,
    ],
    body: [
      holder(2, { type: 'title' }, boxes.title, '标题', 'ctr'),
      holder(3, { type: 'body', index: 1 }, boxes.body, '正文'),
      footnote,
    ],
  } as const satisfies Record<OwnLayout, readonly string[]>
  const kinds = { title: 'title', picture: 'picTx', body: 'obj' } as const satisfies Record<OwnLayout, string>
  return presentationRoot(
    'p:sldLayout',
    { type: kinds[layout], preserve: 1 },
    element('p:cSld', { name: layoutNames[layout] }, shapeTree(shapes[layout])),
    inherit,
  )
}

function notesMasterXml(): string {
  const width = 6_858_000
  const image: Box = { x: 685_800, y: 1_143_000, width: 5_486_400, height: 3_086_100 }
  const text: Box = { x: 685_800, y: 4_400_550, width: width - 2 * 685_800, height: 3_600_450 }
  const picture = element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: 2, name: '幻灯片' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
      element('p:nvPr', {}, element('p:ph', { type: 'sldImg', idx: 2 })),
    ),
    element(
      'p:spPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', { x: image.x, y: image.y }),
        element('a:ext', { cx: image.width, cy: image.height }),
      ),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
  )
  return presentationRoot(
    'p:notesMaster',
    {},
    element('p:cSld', {}, paper, shapeTree([picture, holder(3, { type: 'body', index: 3 }, text, '备注')])),
    colourMap,
  )
}

const colours = {
  dk1: '26231F',
  lt1: 'FFFDF8',
  dk2: '5C4A2E',
  lt2: 'EFE8DA',
  accent1: 'B4432F',
  accent2: '7A5C2E',
  accent3: '3F7A4A',
  accent4: '2F6F9F',
  accent5: '8A5A9E',
  accent6: 'C08A2B',
  hlink: '2F6F9F',
  folHlink: '8A5A9E',
}

function themeXml(name: string): string {
  const scheme = Object.entries(colours).map(([key, val]) => element(`a:${key}`, {}, element('a:srgbClr', { val })))
  const font = (kind: string) =>
    element(
      `a:${kind}`,
      {},
      element('a:latin', { typeface: ownFonts.latin }),
      element('a:ea', { typeface: ownFonts.eastAsian }),
      element('a:cs', { typeface: '' }),
      element('a:font', { script: 'Hans', typeface: ownFonts.eastAsian }),
    )
  const plain = element('a:solidFill', {}, element('a:schemeClr', { val: 'phClr' }))
  const line = (w: number) => element('a:ln', { w }, plain, element('a:prstDash', { val: 'solid' }))
  const noEffect = element('a:effectStyle', {}, element('a:effectLst'))
  return xmlDocument(
    element(
      'a:theme',
      { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name },
      element(
        'a:themeElements',
        {},
        element('a:clrScheme', { name }, ...scheme),
        element('a:fontScheme', { name }, font('majorFont'), font('minorFont')),
        element(
          'a:fmtScheme',
          { name },
          element('a:fillStyleLst', {}, plain, plain, plain),
          element('a:lnStyleLst', {}, line(6350), line(12_700), line(19_050)),
          element('a:effectStyleLst', {}, noEffect, noEffect, noEffect),
          element('a:bgFillStyleLst', {}, plain, plain, plain),
        ),
      ),
    ),
  )
}
