/** Builds the site once into a folder of its own and serves it, as a reader's server would. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type PreviewServer, preview } from 'vite'

export interface BuiltSite {
  folder: string
  remove: () => void
}

/** A build that goes on in a process of its own. */
export interface StartedBuild extends BuiltSite {
  /** Resolves when the folder is whole; rejects with what the build said where it failed. */
  done: Promise<void>
  /** Ends the build. No-op if it has ended. */
  stop: () => void
}

/** Builds the site and waits for it: see `startBuild`. */
export async function buildSite(settings?: { [setting: string]: string }, root?: string): Promise<BuiltSite> {
  const build = startBuild(settings, root)
  await build.done
  return build
}

/**
 * In a process of its own: the test runner's NODE_ENV would make it a development build. The setting `YULAN_BUILT` names
 * a folder already built (with `--manifest`) to use instead; a site with settings of its own is always built. `root` is
 * the project's folder, or that of a copy.
 */
export function startBuild(settings: { [setting: string]: string } = {}, root = process.cwd()): StartedBuild {
  const built = process.env.YULAN_BUILT
  if (built && Object.keys(settings).length === 0)
    return { folder: built, done: Promise.resolve(), stop: () => {}, remove: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'yulan-site-'))
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const options = [
    'build',
    '--outDir',
    folder,
    '--emptyOutDir',
    '--manifest',
    '--logLevel',
    'error',
    '--configLoader',
    'runner',
  ]
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
    // The one page that may speak to an embedded map in these tests.
    VITE_EMBED_ORIGINS: 'http://127.0.0.1:14817',
    ...settings,
  }
  const running = promisify(execFile)(process.execPath, [vite, ...options], { cwd: root, env, maxBuffer: 1e8 })
  return {
    folder,
    done: running.then(() => {}),
    stop: () => void running.child.kill(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Files go as they lie on the disk: packing them again for each of some two hundred pages is a tenth of a second a page. */
const unpackedFiles = {
  name: 'yulan-unpacked-files',
  configurePreviewServer: ({ middlewares }: PreviewServer) => {
    middlewares.use((request: IncomingMessage, _: ServerResponse, next: () => void) => {
      delete request.headers['accept-encoding']
      next()
    })
  },
}

/** Serves a built folder on a free port, under `base` if given; answers its address, with the last slash. */
export async function serveSite(folder: string, base = './'): Promise<{ address: string; close: () => Promise<void> }> {
  const server = await preview({
    logLevel: 'error',
    configFile: false,
    plugins: [unpackedFiles],
    base,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 20_000 + Math.floor(Math.random() * 20_000) },
  })
  const address = server.resolvedUrls?.local[0]
  if (!address) throw new Error('the preview server has no address')
  return { address, close: () => server.close() }
}
