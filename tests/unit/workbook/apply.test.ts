import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReleases } from '../../../data/steps/releases'
import { applyToFiles } from '../../../data/workbook/apply-files'
import type { ChangeFile } from '../../../data/workbook/changes'
import { editedText } from '../../../data/workbook/edit-yaml'
import { changesOf } from '../../../src/model/workbook/changes'
import { columnsOf } from '../../../src/model/workbook/columns'
import { compareWorkbook } from '../../../src/model/workbook/compare'
import { editableWorkbook, reopened, wholeRecord } from '../../fixtures/record-workbook'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'yulan-workbook-'))
  cpSync('data', join(root, 'data'), { recursive: true, filter: (path) => !/\.(ts|svg)$/.test(path) })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const changes = (list: ChangeFile['changes']): ChangeFile => ({
  format: 'yulan-changes',
  schema: 1,
  release: wholeRecord().release,
  changes: list,
})
const plan = () => {
  const found = wholeRecord().items.find(({ kind, row }) => kind === 'plans' && row.status === 'planned')
  if (!found) throw new Error('no plan')
  return found
}
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

test('new rows get ids that no release ever held, and refer to each other by them', () => {
  const record = wholeRecord()
  const workbook = editableWorkbook(record)
  const fill = (
    kind: 'features' | 'plans' | 'indicators' | 'projects',
    values: { [title: string]: string | number },
    row = 1,
  ) => {
    const cells = workbook.cells.get(kind) ?? []
    const first = cells.findIndex(([id]) => id === '新增')
    for (const [at, { title, year }] of columnsOf(kind, record.years).entries()) {
      const value = values[`${title}${year ?? ''}`] ?? values[title]
      const target = cells[first + row - 1]
      if (value !== undefined && target) target[at] = value
    }
  }
  const source = workbook.sheets.words.lists.find(({ id }) => id === 'source')?.words[2] ?? ''
  fill('features', {
    name: '试验新园',
    nameEn: 'New Park',
    kind: '公园',
    districts: '渝北区',
    sources: source,
    summary: '一处新园',
  })
  fill('plans', {
    text: '建成试验新园。',
    features: '试验新园；渝北区',
    theme: '生态',
    status: '规划',
    figures: '3｜公顷｜面积',
    sources: source,
  })
  fill('plans', { text: '扩建试验新园。', features: '试验新园', theme: '生态', status: '规划', sources: source }, 2)
  fill('indicators', {
    ...{ name: '新指标', group: '类', task: '任务', unit: '%', requirement: '>1%', sources: source },
    ...{ baselineYear: record.baseline, baselineText: '1%', targetText: '2%', targetBound: '>= 2' },
  })
  const found = compareWorkbook(reopened(workbook), record)
  expect(found.problems).toEqual([])
  const file = changesOf(found, record, () => true)
  expect(file.changes.map(({ id }) => id)).toEqual(['+1', '+2', '+3', '+4'])

  const before = new Map(record.items.map((item) => [item.file, readFileSync(item.file, 'utf8')]))
  const applied = applyToFiles(root, 'data', file)
  if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'))
  const minted = [...applied.value.minted.values()]
  const released = new Set(
    readReleases('data').manifests.flatMap(({ items }) => Object.values(items).flatMap((ids) => Object.keys(ids))),
  )
  const [feature, one, two, indicator] = minted
  expect(new Set(minted).size).toBe(4)
  for (const id of [feature, one, two]) {
    expect(released.has(id ?? '')).toBe(false)
    expect(readFileSync('data/aliases.yaml', 'utf8')).not.toContain(`${id},`)
    expect(id).toMatch(/^[a-z0-9]{2,16}$/)
  }
  expect(indicator).toBe('22')
  const after = wholeRecord(root)
  const rowOf = (id: string | undefined) => after.items.findLast((item) => item.id === id)?.row
  expect(rowOf(one)).toMatchObject({
    features: [feature, '500112'],
    figures: [{ value: 3, unit: '公顷', what: '面积' }],
  })
  expect(rowOf(two)?.features).toEqual([feature])
  expect(rowOf(indicator)?.targets).toMatchObject({ [String(record.years[0])]: { text: '2%', value: 2, op: '>=' } })
  for (const [name, text] of applied.value.texts) expect(text.startsWith(before.get(name) ?? '?'), name).toBe(true)

  const again = applyToFiles(root, 'data', file)
  expect(again.ok).toBe(false)
  expect(again.ok ? [] : again.problems.map(({ message }) => message)).toEqual(
    expect.arrayContaining([expect.stringContaining('已经在这里')]),
  )
})

test('an old value that is no longer there is refused with file and line, and nothing is written', () => {
  const { file, id, line, row } = plan()
  const right = { kind: 'plans' as const, file, id, field: 'text', old: row.text as string, new: '改过。' }
  const text = textOf(file)
  const refused = applyToFiles(
    root,
    'data',
    changes([
      right,
      { ...right, field: 'status', old: 'built', new: 'underway' },
      { ...right, id: 'zz999' },
      { ...right, field: 'id', old: id, new: 'zz999' },
      { kind: 'plans', file: '../secret.yaml', id: '+1', old: null, new: {} },
    ]),
  )
  if (refused.ok) throw new Error('it was applied')
  const [stale, ...others] = refused.problems
  expect(stale).toMatchObject({ file, message: expect.stringContaining('已有人改过') })
  expect(text.split('\n')[(stale?.line ?? 0) - 1]).toMatch(/^ {2}status: planned/)
  expect(others).toEqual([
    { file, line: 1, message: '没有编号为 zz999 的行' },
    { file, line, message: `${id} 的 id 不能这样改` },
    { file: '../secret.yaml', line: 1, message: '没有这个文件' },
  ])
  const dangling = applyToFiles(
    root,
    'data',
    changes([{ ...right, field: 'features', old: row.features as string[], new: ['nowhere'] }]),
  )
  expect(dangling.ok ? [] : dangling.problems).toMatchObject([{ file, message: expect.stringContaining('nowhere') }])
  expect(textOf(file)).toBe(text)

  expect(applyToFiles(root, 'data', changes([right])).ok).toBe(true)
  const second = applyToFiles(root, 'data', changes([right]))
  expect(second.ok && second.value).toMatchObject({ changed: 0, known: 1 })
  const lines = textOf(file).split('\n')
  expect(lines.filter((each, at) => each !== text.split('\n')[at])).toEqual(['  text: 改过。'])
})

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
