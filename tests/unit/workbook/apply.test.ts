import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyToFiles } from '../../../data/workbook/apply-files'
import type { ChangeFile } from '../../../data/workbook/changes'
import { editedText } from '../../../data/workbook/edit-yaml'
import { changesOf } from '../../../src/model/workbook/changes'
import { columnsOf } from '../../../src/model/workbook/columns'
import { compareWorkbook } from '../../../src/model/workbook/compare'
import { withFolder } from '../../fixtures/authored-folder'
import { editableWorkbook, reopened, wholeRecord } from '../../fixtures/record-workbook'

const items = { features: {}, plans: {}, projects: {}, indicators: {}, relations: {}, sources: {} }
/** A record that has released more than it holds today. */
const folder = {
  'themes.yaml': '- { id: tr, name: 交通, nameEn: Transport, icon: transport, description: 交通 }\n',
  'plans/more.yaml': `# 更多
- id: p002
  features: [port]
  theme: tr
  text: 修路 # 第一条
  status: planned
  sources: [{ id: doc, section: 一 }]
`,
  'indicators.yaml': `- no: 2
  name: 量
  group: 类
  task: 任务
  unit: 亿元
  requirement: '>1'
  baseline: { year: 2019, text: '1', value: 1 }
  targets: { 2020: { text: '2', value: 2 } }
  sources: [{ id: doc, section: 一 }]
`,
  'aliases.yaml': '- { from: p009, to: p001, reason: 合并 }\n',
  'releases/2025-12-01.json': JSON.stringify({
    ...{ schema: 1, release: '2025-12-01' },
    items: { ...items, plans: { p001: 'a', p011: 'b' }, features: { f007: 'c' }, indicators: { 2: 'd', 5: 'e' } },
  }),
}
const file = 'data/plans/more.yaml'
const changes = (list: ChangeFile['changes']): ChangeFile => ({
  ...{ format: 'yulan-changes', schema: 1, release: '2026-01-01' },
  changes: list,
})
const messages = (applied: ReturnType<typeof applyToFiles>) =>
  applied.ok ? [] : applied.problems.map(({ file: at, line, message }) => `${at}:${line} ${message}`)

test('new rows get ids that no release ever held, and refer to each other by them', () =>
  withFolder(folder, (root) => {
    const record = wholeRecord(root)
    const workbook = editableWorkbook(record)
    const fill = (kind: 'features' | 'plans' | 'indicators', values: { [title: string]: string | number }, row = 1) => {
      const cells = workbook.cells.get(kind) ?? []
      const first = cells.findIndex(([id]) => id === '新增')
      for (const [at, { title, year }] of columnsOf(kind, record.years).entries()) {
        const value = values[`${title}${year ?? ''}`] ?? values[title]
        const target = cells[first + row - 1]
        if (value !== undefined && target) target[at] = value
      }
    }
    const sources = '文件｜一'
    const plan = { theme: '交通', status: '规划', sources }
    fill('features', { name: '新园', nameEn: 'New Park', kind: '公园', districts: '渝北区', sources })
    fill('plans', { ...plan, text: '建成新园。', features: '新园；渝北区', figures: '3｜亿元｜投资', file })
    fill('plans', { ...plan, text: '扩建新园。', features: '新园' }, 2)
    fill('indicators', {
      ...{ name: '新指标', group: '类', task: '任务', unit: '亿元', requirement: '>1%', sources },
      ...{ baselineYear: record.baseline, baselineText: '1%', targetText: '2%', targetBound: '>= 2' },
    })
    const found = compareWorkbook(reopened(workbook), record)
    expect(found.problems).toEqual([])
    const given = changesOf(found, record, () => true)
    expect(given.changes.map(({ id }) => id)).toEqual(['+1', '+2', '+3', '+4'])

    const applied = applyToFiles(root, 'data', given)
    expect(messages(applied)).toEqual([])
    if (!applied.ok) return
    // Released: p011, f007, indicator 5; merged away: p009.
    expect([...applied.value.minted]).toEqual([
      ['+1', 'f008'],
      ['+2', 'p012'],
      ['+3', 'p013'],
      ['+4', '6'],
    ])
    const rowOf = (id: string) => wholeRecord(root).items.find((item) => item.id === id)
    expect(rowOf('p012')).toMatchObject({
      file,
      row: { features: ['f008', '500112'], figures: [{ value: 3, unit: '亿元', what: '投资' }] },
    })
    expect(rowOf('p013')?.row.features).toEqual(['f008'])
    expect(rowOf('6')?.row.targets).toMatchObject({ [String(record.years[0])]: { text: '2%', value: 2, op: '>=' } })
    expect(readFileSync(join(root, file), 'utf8').startsWith(folder['plans/more.yaml'])).toBe(true)

    const again = messages(applyToFiles(root, 'data', given))
    expect(again).toEqual([
      expect.stringContaining('新增的行已经在这里，编号 f008'),
      expect.stringContaining('新增的行已经在这里，编号 6'),
    ])
  }))

