/** The ten commonest tasks in the single file, opened from a folder in the browser that is installed. */
import { inject } from 'vitest'
import { launchBrowser } from '../e2e/browser'
import { hostBrowser } from './chromium'
import { testTenTasks } from './ten-tasks'

testTenTasks(async () => hostBrowser(await launchBrowser('brief')), `file://${inject('siteFolder')}/single-file.html`)
