/** Files that hold the reader's own layers as data: the one HTML file, briefing files and workbooks. */
import { themeIds } from '../data/schema-ids'
import { type ExporterContext, handoutContext } from './export-context'
import { briefingFileText } from './io/briefing-file'
import { ownSlug } from './model/briefing/briefing'
import { madeToday } from './model/briefing/changes'
import type { ExportedFile, ExportRequest } from './model/handout/exporter'
import { type FormatId, showsOwnLayers } from './model/handout/formats'
import type { HandoutSubject } from './model/handout/handout-of'
import { carriedLayers, countOfCarried } from './model/own-data/carried'
import type { OwnLayer } from './model/own-data/own-layer'
import { defaultView } from './model/view'
import { type Opened, singleFileName, withOpened } from './single-file/opened'
import { encodeView } from './state/link'
import { storedBriefing } from './state/stored-briefing'

/** The formats that hold whole layers. */
const carriers: ReadonlySet<FormatId> = new Set(['html', 'yulan', 'xlsx'])

/** Returns the reader's own layers on the map, topmost first. */
export const ownLayersOf = ({ store }: ExporterContext) =>
  (store.getState().session.own?.layers ?? []).filter(({ visible }) => visible)

/** Returns the own layers that go into a file as data; none where the subject does not show them. */
export const taken = ({ subject, format, options }: ExportRequest, context: ExporterContext) =>
  options.ownRows[format === 'yulan' ? 'yulan' : 'others'] && showsOwnLayers(subject) ? ownLayersOf(context) : []

/** Returns how many rows a file that holds whole layers hands on. */
export function ownRowsTold(request: ExportRequest, context: ExporterContext): Pick<ExportedFile, 'ownRows'> {
  const { rows } = countOfCarried(taken(request, context))
  return rows > 0 && carriers.has(request.format) ? { ownRows: rows } : {}
}

/** Returns all of a briefing, notes too, with what its cited items say today, and own layers. Throws for a view. */
export async function briefingText(
  subject: HandoutSubject,
  own: readonly OwnLayer[],
  context: ExporterContext,
): Promise<string> {
  if (subject.kind !== 'briefing') throw new RangeError('a view is no briefing')
  const { record, details } = await handoutContext(context)
  const { briefing } = subject
  return briefingFileText(
    { stored: storedBriefing(briefing), made: madeToday({ briefing, made: {} }, record, details) },
    own.length > 0 ? carriedLayers(own) : undefined,
  )
}

/** The site has no single file for the page now. */
class NoSiteError extends Error {
  readonly fault = 'no-site'
}

/**
 * Returns the single file with own layers. It comes with the site and is kept nowhere else, as it is the whole map again.
 * Rejects where it cannot be had, as without a network.
 */
export async function singleFile(
  subject: HandoutSubject,
  own: readonly OwnLayer[],
  { release }: ExporterContext,
): Promise<string> {
  const response = await fetch(new URL(singleFileName, document.baseURI)).catch(() => undefined)
  if (!response?.ok) throw new NoSiteError(`${singleFileName} was answered with ${response?.status ?? 'nothing'}`)
  const carried = own.length > 0 ? await deflated(JSON.stringify(carriedLayers(own))) : undefined
  return withOpened(await response.text(), openedWith(subject, release, carried !== undefined), carried)
}

/** By the browser's own means, which hold up nothing. */
async function deflated(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** A link that brings own layers along need not say that they are missing. */
function openedWith(subject: HandoutSubject, release: string, carries: boolean): Opened {
  if (subject.kind === 'view') {
    const view = { ...subject.view, embed: [] }
    return { link: encodeView(carries ? { ...view, ownFiles: undefined } : view, release) }
  }
  const { briefing } = subject
  const scene = { briefing: briefing.slug, index: briefing.scenes[0]?.no ?? 1 }
  const link = encodeView({ ...defaultView(themeIds), scene }, release)
  return briefing.slug === ownSlug ? { link, own: storedBriefing(briefing) } : { link }
}
