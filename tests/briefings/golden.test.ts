import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeBriefing, encodeBriefing } from '../../src/io/briefing-code/briefing-code'
import { briefingFileName, briefingFileText, readBriefingFile } from '../../src/io/briefing-file'
import { readViewFile } from '../../src/io/view-file'
import type { StoredBriefing } from '../../src/model/briefing/briefing'
import { readBriefing, storedBriefing } from '../../src/state/stored-briefing'

const folder = join(import.meta.dirname, 'golden')
const content = (name: string) => readFileSync(join(folder, 'v1', name), 'utf8')

/** What was given out in a link: `what ⇥ value of h ⇥ the stored briefing`. */
const links = content('links.txt')
  .split('\n')
  .slice(0, -1)
  .map((line) => {
    const [what = '', code = '', stored = ''] = line.split('\t')
    return { what, code, stored: JSON.parse(stored) as StoredBriefing }
  })

describe('briefings given out under version 1', () => {
  test.each(links)('in a link open as they always did: $what', ({ code, stored }) => {
    expect(decodeBriefing(code)).toEqual({ ok: true, stored })
  })

  test.each(links)('are written so that they can be read: $what', ({ stored }) => {
    expect(decodeBriefing(encodeBriefing(stored))).toEqual({ ok: true, stored })
  })

  test('in a file open as they always did, notes and values too, and are written the same way today', async () => {
    const text = content('eight-scenes.yulan.json')
    const read = await readBriefingFile(new Blob([text]))
    if (!read) throw new Error('the file is not read')
    expect(read.stored.scenes).toHaveLength(8)
    expect(read.stored.scenes[1]?.notes).toBe('停顿，等图上五条跑道都出来。')
    expect(read.made['project:12']).toEqual({ text: '铜锣山矿山公园', figures: ['12000 万元'], from: 2020, to: 2022 })
    const again = briefingFileText({ stored: storedBriefing(readBriefing(read.stored)), made: read.made })
    expect(JSON.parse(again)).toEqual(JSON.parse(text))
  })

  test('stand as recorded', () => {
    const files = readdirSync(join(folder, 'v1')).sort()
    const digests = files.map((name) => `${createHash('sha256').update(content(name)).digest('hex')} ${name}`)
    expect(digests).toEqual(readFileSync(join(folder, 'v1.sha256'), 'utf8').split('\n').slice(0, -1))
  })
})

describe('a briefing file', () => {
  test('is told from a view file and from anything else by what is in it', async () => {
    expect(await readViewFile(new Blob([content('eight-scenes.yulan.json')]))).toBeUndefined()
    for (const text of [
      '',
      '{}',
      '[]',
      'null',
      '{"kind":"yulan-view","schema":1,"view":"1"}',
      '{"kind":"yulan-briefing"}',
    ])
      expect(await readBriefingFile(new Blob([text]))).toBeUndefined()
  })

  test('has a name that every file system takes', () => {
    expect(briefingFileName('渝北：“两山”?/\\*<>|"')).toBe('渝北：“两山”.yulan.json')
    expect(briefingFileName(' / ')).toBe('yulan.yulan.json')
  })
})
