import { describe, expect, it } from 'vitest'
import type { Relation } from '../../../data/schema'
import { leaderFeatures, partnersOf, relationFeatures } from '../../../src/map/relations/features'
import type { PlanRecord, RecordFeature } from '../../../src/model/record'
import { chongqingPage } from '../../fixtures/region'

const relation = (kind: Relation['kind'], from: string, to: string[]) => ({ kind, from, to }) as Relation
const feature = (id: string, geometry: RecordFeature['geometry'], more: object = {}) =>
  ({ type: 'Feature', geometry, properties: { id, name: id, nameEn: id, districts: [], zones: [], ...more } }) as never
const point = (longitude: number, latitude: number) => ({ type: 'Point' as const, coordinates: [longitude, latitude] })
const rail = {
  type: 'LineString' as const,
  coordinates: [
    [106.5, 29.6],
    [107, 29.8],
  ],
}
const features: RecordFeature[] = [
  feature('here', point(106.5, 29.5)),
  feature('far', point(104, 30.4)),
  feature('rail', rail),
  feature('nowhere', null),
  feature('zone', point(106.4, 29.7), { kind: 'zone', labelAt: [106.6, 29.7] }),
  feature('board', null, {
    kind: 'zone',
    subkind: 'board',
    labelAt: [106.7, 29.3],
    districts: ['here'],
    zones: ['zone'],
  }),
]
const featureById = new Map(features.map((each) => [each.properties.id, each]))
const record = { featureById, region: chongqingPage } as unknown as PlanRecord

describe('the partners of a feature', () => {
  it('are those of links either way, each once; borders, distances and what lies inside are no links', () => {
    const relations = [
      relation('cooperation', 'here', ['far', 'rail']),
      relation('connection', 'far', ['here', 'zone']),
      relation('adjacency', 'here', ['board']),
      relation('membership', 'here', ['zone']),
      relation('distance', 'zone', ['here']),
    ]
    expect(partnersOf(relations, 'here')).toEqual(['far', 'rail'])
    expect(partnersOf(relations, 'zone')).toEqual(['far'])
    expect(partnersOf(relations, 'board')).toEqual([])
  })

  it('are joined by a curve that is no straight line, a partner that is a line is marked itself', () => {
    const [arc, along, ...rest] = relationFeatures(
      record,
      [relation('cooperation', 'here', ['far', 'rail', 'nowhere'])],
      'here',
    )
    expect(rest).toEqual([])
    expect([arc?.properties.role, arc?.properties.id]).toEqual(['arc', 'far'])
    expect(along).toMatchObject({ properties: { role: 'along', id: 'rail' }, geometry: rail })
    const line = arc?.geometry.type === 'LineString' ? arc.geometry.coordinates : []
    expect([line[0], line.at(-1)]).toEqual([
      [106.5, 29.5],
      [104, 30.4],
    ])
    expect(line[16]?.[1]).toBeGreaterThan(30.05)
  })

  it('are not drawn from a feature without a place', () => {
    expect(relationFeatures(record, [relation('cooperation', 'here', ['nowhere'])], 'nowhere')).toEqual([])
  })
})

describe('a board', () => {
  it('is joined to the districts and zones that are named for it, a zone at its large name', () => {
    const lines = leaderFeatures(record, 'board').map(({ properties, geometry }) => [
      properties.role,
      properties.id,
      geometry.type === 'LineString' && geometry.coordinates,
    ])
    expect(lines).toEqual([
      [
        'leader',
        'here',
        [
          [106.7, 29.3],
          [106.5, 29.5],
        ],
      ],
      [
        'leader',
        'zone',
        [
          [106.7, 29.3],
          [106.6, 29.7],
        ],
      ],
    ])
  })

  it('is the only thing with such lines', () => {
    expect(leaderFeatures(record, 'zone')).toEqual([])
  })
})
