/** The page's end of reading own files: a worker a file, so that giving one up ends it and its memory is given back. */
import type { OwnContext } from '../model/own-data/record-places'
import { createCollector, type NamedBlob, type OwnFileReply, type OwnFileRequest } from './own-files/messages'
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

/** No file within the caps is silent for so long; a damaged one can keep its reader busy for ever. */
const patienceSeconds = 30

/**
 * Returns what files hold, in their order: tables, or why there are none. Parts of a shapefile that come together are
 * one file. Nothing of them leaves the page. Rejects with the signal's reason when it is aborted, or if the worker
 * cannot be had.
 */
export async function readOwnFiles(
  files: readonly File[],
  { context, signal, onProgress }: ReadOwnFilesOptions,
): Promise<OwnFileReading[]> {
  const named = grouped(files.map((file): NamedBlob => ({ name: file.name, blob: file })))
  const readings: OwnFileReading[] = []
  for (const [at, file] of named.entries()) {
    signal?.throwIfAborted()
    const tell = (share: number) => onProgress?.((at + share) / named.length, file.name)
    readings.push(await readInWorker({ file, context }, tell, signal))
  }
  return readings
}

async function readInWorker(
  request: OwnFileRequest,
  tell: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<OwnFileReading> {
  const worker = new Worker(new URL('./own-files.worker.ts', import.meta.url), { type: 'module' })
  const collector = createCollector()
  let silence: ReturnType<typeof setTimeout> | undefined
  const gaveUp: OwnFileReading = {
    ok: false,
    name: request.file.name,
    reason: 'no-progress',
    values: { seconds: patienceSeconds },
  }
  try {
    return await new Promise<OwnFileReading>((resolve, reject) => {
      const listen = () => {
        clearTimeout(silence)
        silence = setTimeout(() => resolve(gaveUp), patienceSeconds * 1000)
      }
      signal?.addEventListener('abort', () => reject(signal.reason))
      worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker did not start')))
      worker.addEventListener('message', ({ data }: MessageEvent<OwnFileReply>) => {
        listen()
        if (data.kind === 'end') resolve(collector.reading() ?? gaveUp)
        else if (data.kind === 'progress') tell(data.done)
        else collector.take(data)
      })
      listen()
      worker.postMessage(request)
    })
  } finally {
    clearTimeout(silence)
    worker.terminate()
  }
}
