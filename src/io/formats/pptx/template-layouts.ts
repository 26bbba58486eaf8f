/** The layouts of a template, and which of them serve best. */
import type { Document, Element } from '@xmldom/xmldom'
import { type PackageFiles, textOf } from '../ooxml/package'
import { elementOf, elementsOf, isOfType, parseXml, relationshipsOf } from '../ooxml/read'
import type { OwnLayout } from './foundation'
import type { Box } from './measures'
import { type SampleStyle, type StyleSource, sampleStyle } from './template-text'

/** A placeholder of a layout. */
export interface ReadPlaceholder {
  type: string
  index?: number
  box?: Box
  style: SampleStyle
}

/** A layout with the placeholders of its master, which are better ones where the layout's own leave no room. */
export interface ReadLayout {
  path: string
  placeholders: readonly ReadPlaceholder[]
  master: { title?: ReadPlaceholder; body?: ReadPlaceholder }
  /** It stands as another master's slides do: some programs write the layouts of all masters by the last. */
  isOfAnother: boolean
}

/** Returns the layouts of a master. */
export function layoutsOf(files: PackageFiles, master: string): ReadLayout[] {
  const theme = relationshipsOf(files, master).find((one) => isOfType(one, 'theme'))?.target
  const source = { master: parseXml(textOf(files, master)), theme: theme ? parseXml(textOf(files, theme)) : undefined }
  const inherited = placeholdersOf(source.master, source)
  const ofMaster = (type: string) => inherited.find((one) => masterType(one.type) === type)
  return relationshipsOf(files, master)
    .filter((one) => isOfType(one, 'slideLayout'))
    .flatMap(({ target }) => {
      const document = parseXml(textOf(files, target))
      if (!document) return []
      const placeholders = placeholdersOf(document, source).map((one) => ({
        ...one,
        box: one.box ?? ofMaster(masterType(one.type))?.box,
      }))
      const above = { title: ofMaster('title'), body: ofMaster('body') }
      return [{ path: target, placeholders, master: above, isOfAnother: false }]
    })
}

/** What a layout's placeholder inherits its place from. */
const masterType = (type: string) => ({ ctrTitle: 'title', subTitle: 'body', obj: 'body', pic: 'body' })[type] ?? type

const placeholdersOf = (document: Document | undefined, source: StyleSource): ReadPlaceholder[] =>
  [...elementsOf(document, 'p:sp'), ...elementsOf(document, 'p:pic')].flatMap((shape) => {
    const holder = elementOf(shape, 'p:ph')
    if (!holder) return []
    const index = holder.getAttribute('idx')
    const type = holder.getAttribute('type') ?? 'obj'
    const style = sampleStyle(shape, masterType(type), source)
    return [{ type, style, ...(index ? { index: Number(index) } : {}), box: boxOf(shape) }]
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

/** Returns whether a placeholder is a slide's title. */
export const isTitle = ({ type }: ReadPlaceholder) => type === 'title' || type === 'ctrTitle'
/** Returns whether text may stand in a placeholder. */
export const isText = ({ type }: ReadPlaceholder) => type === 'body' || type === 'obj' || type === 'subTitle'
const isBody = (one: ReadPlaceholder) => isText(one) && one.type !== 'subTitle'
const isPicture = ({ type }: ReadPlaceholder) => type === 'pic'
const isCover = ({ placeholders }: ReadLayout) => placeholders.some(({ type }) => type === 'ctrTitle')
const hasSubtitle = ({ placeholders }: ReadLayout) => placeholders.some(({ type }) => type === 'subTitle')
const area = (box: Box | undefined) => (box ? box.width * box.height : 0)

/** Returns the layouts that serve best: a cover, one with room for a picture beside text, and one for text; undefined if none has a title. */
export function chooseLayouts(layouts: readonly ReadLayout[]): { [layout in OwnLayout]: ReadLayout } | undefined {
  // Roomiest first: a layout, and a master, for the headings of parts has a line for text too.
  const room = ({ placeholders }: ReadLayout) =>
    placeholders.filter((one) => isText(one) || isPicture(one)).reduce((sum, { box }) => sum + area(box), 0)
  const titled = layouts.filter(({ placeholders }) => placeholders.some(isTitle))
  const roomiest = [...titled].sort(
    (one, other) => area(other.master.body?.box) - area(one.master.body?.box) || room(other) - room(one),
  )
  const count = (layout: ReadLayout, is: (one: ReadPlaceholder) => boolean) => layout.placeholders.filter(is).length
  const holds = (texts: number, pictures: number) => (layout: ReadLayout) =>
    count(layout, isBody) === texts && count(layout, isText) === texts && count(layout, isPicture) === pictures
  const body =
    roomiest.find((one) => holds(1, 0)(one) && !isCover(one)) ??
    roomiest.find((one) => count(one, isText) === 1 && count(one, isPicture) === 0 && !isCover(one)) ??
    roomiest[0]
  if (!body) return undefined
  return {
    title: coverAmong(titled.filter(isCover)) ?? coverAmong(titled.filter(hasSubtitle)) ?? body,
    picture:
      roomiest.find((one) => count(one, isPicture) === 1 && count(one, isText) >= 1) ??
      roomiest.find((one) => holds(2, 0)(one) && !isCover(one)) ??
      body,
    body,
  }
}

/** The first, but one that stands where its master's title does before one that was made for another master. */
const coverAmong = (layouts: readonly ReadLayout[]) => layouts.find(isAtHome) ?? layouts[0]

const isAtHome = ({ placeholders, master }: ReadLayout) => standsAs(placeholders.find(isTitle)?.box, master.title?.box)

const standsAs = (one: Box | undefined, other: Box | undefined) =>
  one !== undefined && other !== undefined && one.x === other.x && one.y === other.y

/** Returns the layouts of all masters, each told whether it stands as another master's slides do. */
export const atHomeOrNot = (layouts: readonly ReadLayout[]): ReadLayout[] =>
  layouts.map((layout) => ({
    ...layout,
    isOfAnother:
      !isAtHome(layout) &&
      layouts.some(({ master }) => standsAs(layout.placeholders.find(isTitle)?.box, master.title?.box)),
  }))
