/** What pictures as files show and say: one of a view, one a page of a briefing. Pure. */
import type { View } from '../view'
import { plainName } from './formats'
import type { Handout } from './handout'
import type { HandoutSubject } from './handout-of'

/** A picture with what stands around it. */
export interface SheetPage {
  title: string
  subtitle?: string
  link: string
  view: View
  /** It shows the reader's own data, which must be marked. */
  ownData: boolean
}

/** Returns the pictures of a subject, in the order of its pages. */
export function sheetPages(subject: HandoutSubject, { title, subtitle, link, pages }: Handout): SheetPage[] {
  if (subject.kind === 'view')
    return [{ title, subtitle, link, view: subject.view, ownData: pages.some(({ ownData }) => ownData) }]
  const above = [title, subtitle].filter(Boolean).join(' · ')
  return pages.flatMap(({ view, ownData = false, ...page }) =>
    view ? [{ title: page.title, subtitle: above, link: page.link, view, ownData }] : [],
  )
}

/** Returns the name of a picture in its zip, without its ending: names sort as the pages do. */
export const pageFileName = (no: number, title: string) => `${String(no).padStart(2, '0')}-${plainName(title)}`
