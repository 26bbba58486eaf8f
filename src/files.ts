/** Files that come to the page and views that leave it as files: what is needed when there is one. */
import { release } from 'virtual:yulan-assets'
import { saveFile } from './io/file'
import { readViewFile, viewFileText } from './io/view-file'
import type { View } from './model/view'
import { createOwnBriefings } from './own-briefings'
import type { Actions } from './state/actions'
import { encodeView } from './state/link'

/** Opens a file by what is in it: a view by `openValue`, which tells whether it could, a briefing in the editor. */
export async function openFile(file: File, actions: Actions, openValue: (value: string) => boolean): Promise<void> {
  const value = await readViewFile(file)
  const own = value === undefined ? await createOwnBriefings().readFile(file) : undefined
  if (own) return actions.askEditor({ kind: 'open', own, origin: 'file' })
  if (value !== undefined && openValue(value)) actions.notify('link.file.opened', {}, 'done')
  else actions.notify('link.file.unread', { name: file.name })
}

/** Saves a view as a file. */
export const saveView = (view: View, title: string) =>
  saveFile('yulan-view.json', viewFileText({ release, title, view: encodeView(view, release) }), 'application/json')
