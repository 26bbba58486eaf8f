/** What pasted text is. Pure. */

/** Returns a name for a file of the text, by which readers know what it may be; undefined for a text that is no data. */
export function looksLikeData(text: string): string | undefined {
  const start = text.trimStart().slice(0, 200)
  if (start.startsWith('{') || start.startsWith('[')) return '粘贴.json'
  if (start.startsWith('<')) return /<kml/i.test(text.slice(0, 2000)) ? '粘贴.kml' : '粘贴.gpx'
  const [first = '', second = ''] = text.trim().split(/\r?\n/, 2)
  if (first.includes('\t') && second.includes('\t')) return '粘贴.tsv'
  return first.includes(',') && second.includes(',') ? '粘贴.csv' : undefined
}
