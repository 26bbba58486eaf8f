/** Own layers kept on this device in IndexedDB, only where the reader asks for it. */
import type { OwnLayer, OwnLook } from '../model/own-data/own-layer'
import { markKept } from './kept-mark'

const databaseName = 'yulan-own-data'
/** Layers by key, and how each was looked at last: that is written often, and a layer's rows are many. */
const storeNames = ['layers', 'looks'] as const
type StoreName = (typeof storeNames)[number]

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 2)
    request.onupgradeneeded = () => {
      for (const name of storeNames)
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Runs one request on a store. Rejects where storage is refused or full. */
async function run<Result>(
  storeName: StoreName,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase()
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(storeName, mode)
      const request = ask(transaction.objectStore(storeName))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
      transaction.onerror = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** Keeps a layer under a key, over what was there. Rejects where storage is refused or full. */
export async function keepOwnLayer(key: string, layer: OwnLayer): Promise<void> {
  await run('layers', 'readwrite', (store) => store.put(layer, key))
  await keepOwnLook(key, layer)
  markKept(true)
}

/** Keeps how a layer is looked at. Rejects where storage is refused or full. */
export async function keepOwnLook(key: string, { filter, colourBy, visible }: OwnLook): Promise<void> {
  await run('looks', 'readwrite', (store) => store.put({ filter, colourBy, visible } satisfies OwnLook, key))
}

/** Removes a layer. Rejects where storage is refused. */
export async function dropOwnLayer(key: string): Promise<void> {
  for (const name of storeNames) await run(name, 'readwrite', (store) => store.delete(key))
  const left = await run('layers', 'readonly', (store) => store.count())
  markKept(left > 0)
}

/** Returns what is kept, with its keys. Rejects where storage is refused. */
export async function keptOwnLayers(): Promise<{ key: string; layer: OwnLayer }[]> {
  const keys = await run('layers', 'readonly', (store) => store.getAllKeys())
  const layers: OwnLayer[] = await run('layers', 'readonly', (store) => store.getAll())
  const lookKeys = await run('looks', 'readonly', (store) => store.getAllKeys())
  const looks: OwnLook[] = await run('looks', 'readonly', (store) => store.getAll())
  return layers.map((layer, index) => {
    const key = String(keys[index])
    return { key, layer: { ...layer, ...looks[lookKeys.indexOf(key)] } }
  })
}

/** Removes all that is kept, the database too. */
export function forgetOwnLayers(): Promise<void> {
  markKept(false)
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
    // Another tab that holds it open lets it go with its next step.
    request.onblocked = () => resolve()
  })
}
