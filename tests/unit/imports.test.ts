/** The house's rooms, read from the files themselves: imports of types count, which the linter lets pass. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Each room with the rooms whose files it may import, besides its own. A file's room is the longest one its path begins with. */
const rooms: { readonly [room: string]: readonly string[] } = {
  'geo/base': [],
  'geo/labels': ['geo/base'],
  'geo/query': ['geo/base', 'geo/labels'],
  'geo/buffer': ['geo/base', 'geo/labels', 'geo/query'],
  'geo/extents': ['geo/base', 'geo/query', 'geo/buffer'],
  'geo/boundaries': ['geo/base'],
  'geo/rivers': ['geo/base', 'geo/boundaries'],
  'geo/screen': ['geo/base'],
  geo: ['geo/base', 'geo/boundaries', 'geo/rivers'],
  data: ['geo'],
  'src/model': ['geo', 'data'],
  'src/io': ['geo', 'data', 'src/model'],
  'src/state': ['geo', 'data', 'src/model'],
  'src/map': ['geo', 'data', 'src/model', 'src/io', 'src/state'],
  'src/panels': ['geo', 'data', 'src/model', 'src/state'],
  src: ['geo', 'data', 'src'],
}

/** Rooms of the recipe: the application must not hold their code, nor lean on their types. */
const buildOnly = ['geo/boundaries', 'geo/rivers', 'geo/extents', 'geo/relief', 'data/steps']

const files = ['src', 'geo', 'data']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((at) => join(folder, at)),
  )
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
const known = new Set(files)

const importPattern = /(?:\bfrom|\bimport\b\s*\(?|\bnew URL\()\s*(['"])(\.[^'"]*)\1/g

/** The files of the house that a file imports, by `from`, `import()`, `import('…').Type` or `new URL` (workers). */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(importPattern)].flatMap(([, , target = '']) => {
    const base = join(dirname(path), target.replace(/\?.*$/, ''))
    const found = [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((candidate) => known.has(candidate))
    if (found === undefined && !isOtherFile(base)) throw new Error(`${path} imports ${target}, which is no file`)
    return found === undefined ? [] : [found]
  })
}

/** Styles, pictures and declarations are files that import nothing. */
const isOtherFile = (path: string) => /\.\w+$/.test(path) && statSync(join(root, path)).isFile()

const imports = new Map(files.map((path) => [path, importsOf(path)]))

const isIn = (room: string, path: string) => path === `${room}.ts` || path.startsWith(`${room}/`)

function roomOf(path: string): string {
  const found = Object.keys(rooms)
    .filter((room) => isIn(room, path))
    .sort((a, b) => b.length - a.length)[0]
  if (found === undefined) throw new Error(`${path} stands in no room`)
  return found
}

/** Groups of files that reach each other in a circle (Tarjan 1972). */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (path: string) => {
    order.set(path, order.size)
    low.set(path, order.size - 1)
    stack.push(path)
    for (const next of graph.get(path) ?? []) {
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) low.set(path, Math.min(low.get(path) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(path) !== order.get(path)) return
    const group = stack.splice(stack.indexOf(path))
    if (group.length > 1 || graph.get(path)?.includes(path)) found.push(group.sort())
  }
  for (const path of graph.keys()) if (!order.has(path)) visit(path)
  return found
}

describe('imports', () => {
  test('are read: many files, many arrows', () => {
    expect(files.length).toBeGreaterThan(250)
    expect([...imports.values()].flat().length).toBeGreaterThan(800)
    expect(imports.get('src/io/analysis.ts')).toContain('src/io/analysis.worker.ts')
  })

  test('form no circle, types included', () => {
    expect(circles(imports)).toEqual([])
  })

  test('a circle would be found', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
      ['d', ['d']],
    ])
    expect(circles(graph)).toEqual([['b', 'c'], ['d']])
  })

  test('run down from room to room, never up or across', () => {
    const wrong = [...imports].flatMap(([path, targets]) => {
      const room = roomOf(path)
      const allowed = rooms[room] ?? []
      return targets
        .filter((target) => roomOf(target) !== room && !allowed.some((one) => isIn(one, target)))
        .map((target) => `${path} imports ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('of the application leave the recipe alone', () => {
    const wrong = [...imports].flatMap(([path, targets]) =>
      targets
        .filter((target) => isIn('src', path) && buildOnly.some((room) => isIn(room, target)))
        .map((target) => `${path} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })
})
