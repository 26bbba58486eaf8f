/** The ten commonest tasks in Firefox, on the built site. */
import { startFirefox } from './firefox'
import { testTenTasks } from './ten-tasks'

testTenTasks(startFirefox)
