/** Tells workbooks of the record from others. */
import { baseSheetName } from '../../../model/workbook/base-sheet'
import { openPackage, textOf } from '../ooxml/package'

const zipMark = [0x50, 0x4b]

/** Returns whether bytes are a workbook of the record, by the name of its hidden sheet. Never throws. */
export function isRecordWorkbook(bytes: Uint8Array): boolean {
  if (zipMark.some((byte, at) => bytes[at] !== byte)) return false
  const files = openPackage(bytes)
  return files !== undefined && (textOf(files, 'xl/workbook.xml') ?? '').includes(`name="${baseSheetName}"`)
}
