/** The ten commonest tasks in the single file, opened from a folder in Firefox. */
import { inject } from 'vitest'
import { startFirefox } from './firefox'
import { testTenTasks } from './ten-tasks'

testTenTasks(startFirefox, `file://${inject('siteFolder')}/single-file.html`)
