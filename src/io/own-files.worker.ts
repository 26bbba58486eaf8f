/** The worker's end of reading own files: tables go back in pieces, so that taking them never holds up the page. */
import type { OwnFileReply, OwnFileRequest } from './own-files/messages'
import { pieces } from './own-files/messages'
import { readOwnFile } from './own-files/read-file'

const reply = (message: OwnFileReply) => postMessage(message)

addEventListener('message', async ({ data: { file, context } }: MessageEvent<OwnFileRequest>) => {
  const tell = (done: number) => reply({ kind: 'progress', done })
  tell(0)
  const bytes = new Uint8Array(await file.blob.arrayBuffer())
  const parts = await Promise.all(
    (file.parts ?? []).map(async (part) => ({ name: part.name, bytes: new Uint8Array(await part.blob.arrayBuffer()) })),
  )
  const reading = await readOwnFile({ name: file.name, bytes, parts }, context, undefined, tell)
  for (const piece of pieces(reading)) reply(piece)
  reply({ kind: 'end' })
})
