/** What the state says of working without a network, and when a newer build is offered. */
import type { Actions } from './actions'
import { whenMapRests } from './record-wanted'
import type { Store } from './store'

/** Starts keeping the map for visits without a network, and tells what comes of it. */
export type StartOffline = (listener: {
  onKept: () => void
  onUpdate: (takeOver: () => void) => void
  onTakenOver: () => void
}) => Promise<void>

/**
 * Keeps the map for visits without a network once it rests: what is seen first comes first. A newer build is offered,
 * never taken, and not offered while a briefing is given. `reload` loads the page again with its view.
 */
export function followOffline(store: Store, actions: Actions, start: StartOffline, reload: () => void): void {
  whenMapRests(store, () => {
    start({
      onKept: actions.keptOffline,
      onUpdate: (takeOver) =>
        whenNoShow(store, () =>
          actions.offer('update', 'offline.update', { message: 'offline.updateNow', run: takeOver }),
        ),
      onTakenOver: reload,
    }).catch((error: unknown) => console.info(error))
  })
}

function whenNoShow(store: Store, run: () => void) {
  if (!store.getState().view.scene) return run()
  const unsubscribe = store.subscribe(({ view }) => {
    if (view.scene) return
    unsubscribe()
    run()
  })
}
