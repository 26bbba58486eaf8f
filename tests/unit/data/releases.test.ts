import { beforeAll, describe, expect, test } from 'vitest'
import { releasedKinds, shippedRows } from '../../../data/schema'
import { lostSlugs } from '../../../data/steps/named-links'
import type { AuthoredRecord } from '../../../data/steps/read'
import { type ReleaseManifest, releaseManifest } from '../../../data/steps/release-manifest'
import { lostIds, pastReleases, readReleases } from '../../../data/steps/releases'
import { builtRecord } from '../../fixtures/built-record'

const manifest = (release: string, items: Partial<ReleaseManifest['items']>): ReleaseManifest => ({
  schema: 1,
  release,
  items: { ...(Object.fromEntries(releasedKinds.map((kind) => [kind, {}])) as ReleaseManifest['items']), ...items },
})
const spring = manifest('2026-03-01', { plans: { pa: '111111', pb: '222222' }, features: { port: 'aaaaaa' } })
const autumn = manifest('2026-09-01', { plans: { pa: '111111', pb: '333333', pc: '444444' } })

describe('what has changed since a link was made', () => {
  test('is told item by item: new, different, gone', () => {
    const releases = pastReleases([spring], autumn)
    expect(releases).toEqual([
      {
        date: '2026-03-01',
        changes: [
          { kind: 'features', id: 'port', change: 'removed' },
          { kind: 'plans', id: 'pb', change: 'changed' },
          { kind: 'plans', id: 'pc', change: 'added' },
        ],
      },
    ])
    for (const release of releases) expect(shippedRows.releases.safeParse(release).success).toBe(true)
  })

  test('is nothing against the same record', () => {
    expect(pastReleases([spring], { ...spring, release: '2026-04-01' })).toEqual([{ date: '2026-03-01', changes: [] }])
  })
})

describe('a release that keeps its parts', () => {
  const nothing = { features: {}, plans: {}, projects: {}, indicators: {}, relations: {}, sources: {} }
  const kept = (release: string, digests: string, status: string, extra = {}): ReleaseManifest => ({
    ...manifest(release, { plans: { pa: digests, ...extra } }),
    schema: 2,
    parts: manifest(release, { plans: { pa: digests, ...extra } }).items,
    values: { ...nothing, plans: { pa: { status, figures: [] } } },
  })
  const before = kept('2026-05-01', 'aaaaaabbbbbbccccccddddddeeeeeeffffff', 'planned', { pb: '0'.repeat(36) })
  const after = kept('2026-06-01', 'aaaaaabbbbbb000000ddddddeeeeee111111', 'underway')

  test('says which parts differ and what the status was', () => {
    const [release] = pastReleases([before], after, [{ from: 'pb', to: 'pa', reason: '合并' }])
    expect(release?.changes).toEqual([
      { kind: 'plans', id: 'pa', change: 'changed', parts: ['status', 'place'], before: { status: 'planned' } },
      { kind: 'plans', id: 'pb', change: 'merged', to: 'pa' },
    ])
    expect(shippedRows.releases.safeParse(release).success).toBe(true)
  })

  test('calls what leads nowhere gone', () => {
    const [release] = pastReleases([before], after)
    expect(release?.changes[1]).toEqual({ kind: 'plans', id: 'pb', change: 'removed' })
  })
})

describe('what was published', () => {
  test('may not go without an alias', () => {
    expect(lostIds([spring], autumn, new Set())).toMatchObject([{ file: 'data/aliases.yaml' }])
    expect(lostIds([spring], autumn, new Set())[0]?.message).toContain('features port')
    expect(lostIds([spring], autumn, new Set(['port']))).toEqual([])
  })

  test('a named link may not go, a new one has to be written down', () => {
    const row = (slug: string) =>
      ({ row: { slug }, file: 'data/links.yaml', line: 3, lineOf: () => 3 }) as unknown as AuthoredRecord['links'][0]
    expect(lostSlugs(['a', 'b'], [row('a')])[0]?.message).toContain('/s/b/')
    expect(lostSlugs(['a'], [row('a'), row('c')])[0]?.message).toContain('c')
    expect(lostSlugs(['a'], [row('a'), row('a')])[0]?.message).toContain('重复')
    expect(lostSlugs(['a'], [row('a')])).toEqual([])
  })
})

describe('the manifest of the record', () => {
  beforeAll(builtRecord, 180_000)

  test('counts what is stated, and not what is derived from it', async () => {
    const { record, resolved } = await builtRecord()
    const before = releaseManifest(record, resolved, '2026-01-01')
    expect(Object.keys(before.items.plans)).toHaveLength(resolved.plans.length)
    expect(Object.keys(before.items.features)).toHaveLength(resolved.features.length)

    const [first, ...rest] = resolved.plans
    const [place, ...places] = resolved.features
    if (!first || !place) throw new Error('the record is empty')
    const reworded = releaseManifest(
      record,
      { ...resolved, plans: [{ ...first, text: `${first.text}。` }, ...rest] },
      '2026-02-01',
    )
    expect(pastReleases([before], reworded)[0]?.changes).toEqual([
      { kind: 'plans', id: first.id, change: 'changed', parts: ['wording'] },
    ])
    const recounted = { ...place, properties: { ...place.properties, plans: place.properties.plans + 1 } }
    const counted = releaseManifest(record, { ...resolved, features: [recounted, ...places] }, '2026-02-01')
    expect(pastReleases([before], counted)[0]?.changes).toEqual([])
  })

  test('every published named link is a row of today', async () => {
    const { record } = await builtRecord()
    expect(lostSlugs(readReleases('data').slugs, record.links)).toEqual([])
    expect(record.links.length).toBeGreaterThanOrEqual(6)
  })
})
