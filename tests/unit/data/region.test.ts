import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildRecord } from '../../../data/build'
import { authoredRegion } from '../../../data/schema-region'
import { parseMapping } from '../../../data/steps/parse'
import { problemsWith, spoiled, withFolder } from '../../fixtures/authored-folder'
import { chongqing } from '../../fixtures/region'

const region = 'region.yaml'

describe('region.yaml', () => {
  test.each<[string, [piece: string, replacement: string], string, string]>([
    ['a box the wrong way round', ['homeBounds: [106, 29, 107, 30]', 'homeBounds: [107, 29, 106, 30]'], ':4', '107'],
    ['a pattern that is none', ["'500\\d{3}'", "'500('"], ':9', '500('],
    ['a central district of another city', ["code: '500112'", "code: '510112'"], ':11', '510112'],
    ['a schedule with a hole', ['[2020, 2021]', '[2020, 2022]'], ':13', '2022'],
    ['a key nobody knows', ['boards: [boardnorth]', 'board: [boardnorth]'], ':1', 'board'],
    ['a box that is missing', ['farBounds: [105, 28, 108, 31]\n', ''], ':1', 'farBounds'],
    ['bad YAML', ['boards: [boardnorth]', 'boards: [boardnorth'], ':1', 'YAML'],
  ])('%s is named by line and value', async (_, [piece, replacement], line, value) => {
    const [problem] = await problemsWith(spoiled(region, piece, replacement))
    expect(problem).toContain(`data/region.yaml${line}`)
    expect(problem).toContain(value)
  })

  test('a central district without a row is missed', async () => {
    const more = spoiled(region, '渝北区 }', "渝北区 }\n  - { code: '500113', name: 巴南区 }")
    expect(await problemsWith(more)).toEqual(['data/region.yaml:12  巴南区（500113）在 features 里没有条目'])
  })

  test('a folder without one is no city, and the build says which setting named it', async () => {
    const building = withFolder({}, (root) => buildRecord(root, { regionFolder: 'elsewhere' }))
    await expect(building).rejects.toThrow(/elsewhere\/region\.yaml.*YULAN_REGION/)
  })

  test('a river that joins one nobody knows, or has a course but no way in', () => {
    const content = readFileSync('data/region.yaml', 'utf8')
    const problems = (piece: string, replacement: string) => {
      expect(content).toContain(piece)
      return parseMapping(content.replace(piece, replacement), 'region.yaml', authoredRegion).problems
    }
    expect(problems('joins: changjiang', 'joins: nile').map(({ message }) => message)).toEqual([
      expect.stringContaining('nile'),
    ])
    expect(problems('    enters: [106.2765, 29.289]\n', '')).toHaveLength(1)
  })

  test('holds the nine districts, two rivers and six years of the default region', () => {
    expect(chongqing.centralDistricts).toHaveLength(9)
    expect(chongqing.rivers.map(({ name, joins }) => [name, joins])).toEqual([
      ['长江', undefined],
      ['嘉陵江', 'changjiang'],
    ])
    expect(chongqing.years.schedule).toEqual([2020, 2021, 2022, 2023, 2024, 2025])
  })
})

describe('rows of years the region does not know', () => {
  test('are named', async () => {
    const indicators = `- no: 1
  name: 林
  group: 生态
  task: 造林
  unit: ''
  requirement: 约束
  baseline: { year: 2018, text: '1' }
  targets: { 2020: { text: '2' }, 2030: { text: '3' } }
  sources: [{ id: doc, section: 一 }]
`
    expect(await problemsWith({ 'indicators.yaml': indicators })).toEqual([
      expect.stringMatching(/^data\/indicators\.yaml:7 .*2018/),
      expect.stringMatching(/^data\/indicators\.yaml:8 .*2030/),
    ])
  })
})
