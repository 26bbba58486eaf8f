import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serveSite, startBuild } from './site'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built site is served, with the last slash. */
    siteAddress: string
    /** The folder it is built into, with `.vite/manifest.json`. */
    siteFolder: string
    /** The file that is there once the build has ended: empty where it went well, else what was wrong. */
    siteOutcome: string
  }
}

/** Starts the build and does not wait: what needs no site is tested meanwhile, and the rest waits in `site-ready.ts`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const build = startBuild()
  const notes = mkdtempSync(join(tmpdir(), 'yulan-outcome-'))
  const outcome = join(notes, 'outcome')
  const tell = (complaint: string) => {
    writeFileSync(`${outcome}.part`, complaint)
    renameSync(`${outcome}.part`, outcome)
  }
  const told = build.done.then(
    () => tell(''),
    (error: unknown) => tell(String(error)),
  )
  const server = await serveSite(build.folder)
  project.provide('siteAddress', server.address)
  project.provide('siteFolder', build.folder)
  project.provide('siteOutcome', outcome)
  return async () => {
    build.stop()
    await told
    await server.close()
    rmSync(notes, { recursive: true, force: true })
    build.remove()
  }
}
