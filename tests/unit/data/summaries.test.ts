import { beforeAll, describe, expect, test } from 'vitest'
import type { ShippedFeature } from '../../../data/steps/resolve'
import { builtRecord } from '../../fixtures/built-record'

let features: ShippedFeature[] = []
beforeAll(async () => {
  features = (await builtRecord()).resolved.features
}, 60_000)

const idsOf = (wrong: (feature: ShippedFeature) => boolean) => features.filter(wrong).map(({ id }) => id)

describe('what a summary says', () => {
  test('rests on the map’s own geometry only where it says so, and then cites it', () => {
    const mismatched = idsOf(
      ({ properties: { summary, sources } }) =>
        /按本图|本图的/.test(summary) !== sources.some(({ id }) => id === 'ownmap'),
    )
    expect(mismatched).toEqual([])
  })

  test('tells what is only intended as intended', () => {
    const intended = /要|拟|规划|推进|争取|将|待/
    const silent = idsOf(
      ({ properties: { status, summary } }) => (status === 'planned' || status === 'target') && !intended.test(summary),
    )
    expect(silent).toEqual([])
  })
})
