/** The ten commonest tasks after one visit, with the server gone. */
import { afterEach, expect } from 'vitest'
import { testTenTasks } from './ten-tasks'
import { type BrowserWithoutServer, visitOnce } from './without-server'

let visited: BrowserWithoutServer | undefined
afterEach(() => expect(visited?.failed).toEqual([]))
testTenTasks(async () => {
  visited = await visitOnce()
  return visited
})
