/** Damaged and hostile files: none throws, none takes long, and each that is refused says why in a sentence. */
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { NamedBytes } from '../../../../src/io/own-files/named-bytes'
import { type OwnFileReading, readOwnFile } from '../../../../src/io/own-files/read-file'
import { ownReadingMessage } from '../../../../src/model/messages/own-data-reading'
import { sampled } from '../../../fixtures/corpus'
import { ownContext } from '../../../fixtures/own-context'
import { bombFiles } from './bombs'
import { allCorpusFiles } from './corpus/corpus'
import { spoiledFiles } from './spoiled-files'

const longestMilliseconds = 2000
const corpusSize = 2000
/** What `npm test` takes of them. */
const sampleSize = 150

beforeAll(() => {
  // What a reader stumbles over is told to whoever looks for it.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

/** Milliseconds of work, which do not grow with what else the machine does. */
async function timed(file: NamedBytes): Promise<{ reading: OwnFileReading; milliseconds: number }> {
  const start = process.cpuUsage()
  const reading = await readOwnFile(file, ownContext)
  const { user, system } = process.cpuUsage(start)
  return { reading, milliseconds: (user + system) / 1000 }
}

/** Both languages' sentences of a reading's refusal and problems. */
function sentences(reading: OwnFileReading): string[] {
  const languages = ['zh-CN', 'en'] as const
  if (!reading.ok)
    return languages.map((language) =>
      ownReadingMessage(language, `own-data.refused.${reading.reason}`, reading.values),
    )
  return reading.tables.flatMap(({ problems }) =>
    problems.flatMap(({ reason }) =>
      languages.map((language) => ownReadingMessage(language, `own-data.reason.${reason}`)),
    ),
  )
}

/** A sentence whose places are filled. */
const isSentence = (text: string) => text.length > 1 && !/[{}]|own-data/.test(text)

test('spoiled files are read or refused', async () => {
  const sound = await allCorpusFiles()
  // A stride that meets every format in a sample as well.
  const mixed = sound.map((_, at) => sound[(at * 61) % sound.length] ?? { name: '', bytes: new Uint8Array() })
  const files = sampled(spoiledFiles(mixed, corpusSize, 18), sampleSize)
  const slow: string[] = []
  const wordless: string[] = []
  let refused = 0
  for (const [at, file] of files.entries()) {
    const { reading, milliseconds } = await timed(file)
    if (milliseconds > longestMilliseconds) slow.push(`${at} ${file.name}: ${milliseconds}`)
    if (!sentences(reading).every(isSentence)) wordless.push(`${at} ${file.name}`)
    if (!reading.ok) refused++
  }
  expect(slow).toEqual([])
  expect(wordless).toEqual([])
  expect(refused).toBeGreaterThan(files.length / 10)
  expect(refused).toBeLessThan(files.length)
})

describe('bombs', () => {
  test.each(bombFiles().map((bomb) => [bomb.id, bomb] as const))('%s', async (_, { name, make, reason }) => {
    const { reading, milliseconds } = await timed({ name, bytes: make() })
    expect(sentences(reading).every(isSentence)).toBe(true)
    if (reason) expect(reading).toMatchObject({ ok: false, reason })
    expect(milliseconds).toBeLessThan(longestMilliseconds)
  })
})
