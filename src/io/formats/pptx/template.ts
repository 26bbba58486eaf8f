/** A deck on the owner's template: its masters, layouts, themes and pictures, without its slides. */
import type { Document, Element } from '@xmldom/xmldom'
import { openPackage, type PackageFiles, type Part, textOf } from '../ooxml/package'
import { elementOf, elementsOf, isOfType, parseXml, partsFrom, relationshipsOf } from '../ooxml/read'
import type { Deck, DeckLayout } from './deck'
import { notesFoundation, notesMasterPath, type OwnLayout } from './foundation'
import { type Box, centimetres } from './measures'
import type { Placeholder } from './shapes'
import { type Fonts, ownFonts } from './text'

/** Why a file is no template. */
export type TemplateFault = 'no-package' | 'no-presentation' | 'no-layout'

interface ReadPlaceholder {
  type: string
  index?: number
  box?: Box
}

interface ReadLayout {
  path: string
  name: string
  placeholders: readonly ReadPlaceholder[]
}

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
  const layouts = masters.flatMap(({ target }) => layoutsOf(files, target))
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

function layoutsOf(files: PackageFiles, master: string): ReadLayout[] {
  const inherited = placeholdersOf(parseXml(textOf(files, master)))
  return relationshipsOf(files, master)
    .filter((one) => isOfType(one, 'slideLayout'))
    .flatMap(({ target }) => {
      const document = parseXml(textOf(files, target))
      if (!document) return []
      const placeholders = placeholdersOf(document).map((one) => ({
        ...one,
        box: one.box ?? inherited.find(({ type }) => masterType(type) === masterType(one.type))?.box,
      }))
      return [{ path: target, name: elementOf(document, 'p:cSld')?.getAttribute('name') ?? '', placeholders }]
    })
}

/** What a layout's placeholder inherits its place from. */
const masterType = (type: string) => ({ ctrTitle: 'title', subTitle: 'body', obj: 'body', pic: 'body' })[type] ?? type

const placeholdersOf = (document: Document | undefined): ReadPlaceholder[] =>
  [...elementsOf(document, 'p:sp'), ...elementsOf(document, 'p:pic')].flatMap((shape) => {
    const holder = elementOf(shape, 'p:ph')
    if (!holder) return []
    const index = holder.getAttribute('idx')
    return [
      { type: holder.getAttribute('type') ?? 'obj', ...(index ? { index: Number(index) } : {}), box: boxOf(shape) },
    ]
  })

function boxOf(shape: Element): Box | undefined {
  const [offset, extent] = [elementOf(shape, 'a:off'), elementOf(shape, 'a:ext')]
  const number = (node: Element | undefined, name: string) => Number(node?.getAttribute(name))
  const box = {
    x: number(offset, 'x'),
    y: number(offset, 'y'),
    width: number(extent, 'cx'),
    height: number(extent, 'cy'),
  }
  return Object.values(box).every(Number.isFinite) && box.width > 0 ? box : undefined
}

const isTitle = ({ type }: ReadPlaceholder) => type === 'title' || type === 'ctrTitle'
const isText = ({ type }: ReadPlaceholder) => type === 'body' || type === 'obj' || type === 'subTitle'

/** The layouts that serve best: a cover, one with room for a picture beside text, and one for text. */
function chooseLayouts(layouts: readonly ReadLayout[]): { [layout in OwnLayout]: ReadLayout } | undefined {
  // Roomiest first: a layout for the headings of parts has a line for text too.
  const room = ({ placeholders }: ReadLayout) =>
    placeholders
      .filter((one) => isText(one) || one.type === 'pic')
      .reduce((sum, { box }) => sum + (box ? box.width * box.height : 0), 0)
  const titled = layouts
    .filter(({ placeholders }) => placeholders.some(isTitle))
    .sort((one, other) => room(other) - room(one))
  const count = (layout: ReadLayout, is: (one: ReadPlaceholder) => boolean) => layout.placeholders.filter(is).length
  const isPicture = ({ type }: ReadPlaceholder) => type === 'pic'
  const body =
    titled.find((one) => count(one, isText) === 1 && count(one, isPicture) === 0 && !isCover(one)) ?? titled[0]
  if (!body) return undefined
  return {
    title: titled.find(isCover) ?? body,
    picture:
      titled.find((one) => count(one, isPicture) === 1 && count(one, isText) >= 1) ??
      titled.find((one) => count(one, isText) === 2 && !isCover(one)) ??
      body,
    body,
  }
}

const isCover = ({ placeholders }: ReadLayout) => placeholders.some(({ type }) => type === 'ctrTitle')

function deckLayout(
  { path, placeholders }: ReadLayout,
  size: { width: number; height: number },
  use: OwnLayout,
): DeckLayout {
  const margin = centimetres(1.2)
  const free: Box = {
    x: margin,
    y: centimetres(3),
    width: size.width - 2 * margin,
    height: size.height - centimetres(5.4),
  }
  const title = placeholders.find(isTitle)
  const texts = placeholders.filter(isText)
  const picture = use === 'picture' ? (placeholders.find(({ type }) => type === 'pic') ?? texts[1]) : undefined
  const text = texts[0]
  // A text that would lie under the picture gives it room.
  const whole = clearOfFoot(text?.box ?? free, size)
  const [left, right] = halves(whole)
  const beside = use === 'picture'
  return {
    path,
    title: asPlaceholder(title) ?? { type: 'title' },
    titleBox: title?.box ?? { x: margin, y: margin, width: size.width - 2 * margin, height: centimetres(1.7) },
    ...(text ? { text: asPlaceholder(text) } : {}),
    textBox: beside && !picture ? left : whole,
    ...(picture ? { picture: asPlaceholder(picture) } : {}),
    pictureBox: picture?.box ? clearOfFoot(picture.box, size) : beside ? right : whole,
  }
}

const asPlaceholder = (read: ReadPlaceholder | undefined): Placeholder | undefined =>
  read && { type: read.type as Placeholder['type'], ...(read.index === undefined ? {} : { index: read.index }) }

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

function edgeBoxes(size: { width: number; height: number }, { pictureBox }: DeckLayout) {
  const margin = centimetres(1.2)
  const code = centimetres(1.7)
  const y = size.height - footHeight + centimetres(0.2)
  const legendHeight = centimetres(0.9)
  return {
    legendBox: { ...pictureBox, y: pictureBox.y + pictureBox.height - legendHeight, height: legendHeight },
    footnoteBox: { x: margin, y, width: size.width - 2 * margin - code - centimetres(0.4), height: centimetres(1.8) },
    codeBox: { x: size.width - margin - code, y, width: code, height: code },
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
