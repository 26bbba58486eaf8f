/** Composition of own data: files are read by a worker, shown by the store's actions, and kept on the device if asked. */
import { assets, release } from 'virtual:yulan-assets'
import { readCarried } from './io/carried-layers'
import { saveFile } from './io/file'
import { carriedName, keepsOwnData } from './io/kept-mark'
import { loadPart } from './io/load-part'
import { dropOwnLayer, forgetOwnLayers, keepOwnLayer, keepOwnLook, keptOwnLayers } from './io/own-data-store'
import { readOwnFiles } from './io/own-files'
import { textIn } from './model/handout/context'
import { formats } from './model/handout/formats'
import { wholeOwnTable } from './model/handout/own-rows'
import type { Language } from './model/messages'
import type { OwnDataDevice, OwnRowsFormat } from './model/own-data/device'
import { needsDatum } from './model/own-data/own-data'
import type { OwnLayer, OwnLook } from './model/own-data/own-layer'
import { ownContextOf } from './model/own-data/record-places'
import { problemsCsv, rowsCsv, rowsGeoJson } from './model/own-data/rows-text'
import type { PlanRecord } from './model/record'
import { rememberWorkbook, saveMarkedWorkbook } from './own-workbooks'
import type { Actions } from './state/actions'
import { createOwnActions, type OwnActions } from './state/own-actions'
import type { Store } from './state/store'

let reading: AbortController | undefined

/** Reads files as own data and puts them on the map, or before the reader where their datum must be decided on. */
export async function openOwnFiles(
  files: readonly File[],
  { store, actions }: { store: Store; actions: Actions },
): Promise<void> {
  const own = createOwnActions(store)
  warnBeforeLeaving(store)
  reading?.abort()
  const controller = new AbortController()
  reading = controller
  const names = files.map(({ name }) => name)
  own.reading({ names, done: 0 })
  try {
    const context = ownContextOf(await recordOf(store))
    const onProgress = (done: number) => own.reading({ names, done })
    const readings = await readOwnFiles(files, { context, signal: controller.signal, onProgress })
    const strangers = readings.filter((each) => !each.ok && each.reason === 'unknown-format')
    for (const { name } of strangers) actions.notify('link.file.unread', { name })
    for (const each of readings) {
      if (!each.ok) own.refuse(each)
      else {
        rememberWorkbook(
          files.find(({ name }) => name === each.name),
          each.tables,
        )
        for (const table of each.tables) addTable(own, table)
      }
    }
  } catch (error) {
    if (controller.signal.aborted) return
    throw error
  } finally {
    if (reading === controller) own.reading(undefined)
  }
}

const addTable = (own: OwnActions, table: OwnLayer['table']) =>
  needsDatum(table) ? own.askDatum(table) : own.addPlaced(table)

/** The record is on its way since the page's first input. */
function recordOf(store: Store): Promise<PlanRecord> {
  const ready = () => {
    const { record } = store.getState().session
    return record.status === 'ready' ? record.value : undefined
  }
  const now = ready()
  if (now) return Promise.resolve(now)
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe(() => {
      const value = ready()
      if (!value) return
      unsubscribe()
      resolve(value)
    })
  })
}

/** What the single file was saved with. */
async function carriedByPage() {
  const address = assets[carriedName]
  return address ? readCarried(await (await fetch(address)).json()) : []
}

/** Offers the own layers of a briefing file that was opened: they come onto the map only when the reader says so. */
export function offerCarried(found: unknown, { store, actions }: { store: Store; actions: Actions }): void {
  const layers = readCarried(found)
  if (layers.length === 0) return
  const run = () => {
    const own = createOwnActions(store)
    for (const layer of layers) own.addKept(layer)
  }
  actions.offer('own-data', 'own-data.offer', { message: 'own-data.offer.show', run })
}

let warns = false