test('an old value that is no longer there is refused with file and line, and nothing is written', () =>
  withFolder(folder, (root) => {
    const text = () => readFileSync(join(root, file), 'utf8')
    const right = { kind: 'plans' as const, file, id: 'p002', field: 'text', old: '修路', new: '改过。' }
    const refused = applyToFiles(
      root,
      'data',
      changes([
        right,
        { ...right, field: 'status', old: 'built', new: 'underway' },
        { ...right, id: 'zz999' },
        { ...right, field: 'id', old: 'p002', new: 'zz999' },
        { ...right, file: 'data/plans/some.yaml' },
        { kind: 'plans', file: '../secret.yaml', id: '+1', old: null, new: {} },
      ]),
    )
    expect(messages(refused)).toEqual([
      `${file}:6 p002 的 status 现在是 "planned"，改动文件以为是 "built"：已有人改过，请重新导出再改`,
      `${file}:1 没有编号为 zz999 的行`,
      `${file}:2 p002 的 id 不能这样改`,
      `${file}:5 p002 在这个文件里，改动文件写的是 data/plans/some.yaml`,
      '../secret.yaml:1 没有这个文件',
    ])
    const wrong = applyToFiles(root, 'data', changes([{ ...right, field: 'status', old: 'planned', new: 'perhaps' }]))
    expect(messages(wrong)[0]).toContain(`${file}:6 p002 的 status = "perhaps"`)
    const dangling = applyToFiles(root, 'data', changes([{ ...right, field: 'features', old: ['port'], new: ['no'] }]))
    expect(messages(dangling)).toEqual([`${file}:3 features 指向不存在的编号 no`])
    expect(text()).toBe(folder['plans/more.yaml'])

    expect(messages(applyToFiles(root, 'data', changes([right])))).toEqual([])
    expect(text()).toBe(folder['plans/more.yaml'].replace('修路', '改过。'))
    const second = applyToFiles(root, 'data', changes([right]))
    expect(second.ok && second.value).toMatchObject({ changed: 0, known: 1 })
  }))

const yaml = `# 前言
- id: aa # 首行
  features: [x, '500112'] # 两个
  text: 一段话
  # 中间的注
  figures:
    - { value: 1, unit: 个, what: 甲 } # 甲
    - value: 2
      unit: 个
      what: 乙
  sources: [{ id: s, section: '：冒号' }]

- id: bb
  features: [y]
  text: "引号里的: 话"`
const order = ['id', 'features', 'text', 'figures', 'to', 'sources']
const edited = (field: string, value: Parameters<typeof editedText>[1]['fields'][0]['value'], at = 0) =>
  editedText(yaml, { fields: [{ at, field, value }], added: [], order })

test('values are changed where they stand, with the comments around them', () => {
  expect(edited('features', ['x', '500113'])).toBe(yaml.replace("'500112'", "'500113'"))
  expect(edited('features', ['x'])).toBe(yaml.replace("[x, '500112']", '[x]'))
  expect(edited('text', '带 # 号')).toBe(yaml.replace('text: 一段话', "text: '带 # 号'"))
  expect(edited('to', 2030)).toBe(yaml.replace('  sources:', '  to: 2030\n  sources:'))
  expect(edited('text', '末行', 1)).toBe(yaml.replace('"引号里的: 话"', '末行'))
  expect(edited('figures', undefined)).toBe(yaml.replace(/ {2}figures:\n( {4}.*\n)+/, ''))
  const [one, two] = [
    { value: 1, unit: '个', what: '甲' },
    { value: 2, unit: '个', what: '乙' },
  ]
  expect(edited('figures', [one, { ...two, value: 3 }])).toBe(yaml.replace('value: 2', 'value: 3'))
  expect(edited('figures', [one, two, one])).toBe(
    yaml.replace('      what: 乙\n', '      what: 乙\n    - { value: 1, unit: 个, what: 甲 }\n'),
  )
  expect(edited('figures', [two])).toBe(yaml.replace(/ {4}- \{ value: 1.*\n/, ''))
  expect(edited('figures', [one, { ...two, year: 2030 }])).toBe(
    yaml.replace('value: 2\n      unit: 个\n      what: 乙', '{ value: 2, unit: 个, what: 乙, year: 2030 }'),
  )
  expect(editedText(yaml, { fields: [], added: [{ id: 'cc', features: ['z'], text: '新' }], order })).toBe(
    `${yaml}\n- id: cc\n  features: [z]\n  text: 新\n`,
  )
})
