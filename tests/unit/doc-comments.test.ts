/** Every exported declaration says what it is: read from the files themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folders = ['geo', 'data', 'src']

const declaration =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/

/** Returns the names of exported declarations whose line before is not the end of a doc comment. */
function withoutComment(content: string): string[] {
  const lines = content.split('\n')
  return lines.flatMap((line, index) => {
    const name = declaration.exec(line)?.[1]
    return name === undefined || isDocComment(lines, index - 1) ? [] : [name]
  })
}

/** Returns whether a doc comment that holds a sentence ends in a line. */
function isDocComment(lines: readonly string[], end: number): boolean {
  if (!lines[end]?.trimEnd().endsWith('*/')) return false
  const start = lines.slice(0, end + 1).findLastIndex((line) => line.includes('/*'))
  const comment = lines.slice(start, end + 1).join(' ')
  return /^\/\*\*\s/.test(comment) && /[\p{L}\d]/u.test(comment)
}

const files = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((at) => join(folder, at)),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .sort()

describe('doc comments', () => {
  test('a declaration without one is found, whatever it declares', () => {
    const bare = ['function f() {}', 'async function g() {}', 'function* h() {}', 'const i = 1', 'class J {}']
    const types = ['interface K {}', 'type L = 1', 'abstract class M {}', 'default function n() {}']
    const content = [...bare, ...types].map((text) => `export ${text}\n`).join('\n')
    expect(withoutComment(content)).toEqual(['f', 'g', 'h', 'i', 'J', 'K', 'L', 'M', 'n'])
    expect(withoutComment('/** A number. */\nexport const a = 1\n')).toEqual([])
    expect(withoutComment('/**\n * A number\n * or two.\n */\nexport const a = 1\n')).toEqual([])
    expect(withoutComment('/* A number. */\nexport const a = 1\n')).toEqual(['a'])
    expect(withoutComment('/** */\nexport const a = 1\n')).toEqual(['a'])
    expect(withoutComment('/** The file. */\n\nexport const a = 1\n')).toEqual(['a'])
  })

  test('every exported declaration has one', () => {
    expect(files.length).toBeGreaterThan(150)
    const bare = files.flatMap((path) =>
      withoutComment(readFileSync(join(root, path), 'utf8')).map((name) => `${path}: ${name}`),
    )
    expect(bare).toEqual([])
  })
})
