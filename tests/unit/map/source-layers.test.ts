import type { Feature, FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { EngineMap } from '../../../src/map/engine'
import type { FeatureChanges } from '../../../src/map/feature-changes'
import { changeSourceData } from '../../../src/map/source-layers'

const lines = Array.from(
  { length: 1000 },
  (_, index): Feature => ({
    type: 'Feature',
    properties: { id: String(index) },
    geometry: {
      type: 'LineString',
      coordinates: [
        [106, 29],
        [106 + index / 1000, 29.5],
      ],
    },
  }),
)
const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })

/** A map with one source that keeps what it is given; what is handed over later waits until `answer` is called. */
function mapWithSource() {
  const held = new Map<unknown, Feature>()
  const handed: number[] = []
  const waiting: (() => void)[] = []
  const add = (features: Feature[]) => {
    handed.push(features.length)
    for (const feature of features) held.set(feature.properties?.id, feature)
  }
  const source = {
    setData: ({ features }: FeatureCollection) => add(features),
    updateData: ({ remove = [], add: added = [] }: Partial<FeatureChanges>) => {
      for (const id of remove) held.delete(id)
      add(added)
      return new Promise<void>((resolve) => waiting.push(resolve))
    },
  }
  const map = { getSource: () => source } as unknown as EngineMap
  const answer = async () => {
    waiting.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { map, held, handed, answer }
}

describe('handing lines and areas to the engine', () => {
  test('few come at once', async () => {
    const { map, handed } = mapWithSource()
    await changeSourceData(map, 'shapes', collection(lines.slice(0, 70)))
    expect(handed).toEqual([70])
  })

  test('very many come in pieces, each when the one before has been taken', async () => {
    const { map, held, handed, answer } = mapWithSource()
    changeSourceData(map, 'shapes', collection(lines))
    expect(handed).toEqual([400])
    await answer()
    expect(handed).toEqual([400, 400])
    await answer()
    await answer()
    expect(handed).toEqual([400, 400, 200])
    expect([...held.values()]).toEqual(lines)
  })

  test('what is shown next replaces what is still to come', async () => {
    const { map, held, answer } = mapWithSource()
    changeSourceData(map, 'shapes', collection(lines))
    const next = lines.slice(300, 500)
    changeSourceData(map, 'shapes', collection(next))
    for (let turn = 0; turn < 4; turn++) await answer()
    expect([...held.values()]).toEqual(next)
  })
})
