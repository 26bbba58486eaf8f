/**
 * `npm run data:copied -- <folder of the documents> [<folder or file of rows> …]`: slides a window of 16 characters
 * (punctuation and spaces ignored) over the authored text and the documents and lists runs that stand in both,
 * longest first. Names, and lists of names, are facts and do not count: known names are cut out of a run first,
 * and it is listed only where 8 or more characters that are no name remain. Words that citations note (`begun`) have
 * to stand in a document, whatever their length.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildSettings } from './settings'
import { readBriefings, readRecord } from './steps/read'

const windowLength = 16
const remainderAllowed = 8
const [documentsFolder, ...only] = process.argv.slice(2)
if (!documentsFolder || !statSync(documentsFolder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('用法：npm run data:copied -- <原文所在文件夹> [只查的文件…]')
  process.exit(2)
}

const squeeze = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const source = readdirSync(documentsFolder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => squeeze(readFileSync(join(documentsFolder, name), 'utf8')))
  .join('\n')
const windows = new Set<string>()
for (let i = 0; i + windowLength <= source.length; i++) windows.add(source.slice(i, i + windowLength))

const { regionFolder } = buildSettings(process.cwd())
const { record } = readRecord(process.cwd(), regionFolder)
const { briefings } = readBriefings(process.cwd(), regionFolder)
const names = [
  ...record.features.flatMap((f) => [f.row.name, ...f.row.aliases]),
  ...record.projects.flatMap((p) => [p.row.name, p.row.programme, p.row.category, ...p.row.lead, ...p.row.partners]),
  ...record.indicators.map((i) => i.row.name),
]
  .map(squeeze)
  .filter((name) => name.length >= 2)
  .sort((a, b) => b.length - a.length)

/** The runs of `text` that also stand in the documents, at their greatest length. */
function sharedRuns(text: string): string[] {
  const runs: string[] = []
  for (let i = 0; i + windowLength <= text.length; i++) {
    if (!windows.has(text.slice(i, i + windowLength))) continue
    let end = i + windowLength
    while (end < text.length && windows.has(text.slice(end - windowLength + 1, end + 1))) end++
    runs.push(text.slice(i, end))
    i = end - windowLength
  }
  return runs
}

const withoutNames = (run: string) => names.reduce((rest, name) => rest.replaceAll(name, ''), run)

const authored: { file: string; line: number; text: string }[] = []
const add = (located: { file: string; line: number }, texts: (string | undefined)[]) => {
  for (const text of texts) if (text) authored.push({ file: located.file, line: located.line, text: squeeze(text) })
}
for (const f of record.features) add(f, [f.row.summary, f.row.note, ...f.row.positioning.map((p) => p.text)])
for (const p of record.plans) add(p, [p.row.text, ...p.row.figures.map((f) => f.what)])
for (const p of record.projects) add(p, [p.row.text, p.row.scheduleNote, ...Object.values(p.row.schedule)])
for (const i of record.indicators) add(i, [i.row.note])
for (const t of record.tasks) add(t, [t.row.text, t.row.schedule])
for (const r of record.relations) add(r, [r.row.text])
for (const b of briefings)
  for (const { title, notes, points } of b.row.scenes)
    add(b, [title, notes, ...points.map((point) => ('text' in point ? point.text : undefined))])
for (const c of record.conflicts) add(c, [c.row.sentence, ...c.row.values.map((v) => v.text)])

const hits = authored
  .filter(({ file }) => only.length === 0 || only.some((path) => file.includes(path.replace(/^\.\//, ''))))
  .flatMap(({ file, line, text }) => sharedRuns(text).map((run) => ({ file, line, run })))
  .filter(({ run }) => withoutNames(run).length >= remainderAllowed)
  .sort((a, b) => b.run.length - a.run.length)
for (const { file, line, run } of hits) console.log(`${file}:${line}  ${run}`)
console.log(`${authored.length} 段文字，${hits.length} 处与原文连续 ${windowLength} 字以上相同`)

const unfounded = record.plans.flatMap(({ file, line, row }) =>
  row.sources.flatMap(({ begun }) => (begun && !source.includes(squeeze(begun)) ? `${file}:${line}  ${begun}` : [])),
)
for (const finding of unfounded) console.log(finding)
console.log(`${unfounded.length} 处注出的话（begun）原文没有`)
process.exitCode = hits.length + unfounded.length > 0 ? 1 : 0
