/**
 * Renews a deck of ours, edited by others or not: only slides whose statements have changed are written again, each in
 * its own shapes, where they stand now.
 */
import { type Element, XMLSerializer } from '@xmldom/xmldom'
import { strFromU8, strToU8 } from 'fflate'
import { openPackage, type PackageFiles, textOf, zippedFiles } from '../ooxml/package'
import { elementOf, elementsOf, isOfType, parseXml, relationshipsOf } from '../ooxml/read'
import { type Deck, ownDeck } from './deck'
import { layoutNames, layoutPath } from './foundation'
import { readMark, type SlideMark } from './mark'
import { slideShapes } from './measures'
import { shapeNames } from './slide-context'
import { templateDeck } from './template'

/** A slide of a deck, as a renewal speaks of it. */
export interface RenewedSlide {
  /** As the deck counts them, from 1. */
  no: number
  id: string
  title: string
}

/** A renewed deck, and what it came to. */
export interface Renewal {
  bytes: Uint8Array
  changed: readonly RenewedSlide[]
  /** Slides of ours that say what they said. */
  same: number
  /** Pages of today that the deck has no slide of. */
  missing: readonly string[]
  /** Slides whose pages are no longer there. */
  gone: readonly RenewedSlide[]
}

interface FoundSlide extends RenewedSlide {
  path: string
  mark: SlideMark
}

/**
 * Returns a deck with the statements of a newly written one; undefined if it is no deck of ours. Never throws.
 */
export function renewDeck(deck: Uint8Array, today: Uint8Array): Renewal | undefined {
  const [before, after] = [openPackage(deck), openPackage(today)]
  if (!before || !after) return undefined
  const [old, fresh] = [markedSlides(before), markedSlides(after)]
  if (old.length === 0) return undefined
  const files = new Map(before)
  const changed: RenewedSlide[] = []
  for (const slide of old) {
    const match = fresh.find(({ mark }) => mark.id === slide.mark.id)
    if (!match || match.mark.digest === slide.mark.digest) continue
    renewSlide(files, slide.path, after, match.path)
    changed.push({ no: slide.no, id: slide.id, title: match.title })
  }
  const ids = new Set(old.map(({ id }) => id))
  const todays = new Set(fresh.map(({ id }) => id))
  return {
    bytes: zippedFiles(files),
    changed,
    same: old.filter(({ id }) => todays.has(id)).length - changed.length,
    missing: fresh.filter(({ id }) => !ids.has(id)).map(({ title }) => title),
    gone: old.filter(({ id }) => !todays.has(id)).map(({ no, id, title }) => ({ no, id, title })),
  }
}

/** Returns what the slides of a deck of ours were laid upon, so that today's fall into the same parts; undefined if none. */
export function deckOfOlder(bytes: Uint8Array): Deck | undefined {
  const files = openPackage(bytes)
  const layout = files && elementOf(parseXml(textOf(files, layoutPath('picture'))), 'p:cSld')
  const read = templateDeck(bytes)
  if (!read.ok) return undefined
  if (layout?.getAttribute('name') !== layoutNames.picture) return read.deck
  return ownDeck(read.deck.width === slideShapes.wide.width ? 'wide' : 'classic')
}

/** In the order of the presentation, which is not that of the files' names. */
function markedSlides(files: PackageFiles): FoundSlide[] {
  const path = relationshipsOf(files, '').find((one) => isOfType(one, 'officeDocument'))?.target ?? ''
  const related = relationshipsOf(files, path)
  return elementsOf(parseXml(textOf(files, path)), 'p:sldId').flatMap((one, at) => {
    const target = related.find(({ id }) => id === one.getAttribute('r:id'))?.target
    const shapes = target === undefined ? [] : namedShapes(parseXml(textOf(files, target)))
    const found = shapes.flatMap(({ name, shape }) => {
      const mark = readMark(name)
      return mark ? [{ mark, title: spokenText(shape) }] : []
    })[0]
    return found && target !== undefined ? [{ no: at + 1, path: target, id: found.mark.id, ...found }] : []
  })
}

