import type { TestProject } from 'vitest/node'
import { buildSite, serveSite } from './site'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built site is served, with the last slash. */
    siteAddress: string
    /** The folder it was built into, with `.vite/manifest.json`. */
    siteFolder: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await buildSite()
  const server = await serveSite(site.folder)
  project.provide('siteAddress', server.address)
  project.provide('siteFolder', site.folder)
  return async () => {
    await server.close()
    site.remove()
  }
}
