/**
 * Composition of what crosses the page's edge besides links: view files, QR codes, past releases, the system's
 * sharing sheet, and messages with a page this one is embedded in.
 */
import { assets, release } from 'virtual:yulan-assets'
import { acceptDroppedFiles, acceptPasted } from './io/dropped-files'
import { embedChannel } from './io/embed'
import { carriedName, keepsOwnData } from './io/kept-mark'
import { loadPart } from './io/load-part'
import { loadPastReleases } from './io/past-releases'
import type { PlanRecord } from './model/record'
import type { View } from './model/view'
import type { ExchangeServices } from './panels/context'
import type { Actions } from './state/actions'
import { addressOf } from './state/history'
import { encodeView } from './state/link'
import { openValue } from './state/open-link'
import { whenMapRests } from './state/record-wanted'
import type { Store } from './state/store'

/**
 * Returns the services for what enters and leaves the page besides links, and starts to accept dropped files and an
 * embedding page's messages.
 */
export function exchangeServices(store: Store, actions: Actions): ExchangeServices {
  const files = (use: (part: typeof import('./files')) => Promise<void> | void): Promise<void> =>
    loadPart(() => import('./files')).then(use, () =>
      actions.offer('part', 'part.failed', { message: 'load.retry', run: () => files(use) }),
    )
  const opening = { store, actions, openValue: (value: string) => openValue(value, store, actions, release) }
  const openOwn = (given: readonly File[]) => files(({ openFiles }) => openFiles(given, opening))
  acceptDroppedFiles(openOwn)
  acceptPasted((pasted) =>
    typeof pasted === 'string' ? files(({ openPasted }) => openPasted(pasted, opening)) : openOwn(pasted),
  )
  const ownData = async () => (await loadPart(() => import('./own-data'))).ownDataOf(store)
  if (keepsOwnData() || assets[carriedName]) whenMapRests(store, async () => (await ownData()).showKept())
  followEmbedder(store, actions)
  return {
    loadPastReleases,
    openFiles: openOwn,
    ownData,
    ownBriefings: async () => (await loadPart(() => import('./own-briefings'))).createOwnBriefings(),
    saveViewFile: (view, title) => files(({ saveView }) => saveView(view, title)),
    qrOf: async (text) => {
      const { qrCode, qrSvg } = await loadPart(() => import('./io/qr'))
      const code = qrCode(text)
      return { ...code, svg: (pixels) => qrSvg(code, pixels) }
    },
    shareBySystem: typeof navigator.share === 'function' ? shareBySystem : undefined,
  }
}

/** Closing the sheet without sharing rejects too, and is no failure. */
async function shareBySystem(content: ShareData) {
  try {
    await navigator.share(content)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

/** Tells the page around this one of every change of view, and does what it asks. */
function followEmbedder(store: Store, actions: Actions) {
  const keepEmbed = (view: View): View => ({ ...view, embed: store.getState().view.embed })
  const channel = embedChannel(import.meta.env.VITE_EMBED_ORIGINS, {
    setView: (value) => openValue(value, store, actions, release, keepEmbed),
    select: (id) => {
      if (recordOf(store)?.featureById.has(id)) actions.select(id)
    },
    hello: () => {
      if (recordOf(store)) greet()
    },
  })
  if (!channel) return
  let told: string | undefined
  const greet = () => {
    const { view } = store.getState()
    channel.post({ type: 'ready', release })
    told = undefined
    tellView(view)
    channel.post(selectMessage(store, view))
  }
  const tellView = (view: View) => {
    const value = encodeView(view, release)
    if (value !== told) channel.post({ type: 'view', view: value, address: addressOf(view, release) })
    told = value
  }
  store.subscribe(({ view, session }, before) => {
    if (session.record.status !== 'ready') return
    if (before.session.record.status !== 'ready') channel.post({ type: 'ready', release })
    if (view !== before.view || told === undefined) tellView(view)
    if (selectedOf(view) !== selectedOf(before.view)) channel.post(selectMessage(store, view))
  })
}

const selectedOf = ({ feature, districts }: View) => feature ?? districts[0]

function selectMessage(store: Store, view: View) {
  const id = selectedOf(view) ?? null
  const name = id === null ? null : (recordOf(store)?.featureById.get(id)?.properties.name ?? null)
  return { type: 'select' as const, id, name }
}

function recordOf(store: Store): PlanRecord | undefined {
  const { record } = store.getState().session
  return record.status === 'ready' ? record.value : undefined
}
