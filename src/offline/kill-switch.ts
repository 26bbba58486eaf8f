/** In the place of the service worker where it is switched off: forgets all that one before it has kept, and goes. */
interface WorkerScope {
  registration: { scope: string; unregister: () => Promise<boolean> }
  skipWaiting: () => Promise<void>
  addEventListener: (
    type: 'install' | 'activate',
    listener: (event: { waitUntil: (promise: Promise<unknown>) => void }) => void,
  ) => void
}

const worker = globalThis as unknown as WorkerScope
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(goAway()))

async function goAway() {
  const own = `yulan ${new URL(worker.registration.scope).pathname} `
  for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name)
  await worker.registration.unregister()
}
