/** Names of cells as spreadsheets show them. */

/** Returns the letters of a column, counted from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  let [name, rest] = ['', index + 1]
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** Returns the name of a cell, row and column counted from 0. */
export const cellName = (row: number, column: number) => `${columnLetters(column)}${row + 1}`
