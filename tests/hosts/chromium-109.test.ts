/** The ten commonest tasks in Chromium 109, the last one for Windows 7, on the built site. */
import { startChromium109 } from './chromium'
import { testTenTasks } from './ten-tasks'

testTenTasks(startChromium109)
