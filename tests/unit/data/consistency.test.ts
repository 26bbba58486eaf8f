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
const intended = '{ id: doc, section: 一 }'
const row = (text: string, rest = 'status: planned', cited = intended) =>
  `- { id: p001, features: ["500112"], theme: tr, text: ${text}, ${rest}, sources: [${cited}] }\n`
const found = (changes: { [path: string]: string }) =>
  withFolder(changes, (root) => inconsistencies(readRecord(root).record))
const checksOf = async (text: string, rest?: string, cited?: string) =>
  (await found({ [plans]: row(text, rest, cited), 'sources.yaml': withReport })).findings.map(({ check }) => check)
/** A plan whose second chapter reports what has been done. */
const withReport =
  '- { id: doc, title: 文件, titleEn: Document, short: 文件, shortEn: Document, kind: plan, publisher: 某处, date: 2020-05, reports: [二], sections: [一, 二] }\n'

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
    ['planned and going on', '渝北正建港', 'status: planned, to: 2022', ['words']],
    ['underway without a word of it', '渝北建港', 'status: underway, to: 2022', ['words']],
    ['underway with a plan’s verbs', '渝北加快建港，持续推进，不断深化', 'status: underway, to: 2022', ['words']],
    ['underway with a bare 启动', '渝北启动建港', 'status: underway, to: 2022', ['words']],
    ['underway by 正 in another word', '渝北公正建港，负责正式', 'status: underway, to: 2022', ['words']],
    ['built and meant', '渝北力争建港', 'status: built, from: 2019', ['words']],
    ['a target of nothing', '渝北的港', 'status: target, unspecific: slogan', ['words']],
    ['a target of no name', '渝北是建港变强的，做好基本的', 'status: target, unspecific: slogan', ['words']],
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

describe('what is underway and says so only elsewhere', () => {
  const quickened = (cited: string) => checksOf('渝北加快建港', 'status: underway, to: 2022', cited)
  const reported = (rest: string) => `{ id: doc, section: 二${rest} }`

  test.each([
    ['a report', reported('')],
    ['a report’s words noted beside the plan', `${intended}, ${reported(', begun: 推进建港')}`],
    ['another plan’s words that say begun', `${intended}, { id: doc, section: 一, begun: 港已开工 }`],
  ])('is sound with %s', async (_, cited) => expect(await quickened(cited)).toEqual([]))

  test.each([
    ['a second citation that notes nothing', `${intended}, ${reported('')}`],
    ['another plan’s words that do not say begun', `${intended}, { id: doc, section: 一, begun: 加快建港 }`],
  ])('is found with %s', async (_, cited) => expect(await quickened(cited)).toEqual(['words']))
})

describe('a sound row is left alone', () => {
  test.each([
    ['渝北 2019—2022 年建港', 'status: planned, from: 2019, to: 2022'],
    ['渝北建港，2021 年完工', 'status: planned, to: 2022'],
    ['渝北的港在建', 'status: underway, from: 2019'],
    ['渝北修正街', 'status: planned, to: 2022'],
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
