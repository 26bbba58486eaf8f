/**
 * The reader's own briefings on the device: one entry of `localStorage` each, with a version that counts up. A tab
 * writes only over the version it has read, so that two tabs never lose each other's work.
 */
import type { KeptLine, Refusal } from '../model/briefing/own-briefings'
import { readMade, readStored } from '../model/briefing/stored'
import type { StoredOwn } from './own-briefings'

const prefix = 'yulan.briefing.'
const lastKey = 'yulan.briefings.last'

/** A briefing as the device keeps it. */
export interface KeptOwn extends StoredOwn {
  version: number
  /** When it was written, ISO 8601. */
  saved: string
}

/** What became of writing: the version it has now, or why not. `other`: another tab has written since. */
export type Written = { ok: true; version: number } | { ok: false; reason: Refusal }

/** Returns the briefing under an id; undefined if there is none. Throws where storage is refused. */
function read(id: string): KeptOwn | undefined {
  const text = localStorage.getItem(prefix + id)
  if (text === null) return undefined
  try {
    const { version, saved, stored, made } = JSON.parse(text) as { [key: string]: unknown }
    const briefing = readStored(stored)
    if (!briefing || typeof version !== 'number') return undefined
    return { version, saved: String(saved), stored: briefing, made: readMade(made) }
  } catch {
    return undefined
  }
}

/** Returns the briefing under an id; undefined if there is none or storage is refused. */
export function keptBriefing(id: string): KeptOwn | undefined {
  try {
    return read(id)
  } catch {
    return undefined
  }
}

/** Returns what is kept, last written first; empty where storage is refused. */
export function keptLines(): KeptLine[] {
  try {
    const ids = Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []))
    return ids
      .flatMap((id) => {
        const kept = read(id)
        return kept ? [{ id, title: kept.stored.title, scenes: kept.stored.scenes.length, saved: kept.saved }] : []
      })
      .sort((a, b) => (a.saved < b.saved ? 1 : -1))
  } catch {
    return []
  }
}

/** Writes a briefing over the version `over`, 0 for a new one. Never throws. */
export function keepBriefing(id: string, { stored, made }: StoredOwn, over: number): Written {
  try {
    const there = read(id)?.version ?? 0
    if (there > over) return { ok: false, reason: 'other' }
    const kept: KeptOwn = { version: over + 1, saved: new Date().toISOString(), stored, made }
    localStorage.setItem(prefix + id, JSON.stringify(kept))
    localStorage.setItem(lastKey, id)
    return { ok: true, version: over + 1 }
  } catch (error) {
    return { ok: false, reason: isFull(error) ? 'full' : 'refused' }
  }
}

/** Removes a briefing. No-op if storage is refused. */
export function forgetBriefing(id: string): void {
  try {
    localStorage.removeItem(prefix + id)
  } catch {
    // Nothing is kept there either.
  }
}

/** Returns the id last written here; undefined if there is none. */
export function lastBriefing(): string | undefined {
  try {
    const id = localStorage.getItem(lastKey)
    return id !== null && read(id) ? id : undefined
  } catch {
    return undefined
  }
}

/** Calls `changed` with the id of a briefing that another tab wrote or removed. Returns a function that stops it. */
export function followKept(changed: (id: string) => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key?.startsWith(prefix)) changed(key.slice(prefix.length))
  }
  window.addEventListener('storage', onStorage)
  return () => window.removeEventListener('storage', onStorage)
}

const isFull = (error: unknown) =>
  error instanceof DOMException && (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED')
