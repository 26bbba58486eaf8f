/** The page's end of reading own files: a worker a call, so that cancelling ends it and its memory is given back. */
import type { OwnContext } from '../model/own-data/record-places'
import { createCollector, type NamedBlob, type OwnFileReply, type OwnFilesRequest } from './own-files/messages'
import type { OwnFileReading } from './own-files/read-file'
import { grouped } from './own-files/shapefile-parts'

/** What a call may be given. */
export interface ReadOwnFilesOptions {
  /** Names of the record, for addresses. */
  context: OwnContext
  /** Ends the worker when aborted. */
  signal?: AbortSignal
  /** Given the share that is done, from 0 to 1, and the file that is being read. */
  onProgress?: (done: number, name: string) => void
}

/**
 * Returns what files hold, in their order: tables, or why there are none. Parts of a shapefile that come together are
 * one file. Nothing of them leaves the page. Rejects with the signal's reason when it is aborted, or if the worker
 * cannot be had.
 */
export async function readOwnFiles(
  files: readonly File[],
  { context, signal, onProgress }: ReadOwnFilesOptions,
): Promise<OwnFileReading[]> {
  signal?.throwIfAborted()
  const named = grouped(files.map((file): NamedBlob => ({ name: file.name, blob: file })))
  const worker = new Worker(new URL('./own-files.worker.ts', import.meta.url), { type: 'module' })
  const collector = createCollector()
  try {
    await new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
      worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker did not start')))
      worker.addEventListener('message', ({ data }: MessageEvent<OwnFileReply>) => {
        if (data.kind === 'end') resolve()
        else if (data.kind === 'progress') onProgress?.(data.done, data.name)
        else collector.take(data)
      })
      worker.postMessage({ files: named, context } satisfies OwnFilesRequest)
    })
    return collector.readings()
  } finally {
    worker.terminate()
  }
}
