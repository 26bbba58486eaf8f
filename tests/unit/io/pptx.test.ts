import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { ownDeck } from '../../../src/io/formats/pptx/deck'
import { pptxBytes } from '../../../src/io/formats/pptx/pptx'
import { deckOfOlder, renewDeck } from '../../../src/io/formats/pptx/renew'
import { templateDeck } from '../../../src/io/formats/pptx/template'
import { qrPng } from '../../../src/io/formats/qr-png'
import type { Handout } from '../../../src/model/handout/handout'
import { sampleHandout, samplePicture } from '../../fixtures/handout'
import { type Breach, officeBreaches } from '../../fixtures/office-rules'

const words = {
  sources: '来源：',
  moreSources: (count: number) => `另 ${count} 处见备注`,
  andMore: '等',
  openMap: '打开地图',
  code: '打开地图的二维码',
  ownData: '自备数据·未核',
}
const pictures = new Map([['scene:1', samplePicture()]])
const write = (handout: Handout = sampleHandout, deck = ownDeck('wide')) =>
  pptxBytes(handout, pictures, {
    deck,
    words,
    codeOf: qrPng,
    workbooks: new Map(handout.pages.flatMap(({ charts }) => charts.map((chart) => [chart, strToU8('rows')]))),
  })
const slideText = (bytes: Uint8Array, no: number) =>
  strFromU8(unzipSync(bytes)[`ppt/slides/slide${no}.xml`] ?? new Uint8Array())

describe('a deck keeps every rule', () => {
  test.each(['wide', 'classic'] as const)('%s', (shape) => {
    expect(officeBreaches(write(sampleHandout, ownDeck(shape)))).toEqual([])
  })

  test('with text that XML would not take', () => {
    const title = '控制符\u0000\u000b与\ud800半个字'
    const bytes = write({ ...sampleHandout, title })
    expect(officeBreaches(bytes)).toEqual([])
    expect(slideText(bytes, 1)).toContain('控制符与半个字')
  })
})

/** Each rule is broken on purpose, so that the check of the rule is known to fail. */
const spoiled: readonly [Breach['rule'], string, (files: { [path: string]: Uint8Array }) => void][] = [
  [
    'content-types',
    'a part without a type',
    (files) => {
      files['ppt/media/odd.bin'] = new Uint8Array(3)
    },
  ],
  [
    'content-types',
    'an override without its part',
    (files) => {
      delete files['docProps/core.xml']
    },
  ],
  [
    'relationships',
    'a target that is missing',
    (files) => {
      delete files['ppt/media/picture2.png']
    },
  ],
  [
    'relationships',
    '& escaped twice',
    (files) => edit(files, 'ppt/slides/_rels/slide2.xml.rels', '&amp;from', '&amp;amp;from'),
  ],
  [
    'relationships',
    'an id that stands twice',
    (files) => edit(files, 'ppt/slides/_rels/slide2.xml.rels', 'Id="rId2"', 'Id="rId1"'),
  ],
  ['xml', 'a sign XML forbids', (files) => edit(files, 'ppt/slides/slide2.xml', '两山', '两\u0001山')],
  ['xml', 'a tag that does not end', (files) => edit(files, 'ppt/slides/slide2.xml', '</p:cSld>', '')],
  ['text', 'a shape without text', (files) => editAll(files, 'ppt/slides/slide2.xml', /<p:txBody>.*?<\/p:txBody>/, '')],
  ['ids', 'an id that stands twice', (files) => edit(files, 'ppt/slides/slide2.xml', 'id="3"', 'id="2"')],
  [
    'fonts',
    'a run without its East Asian font',
    (files) => editAll(files, 'ppt/slides/slide2.xml', /<a:ea [^>]*>/, ''),
  ],
  ['language', 'a run without its language', (files) => edit(files, 'ppt/slides/slide2.xml', ' lang="zh-CN"', '')],
  [
    'media',
    'a picture of another sort',
    (files) => {
      files['ppt/media/picture2.png'] = strToU8('GIF89a')
    },
  ],
  [
    'notes',
    'notes that do not know their slide',
    (files) => editAll(files, 'ppt/notesSlides/_rels/notesSlide2.xml.rels', /<Relationship Id="rId2"[^>]*>/, ''),
  ],
  ['lengths', 'half an EMU', (files) => editAll(files, 'ppt/slides/slide2.xml', /cx="(\d+)"/, 'cx="$1.5"')],
]

