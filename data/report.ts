/**
 * `npm run data:report`: coverage of the record, and every row that breaks its rules, by file and line. With `--write` the
 * README's quotation of the tables is renewed as well.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildRecord } from './build'
import { buildSettings } from './settings'
import { inconsistencies } from './steps/consistency'
import { coverageReport } from './steps/coverage'

const built = await buildRecord(process.cwd(), buildSettings(process.cwd()))
const report = coverageReport(built)
console.log(report)

const { findings, excepted, idle } = inconsistencies(built.record)
for (const { check, file, line, message } of findings) console.log(`${file}:${line}  ${check}  ${message}`)
for (const { check, id } of excepted) console.log(`例外  ${check}  ${id}`)
for (const line of idle) console.log(line)

if (process.argv.includes('--write')) {
  const quotation = /(<!-- data:report -->\n)[\s\S]*?(<!-- \/data:report -->)/
  const readme = readFileSync('README.md', 'utf8')
  if (!quotation.test(readme)) throw new Error('README.md has no <!-- data:report --> … <!-- /data:report -->')
  writeFileSync(
    'README.md',
    readme.replace(quotation, (_, start: string, end: string) => `${start}${report}\n${end}`),
  )
}
