/** What stands on the server now under the page's own address. */
import type { Deployment } from '../model/part'

const patienceMilliseconds = 8_000

/** Returns which build the server has now: a page names its first script, whose name differs in every build. */
export async function whatIsDeployed(): Promise<Deployment> {
  const script = document.querySelector('script[type=module][src]')?.getAttribute('src')
  try {
    const address = `${location.origin}${location.pathname}`
    const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(patienceMilliseconds) })
    if (!response.ok) return 'unreachable'
    const page = await response.text()
    return !script || page.includes(script) ? 'same' : 'another'
  } catch {
    return 'unreachable'
  }
}