function edit(files: { [path: string]: Uint8Array }, path: string, from: string, to: string) {
  const text = strFromU8(files[path] ?? new Uint8Array())
  expect(text, `${path} holds ${from}`).toContain(from)
  files[path] = strToU8(text.replace(from, to))
}

function editAll(files: { [path: string]: Uint8Array }, path: string, from: RegExp, to: string) {
  const text = strFromU8(files[path] ?? new Uint8Array())
  expect(text, `${path} matches ${from}`).toMatch(from)
  files[path] = strToU8(text.replace(from, to))
}

test.each(spoiled)('a file is found out: %s, %s', (rule, _, spoil) => {
  const files = { ...unzipSync(write()) }
  spoil(files)
  expect(officeBreaches(zipSync(files)).map((breach) => breach.rule)).toContain(rule)
})

test('a zip with folders or in another order is found out', () => {
  const { '[Content_Types].xml': types, ...rest } = unzipSync(write())
  const bytes = zipSync({ 'ppt/': new Uint8Array(), ...rest, '[Content_Types].xml': types ?? new Uint8Array() })
  expect(officeBreaches(bytes).filter(({ rule }) => rule === 'zip').length).toBeGreaterThanOrEqual(2)
})

test('a slide a page, with its notes, sources, link and table', () => {
  const bytes = write()
  const files = unzipSync(bytes)
  expect(slideText(bytes, 2)).toContain('森林覆盖率 45 %')
  expect(slideText(bytes, 2)).toContain('[1] 《规划》（2020-12）四（一）')
  expect(strFromU8(files['ppt/notesSlides/notesSlide2.xml'] ?? new Uint8Array())).toContain('先看全区。')
  expect(strFromU8(files['ppt/slides/_rels/slide2.xml.rels'] ?? new Uint8Array())).toContain('from=deck')
  expect(slideText(bytes, 4)).toContain('<a:tbl>')
  expect(Object.keys(files)).toContain('ppt/charts/chart3.xml')
})

test('own data is marked on every slide that shows it, and on no other', () => {
  const [page] = sampleHandout.pages
  const points = Array.from({ length: 20 }, () => page?.points ?? []).flat()
  const bytes = write({
    ...sampleHandout,
    pages: sampleHandout.pages.map((one) => (one === page ? { ...one, points, ownData: true } : one)),
  })
  const slides = Object.keys(unzipSync(bytes)).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
  const texts = slides.map((_, at) => slideText(bytes, at + 1))
  expect(texts.filter((text) => text.includes(page?.title ?? '')).length).toBeGreaterThan(1)
  const showing = texts.filter((text) => text.includes('name="渝览 图"'))
  expect(showing).toHaveLength(1)
  expect(texts.map((text) => text.includes('自备数据·未核'))).toEqual(texts.map((text) => showing.includes(text)))
})

