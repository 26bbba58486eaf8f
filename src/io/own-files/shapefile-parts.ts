/** Puts the files of a shapefile together that were chosen side by side. Pure. */
import { addToGroup } from '../../../geo/base/groups'
import type { NamedBlob } from './messages'

const partEnd = /\.(?:shp|dbf|prj|cpg|shx|sbn|sbx|shp\.xml|qmd|qpj)$/i

/** Returns files with the parts of each shapefile under its `.shp`, or under its `.dbf` if that is missing. */
export function grouped(files: readonly NamedBlob[]): NamedBlob[] {
  const stems = new Map<string, NamedBlob[]>()
  for (const file of files) if (partEnd.test(file.name)) addToGroup(stems, stemOf(file), file)
  return files.flatMap((file): NamedBlob[] => {
    const parts = partEnd.test(file.name) ? stems.get(stemOf(file)) : undefined
    if (!parts) return [file]
    const head = headOf(parts)
    return head === file ? [{ ...file, parts: parts.filter((part) => part !== file) }] : []
  })
}

const stemOf = ({ name }: NamedBlob) => name.replace(partEnd, '').toLowerCase()

const headOf = (parts: readonly NamedBlob[]) =>
  ['.shp', '.dbf'].flatMap((end) => parts.find(({ name }) => name.toLowerCase().endsWith(end)) ?? [])[0] ?? parts[0]
