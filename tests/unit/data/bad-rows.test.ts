import { describe, expect, test } from 'vitest'
import { buildRecord, RecordError } from '../../../data/build'
import { checkPlaces } from '../../../data/steps/check-places'
import { readRecord } from '../../../data/steps/read'
import { resolveRecord } from '../../../data/steps/resolve'
import { problemsWith, spoiled, withFolder } from '../../fixtures/authored-folder'

const plans = 'plans/some.yaml'
const places = 'features/places.yaml'

test('sound rows have no problem', async () => {
  expect(await problemsWith({})).toEqual([])
  const aliased = {
    'aliases.yaml': '- { from: p000, to: p001, reason: 合并 }\n- { from: quay, to: port, reason: 改名 }\n',
  }
  expect(await problemsWith(aliased)).toEqual([])
})

describe('a bad row is named by file, line and the bad value', () => {
  test.each<[string, { [path: string]: string }, string, string]>([
    ['an unknown theme', spoiled(plans, 'theme: tr', 'theme: traffic'), 'data/plans/some.yaml:3', 'traffic'],
    ['an unknown status', spoiled(plans, 'planned', 'perhaps'), 'data/plans/some.yaml:5', 'perhaps'],
    ['an unknown kind', spoiled(places, 'kind: facility', 'kind: harbour'), 'data/features/places.yaml:9', 'harbour'],
    [
      'a missing source',
      spoiled(plans, '\n  sources: [{ id: doc, section: 一 }]', ''),
      'data/plans/some.yaml:1',
      'sources',
    ],
    ['no source at all', spoiled(plans, '[{ id: doc, section: 一 }]', '[]'), 'data/plans/some.yaml:8', 'sources'],
    ['an undeclared source', spoiled(plans, 'id: doc', 'id: paper'), 'data/plans/some.yaml:8', 'paper'],
    ['an undeclared section', spoiled(plans, 'section: 一', 'section: 三'), 'data/plans/some.yaml:8', '三'],
    ['a dangling feature', spoiled(plans, '[port]', '[port, harbour]'), 'data/plans/some.yaml:2', 'harbour'],
    [
      'a dangling zone',
      spoiled(places, 'districts: ["500112"]', 'zones: [nozone]'),
      'data/features/places.yaml:10',
      'nozone',
    ],
    [
      'an alias that leads nowhere',
      { 'aliases.yaml': '- { from: p000, to: p999, reason: 合并 }\n' },
      'data/aliases.yaml:1',
      'p999',
    ],
    [
      'a highlight that is no plan',
      spoiled(places, 'kind: district', 'kind: district\n  highlights: [p999]'),
      'data/features/places.yaml:5',
      'p999',
    ],
    ['an unknown reason', spoiled(plans, 'planned', 'planned\n  unspecific: vague'), 'data/plans/some.yaml:6', 'vague'],
    ['a wrong unit', spoiled(plans, 'unit: 亿元', 'unit: 億元'), 'data/plans/some.yaml:7', '億元'],
    ['an id that is none', spoiled(plans, 'id: p001', 'id: P-1'), 'data/plans/some.yaml:1', 'P-1'],
    ['a district that is none', spoiled(places, '["500112"]', '["50011"]'), 'data/features/places.yaml:10', '50011'],
    [
      'a district of another city',
      spoiled(places, '["500112"]', '["510112"]'),
      'data/features/places.yaml:10',
      '510112',
    ],
    [
      'an unknown board',
      spoiled(places, 'kind: facility', 'kind: facility\n  board: boardup'),
      'data/features/places.yaml:10',
      'boardup',
    ],
    ['an unknown key', spoiled(plans, 'theme: tr', 'theme: tr\n  colour: red'), 'data/plans/some.yaml:1', 'colour'],
    ['a duplicate key', spoiled(plans, 'theme: tr', 'theme: tr\n  theme: in'), 'data/plans/some.yaml:4', 'unique'],
    ['bad YAML', spoiled(plans, 'text: 建港', 'text: 建: 港: ['), 'data/plans/some.yaml:', 'YAML'],
    [
      'a position to the east',
      spoiled(places, '[106.6, 29.7]', '[116.6, 29.7]'),
      'data/features/places.yaml:11',
      '116.6',
    ],
    [
      'a position to the south',
      spoiled(places, '[106.6, 29.7]', '[106.6, 22.7]'),
      'data/features/places.yaml:11',
      '22.7',
    ],
    ['swapped coordinates', spoiled(places, '[106.6, 29.7]', '[29.7, 106.6]'), 'data/features/places.yaml:11', '106.6'],
    [
      'an error radius of nothing',
      spoiled(places, 'errorMeters: 500', 'errorMeters: 0'),
      'data/features/places.yaml:11',
      '0',
    ],
  ])('%s', async (_, changes, place, value) => {
    const problems = await problemsWith(changes)
    expect(problems.join('\n')).toContain(place)
    expect(problems.find((problem) => problem.startsWith(place))).toContain(value)
  })

  test('swapped coordinates are called that', async () => {
    expect((await problemsWith(spoiled(places, '[106.6, 29.7]', '[29.7, 106.6]'))).join('\n')).toContain('写反')
  })

  test('a duplicate id, with the place of the first', async () => {
    const again = {
      'plans/more.yaml':
        '- { id: p001, features: [port], theme: in, text: 又, status: built, sources: [{ id: doc, section: 一 }] }\n',
    }
    expect(await problemsWith(again)).toEqual(['data/plans/some.yaml:1  编号 p001 重复：已见于 data/plans/more.yaml:1'])
  })

  test('two features of one name', async () => {
    const again = {
      'features/twin.yaml':
        '- { id: port2, name: 码头, nameEn: Quay, aliases: [港], kind: facility, sources: [{ id: doc, section: 一 }] }\n',
    }
    const problems = await problemsWith(again)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^data\/features\/twin\.yaml:1 .*“港”.*data\/features\/places\.yaml:6/)
  })

  test('every problem at once, not only the first', async () => {
    const both = {
      ...spoiled(plans, 'theme: tr', 'theme: traffic'),
      ...spoiled(places, 'kind: facility', 'kind: harbour'),
    }
    expect((await problemsWith(both)).length).toBeGreaterThanOrEqual(2)
  })
})

