/** `npm run data:check`: every problem of the authored rows, with file and line, without building anything. */
import { checkRecord } from './steps/check'
import { readRecord } from './steps/read'

const { record, problems } = readRecord(process.cwd())
const all = [...problems, ...checkRecord(record)]
for (const { file, line, message } of all) console.error(`${file}:${line}  ${message}`)
const counts = Object.entries(record).map(([kind, rows]) => `${kind} ${rows.length}`)
console.log(`${counts.join(' · ')} · ${all.length} problems`)
process.exitCode = all.length > 0 ? 1 : 0
