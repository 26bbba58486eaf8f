/** Composition of the workbook of the record: its rows are fetched when they are asked for. */
import type { PageRegion } from '../data/schema-region'
import { loadAuthored } from './io/authored'
import { markedWorkbook, readRecordWorkbook } from './io/formats/xlsx/read-record-workbook'
import { recordWorkbook } from './io/formats/xlsx/record-workbook'
import { workbookMessage } from './model/messages/workbook'
import { compareWorkbook } from './model/workbook/compare'
import type { WorkbookRecord } from './model/workbook/names'
import type { RecordWorkbooks } from './model/workbook/record-workbooks'
import { recordSheets } from './model/workbook/sheets'
import type { Store } from './state/store'

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** No bytes of ours are shared between threads. */
const blobOf = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType })
const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

/** Returns what a page can do with workbooks of its record. */
export function createRecordWorkbooks(store: Store, region: PageRegion): RecordWorkbooks {
  const current = async (): Promise<WorkbookRecord | undefined> => {
    const { record } = store.getState().session
    const rows = await loadAuthored()
    if (record.status !== 'ready' || !rows) return undefined
    const { sources, themes, units, districtNames } = record.value
    const { years, bounds, middle, name } = region
    return {
      ...{ release: rows.release, items: rows.authored, sources, themes, districtNames, bounds, middle },
      ...{ units: units.map(({ unit }) => unit), years: years.schedule, baseline: years.baseline, city: name.zh },
    }
  }
  return {
    make: async (language) => {
      const record = await current()
      if (!record) return undefined
      const bytes = await recordWorkbook(recordSheets(record, language))
      return { name: `yulan-record-${record.release}.xlsx`, blob: blobOf(bytes) }
    },
    compare: async (file) => {
      const opened = await readRecordWorkbook(await bytesOf(file))
      if (!opened) return { status: 'unread' }
      const record = await current()
      if (!record) return { status: 'unreachable' }
      return { status: 'compared', comparison: compareWorkbook(opened, record), record, language: opened.language }
    },
    mark: async (file, problems, language) => {
      const marks = problems.map(({ sheet, row, column, trouble }) => {
        return { sheet, row, column, text: workbookMessage(language, trouble.message, trouble.values) }
      })
      const name = file.name.replace(/(\.xlsx)?$/i, language === 'en' ? '-marked.xlsx' : '-已标注.xlsx')
      return { name, blob: blobOf(await markedWorkbook(await bytesOf(file), marks)) }
    },
  }
}
