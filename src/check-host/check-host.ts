/**
 * `npm run check-host -- <address>`: asks a host for what the build ships and says what it does wrong and which line to
 * change. Ends with 1 if anything is wrong, with 2 if nothing could be checked.
 */
import { parseArgs } from 'node:util'
import type { Language } from '../model/messages/text'
import { hosts } from './mends'
import { observe } from './observe'
import { hostNamed, isWrong, reportOf } from './report'
import { problemsOf } from './rules'
import { reportText } from './words'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string' },
    dist: { type: 'string' },
    archive: { type: 'string' },
    host: { type: 'string' },
  },
})
const language: Language = values.lang === 'en' ? 'en' : 'zh-CN'
const [address] = positionals
const host = hosts.find((one) => one === values.host)

if (address === undefined || (values.host !== undefined && host === undefined)) {
  console.error(reportText(language, 'usage'))
  process.exitCode = 2
} else {
  process.exitCode = await check(address)
}

async function check(written: string): Promise<number> {
  try {
    const observed = await observe(written, { builtFolder: values.dist, archive: values.archive })
    const problems = problemsOf(observed)
    console.log(reportOf(observed, problems, language, host ?? hostNamed(observed.page.headers.server)))
    return problems.some(isWrong) ? 1 : 0
  } catch (error) {
    const reason =
      error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error)
    console.error(reportText(language, 'unreachable', { address: written, reason }))
    return 2
  }
}
