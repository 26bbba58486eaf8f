/** `npm run data:check`: every problem of the authored rows and of where they lie, with file and line, without building a site. */
import { buildRecord, RecordError } from './build'
import { buildSettings, SettingError } from './settings'

try {
  const { record } = await buildRecord(process.cwd(), buildSettings(process.cwd()))
  const counts = Object.entries(record).map(([kind, rows]) => `${kind} ${rows.length}`)
  console.log(`${counts.join(' · ')} · 0 problems`)
} catch (error) {
  if (!(error instanceof RecordError || error instanceof SettingError)) throw error
  console.error(error.message)
  console.log(`${error instanceof RecordError ? error.problems.length : 1} problems`)
  process.exitCode = 1
}
