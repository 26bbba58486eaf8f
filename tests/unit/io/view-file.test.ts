import { describe, expect, test } from 'vitest'
import { readViewFile, viewFileText } from '../../../src/io/view-file'

const file = (text: string) => new Blob([text], { type: 'application/json' })

describe('a view file', () => {
  test('comes back as the value it was saved with, also after an editor put a mark in front', async () => {
    const text = viewFileText({ release: '2026-11-22', title: '渝北区', view: '1~d500112~v261122~k424P' })
    expect(await readViewFile(file(text))).toBe('1~d500112~v261122~k424P')
    expect(await readViewFile(file(`\uFEFF${text}`))).toBe('1~d500112~v261122~k424P')
  })

  test.each([
    'not json',
    '[]',
    'null',
    '{"view": "1~d500112"}',
    '{"kind": "yulan-view", "view": 1}',
    `{"kind": "yulan-view", "view": "${'x'.repeat(200_000)}"}`,
  ])('%.40s is none', async (text) => {
    expect(await readViewFile(file(text))).toBeUndefined()
  })
})
