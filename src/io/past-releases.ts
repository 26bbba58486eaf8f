/** Fetches the changes since past releases, for links made with one of them. */
import { assets } from 'virtual:yulan-assets'
import type { PastRelease } from '../../data/schema'

/** Returns the past releases, oldest first; undefined if the list cannot be fetched. */
export async function loadPastReleases(): Promise<PastRelease[] | undefined> {
  const address = assets['releases.json']
  if (!address) throw new Error('the build made no asset releases.json')
  try {
    const response = await fetch(address)
    if (!response.ok) return undefined
    const { releases } = (await response.json()) as { releases: PastRelease[] }
    return releases
  } catch {
    return undefined
  }
}
