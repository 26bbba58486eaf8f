/** Workbooks of the record among the files that come to the page. */
import { loadPart } from './io/load-part'
import type { Actions } from './state/actions'

const zipMark = 'PK'

/** Opens a file for comparison with the record if it is a workbook of it. Returns whether it is. */
export async function openedAsWorkbook(file: File, actions: Pick<Actions, 'openRecordWorkbook'>): Promise<boolean> {
  if ((await file.slice(0, zipMark.length).text()) !== zipMark) return false
  const { isRecordWorkbook } = await loadPart(() => import('./io/formats/xlsx/is-record-workbook'))
  const isOurs = isRecordWorkbook(new Uint8Array(await file.arrayBuffer()))
  if (isOurs) actions.openRecordWorkbook(file)
  return isOurs
}
