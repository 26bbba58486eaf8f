/**
 * A view as a file, for views that are too long for a link or are kept with a presentation. Only `view` is read back,
 * by the decoder of links; title and release tell people what the file was.
 */
export interface ViewFile {
  kind: 'yulan-view'
  schema: 1
  release: string
  title: string
  /** The value of `m`. */
  view: string
}

const largestBytes = 100_000

/** Returns the JSON text of a view file. */
export const viewFileText = (file: Omit<ViewFile, 'kind' | 'schema'>) =>
  `${JSON.stringify({ kind: 'yulan-view', schema: 1, ...file } satisfies ViewFile, undefined, 2)}\n`

/** Returns the value of `m` in a file; undefined if it is no view file. Never throws. */
export async function readViewFile(file: Blob): Promise<string | undefined> {
  if (file.size > largestBytes) return undefined
  try {
    return viewOf(await file.text())
  } catch {
    return undefined
  }
}

function viewOf(text: string): string | undefined {
  const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
  if (typeof content !== 'object' || content === null) return undefined
  const { kind, view } = content as Partial<ViewFile>
  return kind === 'yulan-view' && typeof view === 'string' ? view : undefined
}