test('several charts share a slide; a long table goes on until all its rows stand', () => {
  const [first, second] = sampleHandout.pages
  const charts = Array.from({ length: 5 }, () => second?.charts[0]).flatMap((one) => one ?? [])
  const table = second?.tables[0]
  const rows = Array.from({ length: 40 }, (_, at) => [`${at + 1}`, `第 ${at + 1} 个项目`, at])
  const bytes = write({
    ...sampleHandout,
    pages: [{ ...(first ?? expect.fail()), points: [], charts, tables: table ? [{ ...table, rows }] : [] }],
  })
  expect(officeBreaches(bytes)).toEqual([])
  const files = unzipSync(bytes)
  const counts = [2, 3, 4, 5, 6, 7].map((no) => [
    (slideText(bytes, no).match(/<c:chart /g) ?? []).length,
    (slideText(bytes, no).match(/<a:tr /g) ?? []).length,
  ])
  expect(counts.map(([count]) => count)).toEqual([0, 3, 2, 0, 0, 0])
  expect(counts.reduce((sum, [, count = 0]) => sum + Math.max(0, count - 1), 0)).toBe(40)
  expect(Object.keys(files)).toContain('ppt/charts/chart3-3.xml')
})

test('the same handout gives the same bytes', () => {
  expect(write()).toEqual(write(structuredClone(sampleHandout)))
})

