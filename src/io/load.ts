/** Fetches the shipped files. A failed fetch returns the name of the file and never throws. */
import { assets, release } from 'virtual:yulan-assets'
import { partName } from '../../data/file-parts'
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

/** A file whose rows under `key` may go on in more parts. */
async function inAllParts<Key extends string, T extends { [key in Key]: unknown[] }>(
  name: string,
  key: Key,
): Promise<LoadResult<T>> {
  const more = []
  for (let part = 2; partName(name, part) in assets; part++) more.push(json<T>(partName(name, part)))
  const [first, ...others] = [await json<T>(name), ...(await Promise.all(more))]
  if (!first.ok || more.length === 0) return first
  const rows: unknown[] = []
  for (const part of [first, ...others]) {
    if (!part.ok) return part
    for (const row of part.value[key]) rows.push(row)
  }
  return { ok: true, value: { ...first.value, [key]: rows } }
}

/** Returns the files the first view needs. */
export async function loadCore(): Promise<LoadResult<CoreFiles>> {
  const [features, core] = await Promise.all([
    inAllParts<'features', { features: RecordFeature[] }>('features.geojson', 'features'),
    inAllParts<'plans', Omit<CoreFiles, 'features' | 'release'>>('core.json', 'plans'),
  ])
  if (!features.ok) return features
  if (!core.ok) return core
  return { ok: true, value: { ...core.value, release, features: features.value.features } }
}

/** Returns projects, indicators, relations and contradictions. */
export const loadDetails = (): Promise<LoadResult<DetailFiles>> => json<DetailFiles>('details.json')
