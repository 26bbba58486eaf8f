import { beforeAll, describe, expect, test } from 'vitest'
import type { BuiltRecord } from '../../../data/build'
import { authoredBriefing, type ShippedBriefing } from '../../../data/schema-briefing'
import { checkBriefings, lostScenes } from '../../../data/steps/briefings'
import { parseMapping } from '../../../data/steps/parse'
import { readBriefings } from '../../../data/steps/read'
import { withFolder } from '../../fixtures/authored-folder'
import { builtRecord } from '../../fixtures/built-record'

let built: BuiltRecord
beforeAll(async () => {
  built = await builtRecord()
})

const sound = `slug: demo
title: 示例
date: 2026-01-01
scenes:
  - no: 1
    title: 第一页
    view: 1~v260101~k0000
    points:
      - text: 过渡的话
      - cite: plan:pa004
  - no: 3
    title: 第二页
    view: 1~v260101~k0000
    points: [{ cite: "project:24a" }, { cite: "indicator:3" }, { cite: answer }]
retired:
  - { no: 2, to: 3, reason: 并入第二页 }
`

const problemsOf = (content: string, file = 'data/briefings/demo.yaml') => {
  const { row, problems } = parseMapping(content, file, authoredBriefing)
  const found = row ? checkBriefings([row], built.record) : problems
  return found.map(({ file: at, line, message }) => `${at}:${line}  ${message}`)
}
const located = (content: string) => {
  const { row } = parseMapping(content, 'data/briefings/demo.yaml', authoredBriefing)
  if (!row) throw new Error('the briefing does not fit its schema')
  return row
}

describe('a briefing’s file', () => {
  test('is sound as it stands', () => {
    expect(problemsOf(sound)).toEqual([])
  })

  test.each([
    ['slug: demo', 'slug: De-mo', 1, '小写字母'],
    ['slug: demo', 'slug: own', 1, '自编'],
    ['date: 2026-01-01', 'date: 2026 年', 3, '年-月-日'],
    ['no: 1', 'no: 0', 5, 'no'],
    ['view: 1~v260101~k0000\n    points:\n', 'view: https://x/?m=1\n    points:\n', 7, '复制链接'],
    ['- cite: plan:pa004', '- cite: feature:gyport', 10, 'cite'],
    ['- text: 过渡的话', '- say: 过渡的话', 9, 'points'],
    ['title: 第一页', 'titel: 第一页', 5, 'scenes.0.title'],
    ['- cite: plan:pa004', '- cite: plan:zz999', 10, 'plan:zz999'],
    ['indicator:3', 'indicator:99', 14, 'indicator:99'],
    ['no: 3', 'no: 1', 11, 'no 都是 1'],
    ['to: 3', 'to: 9', 16, '第 9 号页'],
    ['no: 2, to', 'no: 1, to', 16, '还在'],
  ])('%s written as %s is told with file and line', (piece, wrong, line, word) => {
    expect(sound).toContain(piece)
    const problems = problemsOf(sound.replace(piece, wrong))
    expect(problems.length, problems.join('\n')).toBeGreaterThan(0)
    expect(problems[0]).toMatch(new RegExp(`^data/briefings/demo\\.yaml:${line}  .*${word}`))
  })

  test('has the name of its slug, and no other file has it', () => {
    expect(problemsOf(sound, 'data/briefings/other.yaml')[0]).toContain('demo.yaml')
    const twice = checkBriefings([located(sound), located(sound)], built.record)
    expect(twice.map(({ message }) => message)).toEqual(['汇报 demo 重复'])
  })

  test('may cite an item by an id that has since become another', () => {
    const alias = built.record.aliases.find(({ row }) => built.record.plans.some((plan) => plan.row.id === row.to))
    expect(alias).toBeDefined()
    expect(problemsOf(sound.replace('plan:pa004', `plan:${alias?.row.from}`))).toEqual([])
  })

  test('is read from the folder, and a city without one has none', async () => {
    await withFolder({ 'briefings/demo.yaml': sound.replace('title: 示例\n', '') }, (root) => {
      const { briefings, problems } = readBriefings(root)
      expect(briefings).toEqual([])
      expect(problems).toMatchObject([{ file: 'data/briefings/demo.yaml', line: 1 }])
    })
    await withFolder({}, (root) => {
      expect(readBriefings(root)).toEqual({ briefings: [], problems: [] })
    })
  })
})

describe('what was published of briefings', () => {
  const messages = (published: { [slug: string]: number[] }, content = sound) =>
    lostScenes(published, [located(content)]).map(({ file, line, message }) => `${file}:${line}  ${message}`)

  test('stays: as it is, or by an alias', () => {
    expect(messages({ demo: [1, 2, 3] })).toEqual([])
  })

  test('a scene may not go without an alias', () => {
    const [problem] = messages({ demo: [1, 2, 3] }, sound.replace(/retired:[\s\S]*$/, ''))
    expect(problem).toMatch(/^data\/briefings\/demo\.yaml:4 {2}.*第 2 号页.*retired/)
  })

  test('a briefing may not go at all', () => {
    expect(messages({ demo: [1, 2, 3], gone: [1] })).toEqual([
      'data/releases/briefings.json:1  汇报 /b/gone/ 已经发布，不能去掉',
    ])
  })

  test('new scenes have to be written down', () => {
    expect(messages({ demo: [1, 2] })[0]).toMatch(/^data\/briefings\/demo\.yaml:1 {2}.*第 3 号页.*briefings\.json/)
  })
})

describe('what ships', () => {
  test('is every briefing with the release it ships with', () => {
    const file = JSON.parse(built.shipped.files.get('briefings.json') ?? '') as { briefings: ShippedBriefing[] }
    expect(file.briefings.map(({ slug }) => slug)).toEqual(built.briefings.map(({ row }) => row.slug))
    for (const { release } of file.briefings) expect(release).toBe(built.region.release)
  })

  test('is no part of what the first view or the panels load', () => {
    for (const bundle of [built.shipped.core, built.shipped.details])
      expect(Object.keys(JSON.parse(bundle))).not.toContain('briefings')
  })
})