function namedShapes(document: ReturnType<typeof parseXml>): { name: string; shape: Element }[] {
  return elementsOf(document, 'p:cNvPr').flatMap((one) => {
    const shape = one.parentNode?.parentNode as Element | null | undefined
    return shape ? [{ name: one.getAttribute('name') ?? '', shape }] : []
  })
}

const spokenText = (shape: Element) =>
  elementsOf(shape, 'a:t')
    .map((one) => one.textContent ?? '')
    .join('')

/** What of a shape holds statements. */
const replacedIn: { readonly [name: string]: string } = {
  [shapeNames.title]: 'p:txBody',
  [shapeNames.text]: 'p:txBody',
  [shapeNames.footnote]: 'p:txBody',
  [shapeNames.table]: 'a:tbl',
}

function renewSlide(files: Map<string, Uint8Array>, path: string, source: PackageFiles, sourcePath: string) {
  const [slide, fresh] = [parseXml(textOf(files, path)), parseXml(textOf(source, sourcePath))]
  if (!slide || !fresh) return
  const todays = namedShapes(fresh)
  for (const { name, shape } of namedShapes(slide)) {
    const base = Object.values(shapeNames).find((each) => name.startsWith(each))
    const todayShape = base && todays.find((one) => one.name.startsWith(base))
    const tag = base && replacedIn[base]
    if (!todayShape || !tag) continue
    const [was, is] = [elementOf(shape, tag), elementOf(todayShape.shape, tag)]
    if (!was || !is) continue
    const copy = slide.importNode(is, true)
    // The link of the new slide may have another relationship there.
    renumberLinks(copy, linkOf(files, path))
    was.parentNode?.replaceChild(copy, was)
    if (base === shapeNames.title) elementOf(shape, 'p:cNvPr')?.setAttribute('name', todayShape.name)
  }
  files.set(path, strToU8(new XMLSerializer().serializeToString(slide)))
  renewCharts(files, path, source, sourcePath)
}

const linkOf = (files: PackageFiles, path: string) =>
  relationshipsOf(files, path).find((one) => isOfType(one, 'hyperlink'))?.id

function renumberLinks(node: Element, id: string | undefined) {
  for (const link of elementsOf(node, 'a:hlinkClick'))
    if (id === undefined) link.parentNode?.removeChild(link)
    else link.setAttribute('r:id', id)
}

/** A chart's numbers are in a part of its own; the workbook inside goes with it. */
function renewCharts(files: Map<string, Uint8Array>, path: string, source: PackageFiles, sourcePath: string) {
  const charts = (from: PackageFiles, slide: string) =>
    relationshipsOf(from, slide).flatMap((one) => (isOfType(one, 'chart') ? one.target : []))
  const todays = charts(source, sourcePath)
  for (const [at, target] of charts(files, path).entries()) {
    const from = todays[at]
    if (from !== undefined) renewChart(files, target, source, from)
  }
}

function renewChart(files: Map<string, Uint8Array>, target: string, source: PackageFiles, from: string) {
  const content = source.get(from)
  if (!content) return
  const workbook = relationshipsOf(files, target).find((one) => isOfType(one, 'package'))
  const todaysWorkbook = relationshipsOf(source, from).find((one) => isOfType(one, 'package'))
  const xml = strFromU8(content)
  files.set(
    target,
    strToU8(
      todaysWorkbook && workbook
        ? xml.replace(`r:id="${todaysWorkbook.id}"`, `r:id="${workbook.id}"`)
        : xml.replace(/<c:externalData.*?<\/c:externalData>/, ''),
    ),
  )
  const bytes = todaysWorkbook && source.get(todaysWorkbook.target)
  if (workbook && bytes) files.set(workbook.target, bytes)
}