/** What is not kept is lost when the page is left. */
function warnBeforeLeaving(store: Store) {
  if (warns) return
  warns = true
  window.addEventListener('beforeunload', (event) => {
    const { own } = store.getState().session
    if (own && (own.undecided.length > 0 || own.layers.some(({ keep, carried }) => !keep && !carried)))
      event.preventDefault()
  })
}

const lookRestMilliseconds = 300
let followsLooks = false

/** Filters and colours of kept layers are kept as they change. */
function followLooks(store: Store) {
  if (followsLooks) return
  followsLooks = true
  const kept = () => (store.getState().session.own?.layers ?? []).filter(({ keptAs }) => keptAs !== undefined)
  let written = new Map(kept().map((layer) => [layer.keptAs, layer]))
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = async () => {
    const before = written
    written = new Map(kept().map((layer) => [layer.keptAs, layer]))
    for (const [key, layer] of written) {
      const known = key === undefined ? undefined : before.get(key)
      if (key !== undefined && known && !sameLook(known, layer)) await keepOwnLook(key, layer)
    }
  }
  store.subscribe(({ session }, before) => {
    if (session.own?.layers === before.session.own?.layers) return
    clearTimeout(timer)
    timer = setTimeout(() => write().catch((error) => console.warn(error)), lookRestMilliseconds)
  })
}

const sameLook = (one: OwnLook, other: OwnLook) =>
  one.filter === other.filter && one.colourBy === other.colourBy && one.visible === other.visible

/** Returns what the panels ask of the device. */
export function ownDataOf(store: Store): OwnDataDevice {
  const own = createOwnActions(store)
  return {
    cancel: () => {
      reading?.abort()
      own.reading(undefined)
    },
    keep: async (layer, keep) => {
      const key = layer.keptAs ?? `${Date.now()}-${layer.id}`
      try {
        if (keep) await keepOwnLayer(key, { ...layer, keep: true, keptAs: key })
        else await dropOwnLayer(key)
      } catch (error) {
        console.warn(error)
        return false
      }
      own.setKeep(layer.id, keep ? key : undefined)
      followLooks(store)
      return true
    },
    forget: async () => {
      await forgetOwnLayers()
      for (const { id } of store.getState().session.own?.layers ?? []) own.setKeep(id, undefined)
    },
    showKept: async () => {
      warnBeforeLeaving(store)
      for (const layer of await carriedByPage()) own.addKept(layer)
      if (keepsOwnData()) for (const { layer } of await keptOwnLayers()) own.addKept(layer)
      followLooks(store)
    },
    saveProblems: (table) =>
      saveFile(fileName({ table }, 'problems.csv'), problemsCsv(table, store.getState().session.language), 'text/csv'),
    saveMarked: (table) => saveMarkedWorkbook(table, store.getState().session.language),
    saveRows: async (layer, format) => {
      const { language } = store.getState().session
      const bytes = await written[format](layer, language)
      saveFile(fileName(layer, format), bytes, formats[format].mediaType)
    },
  }
}

const written = {
  csv: rowsCsv,
  geojson: rowsGeoJson,
  xlsx: async (layer, language) => {
    const { workbookBytes } = await loadPart(() => import('./io/formats/xlsx/workbook'))
    const t = textIn({ language })
    const notes = { name: t('handout.about'), lines: [layer.table.name, t('handout.ownNote')] }
    const bytes = await workbookBytes([wholeOwnTable(layer, language)], notes, { title: layer.table.name, release })
    return new Blob([bytes.slice()])
  },
} as const satisfies Record<OwnRowsFormat, (layer: OwnLayer, language: Language) => string | Promise<Blob>>

/** The mark goes with the file's name too. */
const fileName = ({ table }: Pick<OwnLayer, 'table'>, end: string) =>
  `${table.name
    .replace(/\.[a-z0-9]{2,8}$/i, '')
    .replace(/[\\/:*?"<>|\s]+/g, '-')
    .slice(0, 60)}-自备数据未核.${end}`
