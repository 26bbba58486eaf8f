/** Lays a document on pages for the browser's print: measures, flows, draws the maps and fills in pages and fields. */
import type { FlowBox } from '../../model/handout/flow'
import type { PaperChoice } from '../../model/handout/paper'
import type { PaperDocument } from '../../model/handout/paper-document'
import { pageElement } from './blocks'
import { element } from './element'
import { type Flowed, flowed } from './flow-paper'
import { columnBox, type PageRoom, pageRoom } from './page-room'
import { drawMaps, fillFields, type LaidPages, type WaitingMap, waitingMap } from './paper-maps'
import type { PaperTools } from './paper-tools'
import type { PaperPart } from './parts'
import '../../styles/paper.css'

/** Pages on the document, out of sight until it is printed. */
export interface LaidPaper {
  pages: number
  remove: () => void
}

/** Lays the document and draws its maps. Rejects with the signal's reason, and then leaves nothing behind. */
export async function layPaper(document: PaperDocument, choice: PaperChoice, tools: PaperTools): Promise<LaidPaper> {
  const room = pageRoom(choice)
  const host = hostElement(room)
  try {
    await globalThis.document.fonts.ready
    const laid = pagesOf(document, flowed(document, room, host, tools), room, tools)
    host.replaceChildren(...laid.pages)
    await drawMaps(laid, tools)
    fillFields(laid, tools)
  } catch (error) {
    host.remove()
    throw error
  }
  const sheet = pageSheet(room)
  globalThis.document.adoptedStyleSheets.push(sheet)
  globalThis.document.documentElement.classList.add('paper-laid')
  return {
    pages: host.children.length,
    remove: () => {
      const { adoptedStyleSheets: sheets } = globalThis.document
      globalThis.document.adoptedStyleSheets = sheets.filter((one) => one !== sheet)
      globalThis.document.documentElement.classList.remove('paper-laid')
      for (const image of host.querySelectorAll('img')) URL.revokeObjectURL(image.src)
      host.remove()
    },
  }
}

function hostElement({ paper }: PageRoom): HTMLElement {
  const host = element('div', 'paper')
  host.setAttribute('aria-hidden', 'true')
  host.style.setProperty('--paper-width', `${paper.width}mm`)
  host.style.setProperty('--paper-height', `${paper.height}mm`)
  host.style.setProperty('--paper-margin', `${paper.margin}mm`)
  globalThis.document.body.append(host)
  return host
}

/** The paper was chosen, so the browser is told of it. */
function pageSheet({ paper }: PageRoom): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page { size: ${paper.width}mm ${paper.height}mm; margin: 0 }`)
  return sheet
}

function pagesOf(
  document: PaperDocument,
  { parts, boxes, pages: count, left }: Flowed,
  room: PageRoom,
  { texts }: PaperTools,
): LaidPages {
  const titleOn = (page: number) => {
    const first = boxes.find((box) => box.page === page)
    return (first && parts[first.part]?.section.title) ?? ''
  }
  const ownOn = (page: number) => boxes.some((box) => box.page === page && parts[box.part]?.ownData)
  const pages = Array.from({ length: count }, (_, page) =>
    pageElement(document, titleOn(page), texts.pageOf(page + 1, count), ownOn(page) ? texts.ownData : undefined),
  )
  const maps: WaitingMap[] = []
  for (const box of boxes) {
    const part = parts[box.part]
    const placed = part && elementOf(part, box, texts.rest(left.get(box.part) ?? 0))
    if (!part || !placed) continue
    const { left: from, width } = columnBox(room, box.column, box.span, box.columns)
    Object.assign(placed.style, { left: `${from}px`, top: `${box.top}px`, width: `${width}px` })
    pages[box.page]?.content.append(placed)
    const waiting = waitingMap(part, box, placed, width)
    if (waiting) maps.push(waiting)
  }
  return { pages: pages.map(({ page }) => page), maps, boxes, parts, fields: new Map() }
}

function elementOf(part: PaperPart, { item }: FlowBox, rest: string): HTMLElement | undefined {
  if (item === 'rest') return element('p', 'paper-rest', rest)
  if (item !== 'head') return part.elements[item]
  const copy = part.head?.cloneNode(true)
  return copy instanceof HTMLElement ? copy : undefined
}
