/** A deck on the owner's template: its masters, layouts, themes and pictures, without its slides. */
import type { Document } from '@xmldom/xmldom'
import { openPackage, type PackageFiles, type Part, textOf } from '../ooxml/package'
import { elementOf, elementsOf, isOfType, parseXml, partsFrom, relationshipsOf } from '../ooxml/read'
import type { Deck, DeckLayout, Ink } from './deck'
import { notesFoundation, notesMasterPath, type OwnLayout } from './foundation'
import { type Box, centimetres } from './measures'
import type { Placeholder } from './shapes'
import {
  atHomeOrNot,
  chooseLayouts,
  isText,
  isTitle,
  layoutsOf,
  type ReadLayout,
  type ReadPlaceholder,
} from './template-layouts'
import { isLight } from './template-text'
import { type Fonts, ownFonts } from './text'

/** Why a file is no template. */
export type TemplateFault = 'no-package' | 'no-presentation' | 'no-layout'

/** Returns the deck of a `.pptx` or `.potx`, or why there is none. Never throws. */
export function templateDeck(bytes: Uint8Array): { ok: true; deck: Deck } | { ok: false; fault: TemplateFault } {
  const files = openPackage(bytes)
  if (!files) return { ok: false, fault: 'no-package' }
  const path = relationshipsOf(files, '').find((one) => isOfType(one, 'officeDocument'))?.target ?? ''
  const presentation = parseXml(textOf(files, path))
  if (!presentation || elementsOf(presentation, 'p:presentation').length === 0)
    return { ok: false, fault: 'no-presentation' }
  const related = relationshipsOf(files, path)
  const masters = mastersOf(presentation, related)
  const layouts = atHomeOrNot(masters.flatMap(({ target }) => layoutsOf(files, target)))
  const chosen = chooseLayouts(layouts)
  const [first] = masters
  if (!chosen || !first) return { ok: false, fault: 'no-layout' }
  const size = sizeOf(presentation)
  const notes = related.find((one) => isOfType(one, 'notesMaster'))?.target
  const starts = [...masters.map(({ target }) => target), ...(notes ? [notes] : [])]
  const parts = partsFrom(files, starts, (one) => !isOfType(one, 'slide'))
  const theme = relationshipsOf(files, first.target).find((one) => isOfType(one, 'theme'))?.target
  if (!theme) return { ok: false, fault: 'no-layout' }
  return {
    ok: true,
    deck: {
      ...size,
      fonts: fontsOf(files, theme),
      layouts: {
        title: deckLayout(chosen.title, size, 'title'),
        picture: deckLayout(chosen.picture, size, 'picture'),
        body: deckLayout(chosen.body, size, 'body'),
      },
      ...edgeBoxes(size, deckLayout(chosen.picture, size, 'picture')),
      parts: [...parts, ...(notes ? [] : notesFoundation(freeThemePath(parts)))],
      masters: masters.map(({ target }) => target),
      masterIds: masters.map(({ id }) => id),
      theme,
      notesMaster: notes ?? notesMasterPath,
    },
  }
}

function mastersOf(presentation: Document, related: ReturnType<typeof relationshipsOf>) {
  return elementsOf(presentation, 'p:sldMasterId').flatMap((one) => {
    const target = related.find(({ id }) => id === one.getAttribute('r:id'))?.target
    return target ? [{ target, id: Number(one.getAttribute('id') ?? 2147483648) }] : []
  })
}

function sizeOf(presentation: Document): { width: number; height: number } {
  const size = elementOf(presentation, 'p:sldSz')
  return {
    width: Number(size?.getAttribute('cx') ?? 12_192_000),
    height: Number(size?.getAttribute('cy') ?? 6_858_000),
  }
}

