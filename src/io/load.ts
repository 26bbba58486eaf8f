/** Fetches the shipped files. A failed fetch returns the name of the file and never throws. */
import { assets, release } from 'virtual:yulan-assets'
import type { CoreFiles, DetailFiles, RecordFeature } from '../model/record'

/** A fetched file, or the name of the one that failed. */
export type LoadResult<T> = { ok: true; value: T } | { ok: false; file: string }

async function json<T>(name: string): Promise<LoadResult<T>> {
  const address = assets[name]
  if (!address) throw new Error(`the build made no asset ${name}`)
  try {
    const response = await fetch(address)
    if (!response.ok) return { ok: false, file: name }
    return { ok: true, value: (await response.json()) as T }
  } catch {
    return { ok: false, file: name }
  }
}

/** Returns the files the first view needs. */
export async function loadCore(): Promise<LoadResult<CoreFiles>> {
  const [features, core] = await Promise.all([
    json<{ features: RecordFeature[] }>('features.geojson'),
    json<Omit<CoreFiles, 'features' | 'release'>>('core.json'),
  ])
  if (!features.ok) return features
  if (!core.ok) return core
  return { ok: true, value: { ...core.value, release, features: features.value.features } }
}

/** Returns projects, indicators, relations and contradictions. */
export const loadDetails = (): Promise<LoadResult<DetailFiles>> => json<DetailFiles>('details.json')