describe('renewal', () => {
  const changedPages = sampleHandout.pages.map((page) =>
    page.id === 'scene:1'
      ? {
          ...page,
          points: page.points.map((point, at) => (at === 0 ? { ...point, detail: '目标 · 森林覆盖率 46 %' } : point)),
        }
      : page,
  )
  const today = write({ ...sampleHandout, pages: changedPages })

  test('writes only the slides whose figures moved, and lists them', () => {
    const old = write()
    const renewal = renewDeck(old, today)
    expect(renewal?.changed.map(({ id, no }) => [id, no])).toEqual([['scene:1', 2]])
    const [before, after] = [unzipSync(old), unzipSync(renewal?.bytes ?? new Uint8Array())]
    const different = Object.keys(before).filter(
      (path) => strFromU8(before[path] ?? new Uint8Array(), true) !== strFromU8(after[path] ?? new Uint8Array(), true),
    )
    expect(different).toEqual(['ppt/slides/slide2.xml'])
    expect(officeBreaches(renewal?.bytes ?? new Uint8Array())).toEqual([])
    expect(slideText(renewal?.bytes ?? new Uint8Array(), 2)).toContain('森林覆盖率 46 %')
  })

  test('leaves what others moved where they moved it', () => {
    const files = { ...unzipSync(write()) }
    editAll(files, 'ppt/slides/slide2.xml', /(name="渝览 要点"[\s\S]*?<a:off x=")\d+/, '$112345')
    const renewal = renewDeck(zipSync(files), today)
    expect(slideText(renewal?.bytes ?? new Uint8Array(), 2)).toContain('x="12345"')
  })

  test.each(['wide', 'classic'] as const)('finds the %s layouts again that a deck of ours was laid upon', (shape) => {
    const deck = deckOfOlder(write(sampleHandout, ownDeck(shape)))
    expect(deck).toEqual(ownDeck(shape))
    expect(deckOfOlder(strToU8('no deck'))).toBeUndefined()
  })

  test('finds the places of a template again, so that the same statements fall into the same slides', () => {
    const files = unzipSync(write())
    const path = 'ppt/slideLayouts/slideLayout2.xml'
    files[path] = strToU8(strFromU8(files[path] ?? new Uint8Array()).replace('name="标题、要点和图"', 'name="单位"'))
    const lent = templateDeck(zipSync(files))
    if (!lent.ok) throw new Error(lent.fault)
    const older = write(sampleHandout, lent.deck)
    const found = deckOfOlder(older)
    expect(found?.layouts).toEqual(lent.deck.layouts)
    expect(found?.layouts).not.toEqual(ownDeck('wide').layouts)
    const renewal = renewDeck(older, write(sampleHandout, found))
    expect(renewal).toMatchObject({ changed: [], missing: [], gone: [] })
  })

  test('changes nothing where nothing moved; knows no foreign deck', () => {
    const old = write()
    const renewal = renewDeck(old, write())
    expect(renewal?.changed).toEqual([])
    expect(unzipSync(renewal?.bytes ?? new Uint8Array())).toEqual(unzipSync(old))
    expect(renewDeck(strToU8('no deck'), old)).toBeUndefined()
  })
})

describe('a template', () => {
  test('lends its layouts', () => {
    const read = templateDeck(write())
    expect(read.ok).toBe(true)
    if (!read.ok) return
    const bytes = write(sampleHandout, read.deck)
    expect(officeBreaches(bytes)).toEqual([])
    expect(slideText(bytes, 2)).toContain('两山')
  })

  /** A deck of ours as a template, with its master changed. */
  const changed = (change: (master: string) => string) => {
    const files = unzipSync(write())
    const path = 'ppt/slideMasters/slideMaster1.xml'
    files[path] = strToU8(change(strFromU8(files[path] ?? new Uint8Array())))
    const read = templateDeck(zipSync(files))
    if (!read.ok) throw new Error(read.fault)
    return read.deck
  }
  const slideColours = (bytes: Uint8Array, no: number) =>
    [...slideText(bytes, no).matchAll(/<a:rPr [^>]*><a:solidFill><a:(?:srgbClr|schemeClr) val="(\w+)"/g)].map(
      ([, colour]) => colour,
    )

  test('with dark ground by its colour map: what is said in passing is as light as the text it inherits', () => {
    const deck = changed((master) => master.replace(/bg1="lt1" tx1="dk1"/, 'bg1="dk1" tx1="lt1"'))
    expect(deck.layouts.body).toMatchObject({ ink: { isLight: true, quiet: 'FFFDF8' }, textStyle: {}, titleStyle: {} })
    const bytes = write(sampleHandout, deck)
    expect(officeBreaches(bytes)).toEqual([])
    expect(new Set(slideColours(bytes, 2))).toEqual(new Set(['FFFDF8']))
    expect(slideText(bytes, 2)).toContain('hlinkClr')
    const chart = strFromU8(unzipSync(bytes)['ppt/charts/chart3.xml'] ?? new Uint8Array())
    expect(chart).toContain('</c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFDF8"/>')
  })

  test('that is dark on its sample text alone: slides say the colour, the size and the middle themselves', () => {
    const deck = changed((master) =>
      master
        .replace(/<p:txStyles>.*<\/p:txStyles>/, '')
        .replace(/<a:endParaRPr ([^>]*?)\/?>/g, '<a:endParaRPr sz="3200" $1>')
        .replace(/(<a:(?:rPr|endParaRPr) [^>]*>)/g, '$1<a:solidFill><a:srgbClr val="ffffff"/></a:solidFill>')
        .replaceAll('marL="0" indent="0"', 'marL="0" indent="0" algn="ctr"'),
    )
    const { ink, titleStyle } = deck.layouts.body
    expect(ink).toEqual({ text: 'FFFFFF', quiet: 'FFFFFF', isLight: true })
    expect(titleStyle).toMatchObject({ colour: 'FFFFFF', align: 'ctr' })
    const bytes = write(sampleHandout, deck)
    expect(officeBreaches(bytes).filter(({ where }) => !where.startsWith('ppt/slideMasters/'))).toEqual([])
    expect(new Set(slideColours(bytes, 2))).toEqual(new Set(['FFFFFF']))
  })

  test('with light ground keeps its own colours, and its links theirs', () => {
    const deck = changed((master) => master)
    expect(deck.layouts.body.ink).toEqual({ text: 'tx1', quiet: 'tx1', isLight: false })
    expect(slideText(write(sampleHandout, deck), 2)).not.toContain('hlinkClr')
  })

  test('is refused with a reason if it is none', () => {
    expect(templateDeck(strToU8('hello'))).toEqual({ ok: false, fault: 'no-package' })
    expect(templateDeck(zipSync({ 'a.txt': strToU8('a') }))).toEqual({ ok: false, fault: 'no-presentation' })
  })
})
