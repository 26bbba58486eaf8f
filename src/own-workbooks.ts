/** Workbooks that were opened on this page, so that each can be given back with its unread cells marked. */
import { saveFile } from './io/file'
import { loadPart } from './io/load-part'
import type { Language } from './model/messages'
import { ownDataMessage } from './model/messages/own-data'
import type { OwnTable } from './model/own-data/own-table'

const opened = new Map<string, { file: File; tables: readonly OwnTable[] }>()

/** Remembers the file of a workbook's tables. No-op for other formats. */
export function rememberWorkbook(file: File | undefined, tables: readonly OwnTable[]): void {
  if (file && tables[0]?.format === 'xlsx') for (const { name } of tables) opened.set(name, { file, tables })
}

/**
 * Saves the workbook of a table with the unread cells of all its sheets marked. Returns false if the file was not opened
 * on this page, or has gone since.
 */
export async function saveMarkedWorkbook(table: OwnTable, language: Language): Promise<boolean> {
  const known = opened.get(table.name)
  if (!known) return false
  try {
    const { markedWorkbook } = await loadPart(() => import('./io/own-files/marked-workbook'))
    const bytes = new Uint8Array(await known.file.arrayBuffer())
    const others = known.tables.filter(({ sheet }) => sheet !== table.sheet)
    const marked = await markedWorkbook(bytes, [...others, table], language)
    const name = known.file.name.replace(/(\.[^.]+)?$/, `-${ownDataMessage(language, 'own-data.problems.marked')}$&`)
    saveFile(name, new Blob([marked.slice()]), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    return true
  } catch (error) {
    console.warn(error)
    return false
  }
}
