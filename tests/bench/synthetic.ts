/** Made-up features for measuring how time grows with their number; seeded, so that every run is about the same ones. */
import { featureKinds } from '../../data/schema-ids'
import type { AskedFeature } from '../../src/model/analysis/analysis'

/** Mulberry32: numbers in 0…1 from a seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Features all over Chongqing in the shares the record has: mostly points, some lines of twenty corners. */
export function syntheticFeatures(count: number, seed: number): AskedFeature[] {
  const random = seeded(seed)
  const kinds = featureKinds.filter((kind) => kind !== 'district')
  return Array.from({ length: count }, (_, index): AskedFeature => {
    const at = [105.2 + random() * 5, 28.2 + random() * 4]
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'facility'
    const geometry =
      random() < 0.85
        ? ({ type: 'Point', coordinates: at } as const)
        : ({ type: 'LineString', coordinates: walk(at, 20, random) } as const)
    return { id: `s${index.toString(36)}`, kind, geometry, errorMeters: 200 + Math.round(random() * 1800) }
  })
}

function walk([x = 0, y = 0]: number[], corners: number, random: () => number): number[][] {
  const line = [[x, y]]
  for (let index = 1; index < corners; index++) {
    const [lastX = x, lastY = y] = line[index - 1] ?? []
    line.push([lastX + (random() - 0.4) * 0.02, lastY + (random() - 0.5) * 0.02])
  }
  return line
}