describe('the build', () => {
  test('stops, and its error says the same', async () => {
    const building = withFolder(spoiled(plans, 'theme: tr', 'theme: traffic'), (root) => buildRecord(root))
    await expect(building).rejects.toThrow(RecordError)
    await expect(building).rejects.toThrow(/data\/plans\/some\.yaml:3 .*traffic/)
  })

  test('stops for a file that is no list', async () => {
    expect(await problemsWith({ [plans]: 'id: p001\n' })).toEqual([
      expect.stringMatching(/^data\/plans\/some\.yaml:1 .*列表/),
    ])
  })
})

describe('positions against the borders', () => {
  const west = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [106, 29],
        [107, 29],
        [107, 30],
        [106, 30],
        [106, 29],
      ],
    ],
  }
  const placeProblems = (changes: { [path: string]: string }) =>
    withFolder(changes, (root) => {
      const { record } = readRecord(root)
      const boundaryPrecision = { errorMeters: 100, basis: '边界' }
      const placed = { boundaryPrecision, boundaries: new Map([['500112', west]]), shapes: new Map() }
      const { resolved, problems } = resolveRecord(record, placed)
      return [...problems, ...checkPlaces(record, resolved)].map((p) => `${p.file}:${p.line}  ${p.message}`)
    })

  test('a point in its district is fine', async () => {
    expect(await placeProblems({})).toEqual([])
  })

  test('a point outside the district it names is a problem of its row', async () => {
    const problems = await placeProblems(spoiled(places, '[106.6, 29.7]', '[107.6, 29.7]'))
    expect(problems).toEqual([expect.stringMatching(/^data\/features\/places\.yaml:11 .*107\.6.*500112/)])
  })

  test('a shape nobody drew is a problem of its row', async () => {
    const shape = spoiled(places, 'at: [106.6, 29.7]', 'shape: rail')
    expect(await placeProblems(shape)).toEqual([
      expect.stringMatching(/^data\/features\/places\.yaml:11 .*rail\.geojson.*port/),
    ])
  })
})
