/**
 * One door for all that comes to the page, told apart by what is in it: views, briefings, workbooks of the record and the
 * reader's own data. What reads them comes when there is something to read. Views leave as files here, too.
 */
import { release } from 'virtual:yulan-assets'
import { saveFile } from './io/file'
import { loadPart } from './io/load-part'
import { readViewFile, viewFileText } from './io/view-file'
import { looksLikeData } from './model/own-data/pasted'
import type { View } from './model/view'
import { openedAsWorkbook } from './opened-workbook'
import { createOwnBriefings } from './own-briefings'
import type { Actions } from './state/actions'
import { encodeView } from './state/link'
import type { Store } from './state/store'

/** What files are opened into. */
export interface Opening {
  store: Store
  actions: Actions
  /** Opens the value of a link; returns whether it could. */
  openValue: (value: string) => boolean
}

/** Opens files: a view and a briefing where they belong, all others together as own data. */
export async function openFiles(files: readonly File[], opening: Opening): Promise<void> {
  const data: File[] = []
  for (const file of files) if (!(await openedOurs(file, opening))) data.push(file)
  if (data.length === 0) return
  const { openOwnFiles } = await loadPart(() => import('./own-data'))
  await openOwnFiles(data, opening)
}

/** Opens pasted text as a file. No-op for a text that is no table and no data. */
export async function openPasted(text: string, opening: Opening): Promise<void> {
  const name = looksLikeData(text)
  if (name) await openFiles([new File([text], name)], opening)
}

/** Whether the file is one of ours, and was opened or refused as one. */
async function openedOurs(file: File, opening: Opening): Promise<boolean> {
  const { actions, openValue } = opening
  if (await openedAsWorkbook(file, actions)) return true
  const value = await readViewFile(file)
  if (value !== undefined) {
    if (openValue(value)) actions.notify('link.file.opened', {}, 'done')
    else actions.notify('link.file.unread', { name: file.name })
    return true
  }
  const read = await createOwnBriefings().readFile(file)
  if (!read) return false
  actions.askEditor({ kind: 'open', own: read.own, origin: 'file' })
  if (read.ownData !== undefined) (await loadPart(() => import('./own-data'))).offerCarried(read.ownData, opening)
  return true
}

/** Saves a view as a file. */
export const saveView = (view: View, title: string) =>
  saveFile('yulan-view.json', viewFileText({ release, title, view: encodeView(view, release) }), 'application/json')
