/** The page's end of the service worker: whether the map works without a network, and whether a newer build waits. */

/** What the page is told: all is kept; a newer build waits; it has taken over. */
export interface OfflineListener {
  onKept: () => void
  /** `takeOver` lets it; the page is then to be loaded again. */
  onUpdate: (takeOver: () => void) => void
  onTakenOver: () => void
}

const workerAddress = 'service-worker.js'

/**
 * Registers the service worker. No-op where there are none: in an old browser, without https, in a file, and in a frame
 * that has no origin.
 */
export async function startOffline({ onKept, onUpdate, onTakenOver }: OfflineListener): Promise<void> {
  const container = serviceWorkers()
  if (!container) return
  let asked = false
  container.addEventListener('controllerchange', () => {
    if (asked) onTakenOver()
  })
  try {
    const registration: ServiceWorkerRegistration | undefined = await container.register(
      new URL(workerAddress, document.baseURI),
      { updateViaCache: 'none' },
    )
    // A browser that blocks them may say nothing at all.
    if (!registration) return
    const offer = ({ waiting }: ServiceWorkerRegistration) => {
      if (!waiting || !container.controller) return
      onUpdate(() => {
        asked = true
        waiting.postMessage('take-over')
      })
    }
    const follow = (installing: ServiceWorker | null) =>
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') offer(registration)
        if (installing.state === 'activated') onKept()
      })
    if (registration.active) onKept()
    offer(registration)
    follow(registration.installing)
    registration.addEventListener('updatefound', () => follow(registration.installing))
  } catch (error) {
    // Without it the page works as before, with a network.
    console.info('no service worker', error)
  }
}

/** A sandboxed frame throws for the mere look. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    return isSecureContext && location.protocol.startsWith('http') ? navigator.serviceWorker : undefined
  } catch {
    return undefined
  }
}
