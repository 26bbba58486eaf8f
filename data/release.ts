/** The date of the data, written into every file and every link. Change it when the record changes. */
export const release = '2026-11-26'
