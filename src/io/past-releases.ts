/** Fetches what has changed since past releases; only a link of an older release asks for it. */
import { assets } from 'virtual:yulan-assets'
import type { PastRelease } from '../../data/schema'

/** Oldest first; undefined where the list cannot be had. */
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
