/** What is said when a part of the application that comes in a chunk of its own does not come. */
import type { Deployment } from '../model/part'
import type { Actions } from './actions'

/** Says that a part did not come and offers `again`, or to reload where only that helps. */
export type LostPart = (again: () => void) => Promise<void>

interface Surroundings {
  /** Asks the server. */
  deployed: () => Promise<Deployment>
  /** Loads the page again with the view as it is. */
  reload: () => void
}

/**
 * Returns the one voice of all parts. After a new deployment the old files are gone for good; and some browsers
 * remember a script that failed, so whatever fails a second time while the server answers needs a reload too.
 */
export function createLostPart(actions: Actions, { deployed, reload }: Surroundings): LostPart {
  let failedWhileReachable = 0
  return async (again) => {
    const deployment = await deployed()
    const offersReload = deployment === 'another' || (deployment === 'same' && ++failedWhileReachable > 1)
    if (!offersReload) return actions.offer('part', 'part.failed', { message: 'load.retry', run: again })
    const message = deployment === 'another' ? 'part.replaced' : 'part.failedAgain'
    actions.offer('part', message, { message: 'part.reload', run: reload })
  }
}
