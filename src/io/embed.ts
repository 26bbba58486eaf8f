/**
 * Messages with the page this one is embedded in. Outward go only what any link says: that the map is there, what
 * is selected, which view is shown. Inward only from origins the owner has named in `VITE_EMBED_ORIGINS`, and only
 * a link's value or an id, both held against the record like a link's.
 */
import { embedOrigins } from '../model/embed-origins'

export type OutwardMessage =
  | { type: 'ready'; release: string }
  | { type: 'select'; id: string | null; name: string | null }
  /** `view` is the value of `m`, `address` the whole link. */
  | { type: 'view'; view: string; address: string }

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

export type InwardMessage = { type: 'setView'; view: string } | { type: 'select'; id: string } | { type: 'hello' }

/** A message as it came, or undefined where it is none of ours. */
export function readInward(data: unknown): InwardMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { yulan, type, view, id } = data as { [key: string]: unknown }
  if (yulan !== protocol.yulan) return undefined
  if (type === 'hello') return { type }
  if (type === 'setView' && typeof view === 'string' && view.length <= longestText) return { type, view }
  return type === 'select' && typeof id === 'string' && /^[a-z0-9]{2,16}$/.test(id) ? { type, id } : undefined
}

/** Speaks to the page around this one; undefined where there is none. */
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
