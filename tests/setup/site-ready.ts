/** Runs before each file that opens the site: waits until the build that `built-site.ts` started has ended. */
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'

const outcome = inject('siteOutcome')
while (!existsSync(outcome)) await setTimeout(100)
const complaint = readFileSync(outcome, 'utf8')
if (complaint) throw new Error(`the site was not built: ${complaint}`)
