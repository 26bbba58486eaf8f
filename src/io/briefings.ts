/** Fetches the published briefings, once. */
import { assets } from 'virtual:yulan-assets'
import type { StoredBriefing } from '../model/briefing/briefing'

let loaded: Promise<readonly StoredBriefing[]> | undefined

/** Returns the published briefings, by slug; undefined if they cannot be fetched, and then a later call asks again. */
export async function loadBriefings(): Promise<readonly StoredBriefing[] | undefined> {
  loaded ??= fetchBriefings()
  try {
    return await loaded
  } catch {
    loaded = undefined
    return undefined
  }
}

async function fetchBriefings(): Promise<readonly StoredBriefing[]> {
  const address = assets['briefings.json']
  if (!address) throw new Error('the build made no asset briefings.json')
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`)
  const { briefings } = (await response.json()) as { briefings: StoredBriefing[] }
  return briefings
}
