import { beforeAll, describe, expect, test } from 'vitest'
import { inconsistencies } from '../../../data/steps/consistency'
import { type AuthoredRecord, readRecord } from '../../../data/steps/read'
import { spoiled, withFolder } from '../../fixtures/authored-folder'

describe('the record', () => {
  let record: AuthoredRecord
  beforeAll(() => {
    record = readRecord(process.cwd()).record
  })

  test('keeps its own rules but for the rows named in data/exceptions.yaml', () => {
    const told = inconsistencies(record).findings.map(({ file, line, message }) => `${file}:${line}  ${message}`)
    expect(told).toEqual([])
  })

  test('names no exception that is none any more', () => {
    expect(inconsistencies(record).idle).toEqual([])
  })
})

const plans = 'plans/some.yaml'
const row = (text: string, rest = 'status: planned') =>
  `- { id: p001, features: ["500112"], theme: tr, text: ${text}, ${rest}, sources: [{ id: doc, section: 一 }] }\n`
const found = (changes: { [path: string]: string }) =>
  withFolder(changes, (root) => inconsistencies(readRecord(root).record))
const checksOf = async (text: string, rest?: string) =>
  (await found({ [plans]: row(text, rest) })).findings.map(({ check }) => check)

describe('a row that breaks a rule is found', () => {
  test.each<[string, string, string, string[]]>([
    ['a year of the text outside', '渝北 2022 年建港', 'status: planned, to: 2021', ['years']],
    ['a year and no years', '渝北 2020—2022 年建港', 'status: planned', ['years', 'bare']],
    [
      'a figure’s year outside',
      '渝北建港',
      'status: planned, from: 2021, figures: [{ value: 1, unit: "", what: 港, year: 2020 }]',
      ['years'],
    ],
    ['nothing concrete', '渝北要发展', 'status: planned', ['bare']],
    ['a reason beside a year', '渝北要发展', 'status: planned, to: 2022, unspecific: slogan', ['unspecific']],
    ['no subject', '建港', 'status: planned, to: 2022', ['subject']],
    ['planned and begun', '渝北的港已开工', 'status: planned, to: 2022', ['words']],
    ['underway without a word of it', '渝北建港', 'status: underway, to: 2022', ['words']],
    ['built and meant', '渝北力争建港', 'status: built, from: 2019', ['words']],
    ['a target of nothing', '渝北的港', 'status: target, unspecific: slogan', ['words']],
    ['a description of years to come', '渝北多山', 'status: state, to: 2035', ['standing']],
    ['built after its document', '渝北建了港', 'status: built, from: 2025', ['standing']],
    ['intended before its document', '渝北建港', 'status: planned, to: 2012', ['standing']],
  ])('%s', async (_, text, rest, checks) => expect(await checksOf(text, rest)).toEqual(checks))

  test('twice in one document', async () => {
    const twice = row('渝北在江边建一座新港口', 'status: planned, to: 2022')
    const again = twice.replace('p001', 'p002').replace('新港口', '新港')
    const { findings } = await found({ [plans]: twice + again })
    expect(findings.map(({ check, id, line }) => ({ check, id, line }))).toEqual([
      { check: 'doubled', id: 'p002', line: 2 },
    ])
  })
})

describe('a sound row is left alone', () => {
  test.each([
    ['渝北 2019—2022 年建港', 'status: planned, from: 2019, to: 2022'],
    ['渝北建港，2021 年完工', 'status: planned, to: 2022'],
    ['渝北的港在建', 'status: underway, from: 2019'],
    ['渝北要开放', 'status: planned, unspecific: slogan'],
    ['渝北成为枢纽', 'status: target, unspecific: direction'],
  ])('%s', async (text, rest) => expect(await checksOf(text, rest)).toEqual([]))

  test('with a place of its own', async () => {
    expect((await found(spoiled(plans, 'text: 建港', 'text: 港要扩建'))).findings).toEqual([])
  })
})

describe('an exception', () => {
  const exception = (check: string) => ({ 'exceptions.yaml': `- { id: p001, check: ${check}, reason: 试 }\n` })

  test('silences its check of its row and nothing else', async () => {
    const { findings, excepted, idle } = await found({ [plans]: row('要发展'), ...exception('bare') })
    expect(findings.map(({ check }) => check)).toEqual(['subject'])
    expect(excepted.map(({ check }) => check)).toEqual(['bare'])
    expect(idle).toEqual([])
  })

  test('that excepts nothing is named by its line', async () => {
    expect(
      (await found({ [plans]: row('渝北建港', 'status: planned, to: 2022'), ...exception('words') })).idle,
    ).toEqual([expect.stringContaining('data/exceptions.yaml:1')])
  })
})
