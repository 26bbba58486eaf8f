/** Gives a workbook back with its unread cells marked: coloured, and each with a comment that says why. */
import { type Cell, type CellStyle, type CellValue, openXlsx, saveXlsx } from 'hucre/xlsx'
import { addToGroup } from '../../../geo/base/groups'
import type { Language } from '../../model/messages'
import { ownReadingMessage } from '../../model/messages/own-data-reading'
import type { OwnProblem, OwnTable } from '../../model/own-data/own-table'

const fill: CellStyle['fill'] = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } }

/**
 * Returns the bytes of the same workbook with the problems of its tables in it; what else it holds stays. Rejects for
 * bytes that are no workbook.
 */
export async function markedWorkbook(
  bytes: Uint8Array,
  tables: readonly Pick<OwnTable, 'sheet' | 'problems'>[],
  language: Language,
): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, { readStyles: true })
  for (const { sheet: name, problems } of tables) {
    const sheet = workbook.sheets.find((candidate) => candidate.name === name)
    if (!sheet) continue
    sheet.cells ??= new Map()
    for (const [key, reasons] of reasonsByCell(problems, language)) {
      const [row = 0, column = 0] = key.split(',').map(Number)
      sheet.cells.set(key, marked(sheet.cells.get(key), sheet.rows[row]?.[column] ?? null, reasons, language))
    }
  }
  return saveXlsx(workbook)
}

/** Sentences by `row,column`, from 0, as the library numbers cells; a whole row is marked at its first cell. */
function reasonsByCell(problems: readonly OwnProblem[], language: Language): Map<string, string[]> {
  const cells = new Map<string, string[]>()
  for (const { row, column = 'A', reason } of problems) {
    const key = `${row - 1},${columnIndex(column)}`
    addToGroup(cells, key, ownReadingMessage(language, `own-data.reason.${reason}`))
  }
  return cells
}

const columnIndex = (letters: string) =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** A comment that stood there stays, above ours. */
function marked(cell: Cell | undefined, value: CellValue, reasons: readonly string[], language: Language): Cell {
  const text = [cell?.comment?.text, ...reasons].filter(Boolean).join('\n')
  return {
    value,
    type: typeof value === 'number' ? 'number' : value === null ? 'empty' : 'string',
    ...cell,
    style: { ...cell?.style, fill },
    comment: { author: ownReadingMessage(language, 'own-data.problems.author'), text },
  }
}
