/**
 * `npm run data:workbook -- export [file.xlsx]` writes the record as a workbook; `npm run data:workbook -- apply
 * <changes.json>` brings a change file into the YAML, all of it or nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildSettings } from '../data/settings'
import { applyToFiles } from '../data/workbook/apply-files'
import { readChanges } from '../data/workbook/changes'
import { readWorkbookSource } from '../data/workbook/record'
import { recordWorkbook } from './io/formats/xlsx/record-workbook'
import { recordSheets } from './model/workbook/sheets'
import { workbookRecord } from './workbook-record'

type Problems = readonly { file: string; line: number; message: string }[]

function refuse(problems: Problems): number {
  for (const { file, line, message } of problems) console.error(`${file}:${line}  ${message}`)
  console.log(`${problems.length} 处不能改，什么都没有写`)
  return 1
}

async function exportTo(root: string, folder: string, path: string): Promise<number> {
  const source = readWorkbookSource(root, folder)
  if (!source.ok) return refuse(source.problems)
  writeFileSync(path, await recordWorkbook(recordSheets(workbookRecord(source.value), 'zh-CN')))
  console.log(`${path}：${source.value.items.length} 行`)
  return 0
}

function apply(root: string, folder: string, path: string): number {
  const changes = readChanges(readFileSync(path, 'utf8'))
  if (!changes.ok) return refuse([{ file: path, line: 1, message: changes.sentence }])
  const applied = applyToFiles(root, folder, changes.value)
  if (!applied.ok) return refuse(applied.problems)
  const { texts, changed, known, minted } = applied.value
  for (const [written, id] of minted) console.log(`新增的行 ${written}：编号 ${id}`)
  console.log(`改了 ${changed} 处，新增 ${minted.size} 行，写了 ${[...texts.keys()].join('、') || '0 个文件'}`)
  if (known > 0) console.log(`另有 ${known} 处本来就是这样`)
  console.log('接着请运行 npm run data:check')
  return 0
}

const usage = '用法：npm run data:workbook -- export [文件.xlsx]，或 npm run data:workbook -- apply 改动文件.json'

const [command, path] = process.argv.slice(2).map((word) => word.replace(/^--(?=export$|apply$)/, ''))
const root = process.cwd()
const { regionFolder } = buildSettings(root)
if (command === 'export') process.exitCode = await exportTo(root, regionFolder, path ?? 'yulan-record.xlsx')
else if (command === 'apply' && path) process.exitCode = apply(root, regionFolder, path)
else {
  console.error(usage)
  process.exitCode = 1
}
