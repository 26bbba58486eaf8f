import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { themeIds } from '../../data/schema-ids'
import { defaultView, type View } from '../../src/model/view'

/** A link that was given out, and what it opens for ever: `what ⇥ value of m ⇥ differences from the default view`. */
export interface GoldenLink {
  file: string
  what: string
  value: string
  view: View
}

const folder = join(import.meta.dirname, 'golden', 'v1')

export const goldenFiles = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()

export const goldenLines = (file: string) => readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1)

/** Of the first `count` lines. */
export const digestOf = (lines: readonly string[], count: number) =>
  createHash('sha256').update(lines.slice(0, count).join('\n')).digest('hex')

export function goldenLinks(): GoldenLink[] {
  return goldenFiles().flatMap((file) =>
    goldenLines(file).map((line) => {
      const [what = '', value = '', change = ''] = line.split('\t')
      return { file, what, value, view: { ...defaultView(themeIds), ...(JSON.parse(change) as Partial<View>) } }
    }),
  )
}
