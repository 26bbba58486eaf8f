/** Writes the list of what the build ships, from the files themselves, after all else is written. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { type FileList, fileListName } from './file-list'

/** Returns the Vite plugin. */
export function fileListPlugin(): Plugin {
  return {
    name: 'yulan-file-list',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (!dir) throw new Error('the build has no folder to list')
        const list = join(dir, fileListName)
        mkdirSync(dirname(list), { recursive: true })
        writeFileSync(list, `${JSON.stringify(fileListOf(dir))}\n`)
      },
    },
  }
}

/** Returns the list of a built folder; folders whose name begins with a dot are the build's own. */
export function fileListOf(folder: string): FileList {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('.') && path !== fileListName && statSync(join(folder, path)).isFile())
    .sort()
    .map((path) => {
      const content = readFileSync(join(folder, path))
      return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
    })
  return { schema: 1, files }
}