function deckLayout(layout: ReadLayout, size: { width: number; height: number }, use: OwnLayout): DeckLayout {
  const margin = centimetres(1.2)
  const free: Box = {
    x: margin,
    y: centimetres(3),
    width: size.width - 2 * margin,
    height: size.height - centimetres(5.4),
  }
  const { placeholders, master } = layout
  const title = placeholders.find(isTitle)
  const texts = placeholders.filter(isText)
  const [text] = texts
  const held = use === 'picture' ? (placeholders.find(({ type }) => type === 'pic') ?? texts[1]) : undefined
  const usesMaster = use !== 'title' && (layout.isOfAnother || leavesNoRoom(layout))
  const [titled, written] = usesMaster ? [master.title, master.body] : [title, text]
  const whole = clearOfFoot(written?.box ?? free, size)
  const picture = usesMaster ? undefined : held
  const [left, right] = halves(whole)
  const beside = use === 'picture'
  const pictureBox = picture?.box ? clearOfFoot(picture.box, size) : beside ? right : whole
  return {
    path: layout.path,
    title: asPlaceholder(title) ?? { type: 'title' },
    titleBox: titled?.box ?? { x: margin, y: margin, width: size.width - 2 * margin, height: centimetres(1.7) },
    placesTitle: usesMaster,
    ...(text ? { text: asPlaceholder(text) } : {}),
    textBox: beside && !picture ? left : whole,
    ...(held ? { picture: asPlaceholder(held) } : {}),
    pictureBox: beside ? { ...pictureBox, height: pictureBox.height - legendHeight } : pictureBox,
    ink: inkOf(written?.style),
    titleStyle: titled?.style.own ?? {},
    textStyle: written?.style.own ?? {},
  }
}

/** A layout whose places leave half of its master's room was made for something else: its master's are better. */
function leavesNoRoom({ placeholders, master }: ReadLayout): boolean {
  const heights = placeholders.filter(isText).map(({ box }) => box?.height ?? 0)
  return heights.length > 0 && (master.body?.box?.height ?? 0) > 2 * Math.max(...heights)
}

/** What is said in passing has the colour of the text: no other is known to be read on this ground. */
function inkOf(style: ReadPlaceholder['style'] | undefined): Ink {
  const light = style?.seen !== undefined && isLight(style.seen) ? style.seen : undefined
  const colour = style?.own.colour ?? light ?? 'tx1'
  return { text: colour, quiet: colour, isLight: light !== undefined }
}

const asPlaceholder = (read: ReadPlaceholder | undefined): Placeholder | undefined =>
  read && { type: read.type as Placeholder['type'], ...(read.index === undefined ? {} : { index: read.index }) }

/** Under a picture. */
const legendHeight = centimetres(0.9)
/** The strip at the foot that footnote and code need. */
const footHeight = centimetres(2.2)

function clearOfFoot(box: Box, { height }: { height: number }): Box {
  return { ...box, height: Math.max(centimetres(2), Math.min(box.height, height - footHeight - box.y)) }
}

function halves(box: Box): [Box, Box] {
  const gap = centimetres(0.6)
  const left = Math.round((box.width - gap) * 0.4)
  return [
    { ...box, width: left },
    { ...box, x: box.x + left + gap, width: box.width - left - gap },
  ]
}

/** What stands at the foot keeps the edges of the text: beyond them a template has its pictures. */
function edgeBoxes(size: { width: number; height: number }, { pictureBox, textBox }: DeckLayout) {
  const margin = centimetres(1.2)
  const code = centimetres(1.7)
  const y = size.height - footHeight + centimetres(0.2)
  const left = Math.max(margin, Math.min(textBox.x, Math.round(size.width / 4)))
  const right = size.width - margin - code
  return {
    legendBox: { ...pictureBox, y: pictureBox.y + pictureBox.height, height: legendHeight },
    footnoteBox: { x: left, y, width: right - left - centimetres(0.4), height: centimetres(1.8) },
    codeBox: { x: right, y, width: code, height: code },
  }
}

/** Those of the theme where it names a Chinese one; else ours for Chinese letters. */
function fontsOf(files: PackageFiles, theme: string): Fonts {
  const minor = elementOf(parseXml(textOf(files, theme)), 'a:minorFont')
  const named = elementOf(minor, 'a:ea')?.getAttribute('typeface')
  return { latin: '+mn-lt', eastAsian: named ? '+mn-ea' : ownFonts.eastAsian }
}

function freeThemePath(parts: readonly Part[]): string {
  let no = 1
  while (parts.some(({ path }) => path === `ppt/theme/theme${no}.xml`)) no += 1
  return `ppt/theme/theme${no}.xml`
}
