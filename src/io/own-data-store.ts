/** Own layers kept on this device in IndexedDB, only where the reader asks for it. */
import type { OwnLayer } from '../model/own-data/own-layer'
import { markKept } from './kept-mark'

const databaseName = 'yulan-own-data'
const storeName = 'layers'

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Runs one request on the store. Rejects where storage is refused or full. */
async function run<Result>(
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
  await run('readwrite', (store) => store.put(layer, key))
  markKept(true)
}

/** Removes a layer. Rejects where storage is refused. */
export async function dropOwnLayer(key: string): Promise<void> {
  await run('readwrite', (store) => store.delete(key))
  const left = await run('readonly', (store) => store.count())
  markKept(left > 0)
}

/** Returns what is kept, with its keys. Rejects where storage is refused. */
export async function keptOwnLayers(): Promise<{ key: string; layer: OwnLayer }[]> {
  const keys = await run('readonly', (store) => store.getAllKeys())
  const layers = await run('readonly', (store) => store.getAll())
  return keys.map((key, index) => ({ key: String(key), layer: layers[index] as OwnLayer }))
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
