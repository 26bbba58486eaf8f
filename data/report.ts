/** `npm run data:report`: coverage of the record. With `--write` the README's quotation of it is renewed as well. */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildRecord } from './build'
import { buildSettings } from './settings'
import { coverageReport } from './steps/coverage'

const report = coverageReport(await buildRecord(process.cwd(), buildSettings(process.cwd())))
console.log(report)

if (process.argv.includes('--write')) {
  const quotation = /(<!-- data:report -->\n)[\s\S]*?(<!-- \/data:report -->)/
  const readme = readFileSync('README.md', 'utf8')
  if (!quotation.test(readme)) throw new Error('README.md has no <!-- data:report --> … <!-- /data:report -->')
  writeFileSync(
    'README.md',
    readme.replace(quotation, (_, start: string, end: string) => `${start}${report}\n${end}`),
  )
}
