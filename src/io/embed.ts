/**
 * Messages to and from the page this one is embedded in. Outgoing messages hold only what a link holds: that the map
 * is ready, what is selected, which view is shown. Incoming ones are accepted only from the origins in
 * `VITE_EMBED_ORIGINS`, and hold only the value of a link or an id, which are checked against the record like those
 * of any link.
 */
import { embedOrigins } from '../model/embed-origins'

/** A message to the embedding page. */
export type OutwardMessage =
  | { type: 'ready'; release: string }
  | { type: 'select'; id: string | null; name: string | null }
  /** `view` is the value of `m`, `address` the whole link. */
  | { type: 'view'; view: string; address: string }

/** What to do with a message from the embedding page. */
export interface InwardHandlers {
  /** False where the value cannot be read. */
  setView: (value: string) => void
  select: (id: string) => void
  /** A page that began to listen late asks what it has missed. */
  hello: () => void
}

/** Marks this protocol among the messages of others. */
const protocol = { yulan: 1 } as const
const longestText = 4000

/** A message from the embedding page. */
export type InwardMessage = { type: 'setView'; view: string } | { type: 'select'; id: string } | { type: 'hello' }

/** Returns a message of this protocol; undefined for any other data. */
export function readInward(data: unknown): InwardMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { yulan, type, view, id } = data as { [key: string]: unknown }
  if (yulan !== protocol.yulan) return undefined
  if (type === 'hello') return { type }
  if (type === 'setView' && typeof view === 'string' && view.length <= longestText) return { type, view }
  return type === 'select' && typeof id === 'string' && /^[a-z0-9]{2,16}$/.test(id) ? { type, id } : undefined
}

/**
 * Starts to listen to the embedding page. Returns functions to post to it and to stop, or undefined if the page is
 * not embedded.
 */
export function embedChannel(setting: string | undefined, handlers: InwardHandlers) {
  if (window.parent === window) return undefined
  const origins = new Set(embedOrigins(setting).origins)
  const onMessage = ({ data, origin, source }: MessageEvent<unknown>) => {
    if (source !== window.parent) return
    const message = readInward(data)
    // It asks for nothing but what every page around this one is told.
    if (message?.type === 'hello') return handlers.hello()
    if (!origins.has(origin)) return
    if (message?.type === 'setView') handlers.setView(message.view)
    else if (message) handlers.select(message.id)
  }
  window.addEventListener('message', onMessage)
  return {
    post: (message: OutwardMessage) => window.parent.postMessage({ ...protocol, ...message }, '*'),
    close: () => window.removeEventListener('message', onMessage),
  }
}
