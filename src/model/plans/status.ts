/** What a status says about a row: asked here and nowhere else, so that a new one has to answer too. */
import type { Status } from '../../../data/schema'

const openness = {
  built: false,
  underway: true,
  planned: true,
  target: true,
  state: false,
} as const satisfies { [status in Status]: boolean }

/** Whether something of it is still to come: a result is there, and a description was never to be reached. */
export const isOpen = (status: Status): boolean => openness[status]

const years = {
  built: 'done',
  underway: 'open',
  planned: 'open',
  target: 'open',
  state: 'described',
} as const satisfies { [status in Status]: 'open' | 'done' | 'described' }

/** How a plan of this status counts in a year it has: still open, done in it, or a description of it. */
export const partInYear = (status: Status): 'open' | 'done' | 'described' => years[status]

/** Projects are rows of a plan for coming years, indicators are numbers to be reached. */
export const projectStatus: Status = 'planned'
export const indicatorStatus: Status = 'target'
