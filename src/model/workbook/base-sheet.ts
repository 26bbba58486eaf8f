/** The hidden sheet of a workbook of the record. */

/** Its name, by which a workbook of ours is known. */
export const baseSheetName = 'yulan-base'
/** The version of its form. */
export const baseSheetVersion = 1
