/** Loads parts of the application that come in chunks of their own. */
import { PartError } from '../model/part'

const failedSheets = new Set<HTMLLinkElement>()

if (typeof document !== 'undefined')
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failedSheets.add(target)
    },
    true,
  )

/**
 * Returns what `load` imports, with the style sheets that failed before: a bundler asks for each only once. Rejects if
 * either cannot be had; a later call tries both again.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    await Promise.all([...failedSheets].filter(({ isConnected }) => isConnected).map(loadSheet))
    return await load()
  } catch (cause) {
    throw new PartError('a part of the application did not come', { cause })
  }
}

function loadSheet(failed: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = failed.cloneNode() as HTMLLinkElement
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => reject(new Error(`no style sheet ${link.href}`)))
    failedSheets.delete(failed)
    failed.replaceWith(link)
  })
}
