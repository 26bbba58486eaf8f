/**
 * What a status means. Everything that depends on the status is in the tables here, so that a new status is a compile
 * error until they name it.
 */
import type { Status } from '../../../data/schema'

const openness = {
  built: false,
  underway: true,
  planned: true,
  target: true,
  state: false,
} as const satisfies { [status in Status]: boolean }

/** Returns whether something is still to be done: not for what is built, nor for a description. */
export const isOpen = (status: Status): boolean => openness[status]

const years = {
  built: 'done',
  underway: 'open',
  planned: 'open',
  target: 'open',
  state: 'described',
} as const satisfies { [status in Status]: 'open' | 'done' | 'described' }

/** Returns how a plan of this status counts in one of its years: still open, done, or a description. */
export const partInYear = (status: Status): 'open' | 'done' | 'described' => years[status]

/** The status of every project: projects are rows of a plan for coming years. */
export const projectStatus: Status = 'planned'
/** The status of every indicator: indicators are numbers to be reached. */
export const indicatorStatus: Status = 'target'
