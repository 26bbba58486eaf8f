import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeAddress, encodeView, linkLengthCap } from '../../src/state/link'
import { release } from '../fixtures/region'
import { digestOf, goldenFiles, goldenLines, goldenLinks } from './golden'

const links = goldenLinks()

describe('links given out under version 1', () => {
  test.each(links)('$file $what opens as it always did', ({ value, view }) => {
    const decoded = decodeAddress(`https://example.org/map/?m=${value}`)
    expect(decoded).toEqual({ view, release: '261122', integrity: 'ok', unread: [] })
  })

  test.each(links)('$file $what is written the same way today', ({ value, view }) => {
    expect(encodeView(view, '2026-11-22')).toBe(value)
    expect(value.length).toBeLessThanOrEqual(linkLengthCap)
  })

  test('cover every field of the grammar', () => {
    const keys = new Set(links.flatMap(({ value }) => value.split('~').map((field) => field.charAt(0))))
    expect([...keys].sort().join('')).toBe('1abcdefhiklpqstuvwxyz')
    expect(release >= '2026-11-22').toBe(true)
  })
})

describe('the golden files', () => {
  /** `lines digest file`, one for every time lines were added; itself only ever added to. */
  const recorded = readFileSync(join(import.meta.dirname, 'golden', 'v1.sha256'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' ') as [string, string, string])

  test.each(recorded)('%s lines stand as recorded: %s %s', (count, digest, file) => {
    const lines = goldenLines(file)
    expect(lines.length).toBeGreaterThanOrEqual(Number(count))
    expect(digestOf(lines, Number(count))).toBe(digest)
  })

  test('are recorded to their last line', () => {
    const unrecorded = goldenFiles()
      .map((file) => ({ file, lines: goldenLines(file) }))
      .filter(({ file, lines }) => !recorded.some(([count, , name]) => name === file && Number(count) === lines.length))
      .map(({ file, lines }) => `${lines.length} ${digestOf(lines, lines.length)} ${file}`)
    expect(unrecorded, 'add these lines to tests/links/golden/v1.sha256').toEqual([])
  })
})
