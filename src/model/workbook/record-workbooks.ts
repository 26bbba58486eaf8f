/** What a page can do with workbooks of the record. */
import type { Language } from '../messages/text'
import type { CellProblem, Comparison } from './comparison'
import type { WorkbookRecord } from './names'

/** A workbook compared with the record of today, or why it could not be. */
export type WorkbookOpening =
  | { status: 'compared'; comparison: Comparison; record: WorkbookRecord; language: Language }
  | { status: 'unread' }
  | { status: 'unreachable' }

/** A file to be saved. */
export interface WorkbookFile {
  name: string
  blob: Blob
}

/** Writes and reads workbooks of the record. */
export interface RecordWorkbooks {
  /** The record of today as a workbook; undefined where its rows cannot be had. */
  make: (language: Language) => Promise<WorkbookFile | undefined>
  compare: (file: File) => Promise<WorkbookOpening>
  /** The file with its wrong cells marked, in the language it was made in. */
  mark: (file: File, problems: readonly CellProblem[], language: Language) => Promise<WorkbookFile>
}
