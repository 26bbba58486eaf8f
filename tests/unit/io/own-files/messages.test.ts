import { expect, test } from 'vitest'
import { createCollector, type OwnFileReply, pieces } from '../../../../src/io/own-files/messages'
import { type OwnFileReading, readOwnFile } from '../../../../src/io/own-files/read-file'
import { grouped } from '../../../../src/io/own-files/shapefile-parts'
import { ownContext } from '../../../fixtures/own-context'

const reading = (name: string, text: string) => readOwnFile({ name, bytes: new TextEncoder().encode(text) }, ownContext)

/** What a worker would post, copied as posting copies it. */
const posted = (readings: readonly OwnFileReading[]) => readings.flatMap((each) => structuredClone([...pieces(each)]))

test('readings come over in pieces and are whole again', async () => {
  const many = `名称,经度,纬度\n${'甲,106.5,29.5\n'.repeat(4500)}坏,,\n`
  const topology = {
    type: 'Topology',
    arcs: [],
    objects: { a: { type: 'Point', coordinates: [1, 2] }, b: { type: 'Point', coordinates: [3, 4] } },
  }
  const readings = [
    await reading('a.csv', many),
    await reading('b.bin', '\u0000\u0001\u0002'),
    await reading('c.json', JSON.stringify(topology)),
  ]
  expect(readings.map(({ ok }) => ok)).toEqual([true, false, true])
  const messages = posted(readings)
  const rowsOf = (message: OwnFileReply) => (message.kind === 'rows' ? message.rows.length : 0)
  expect(Math.max(...messages.map(rowsOf))).toBe(2000)
  const collector = createCollector()
  for (const message of messages) if (message.kind === 'reading' || message.kind === 'rows') collector.take(message)
  expect(collector.readings()).toEqual(readings)
})

test('the files of a shapefile that come together are one', () => {
  const names = ['a.SHP', 'b.csv', 'a.dbf', 'A.prj', 'c.dbf', 'c.cpg']
  const files = grouped(names.map((name) => ({ name, blob: new Blob() })))
  expect(files.map(({ name, parts }) => [name, parts?.map((part) => part.name)])).toEqual([
    ['a.SHP', ['a.dbf', 'A.prj']],
    ['b.csv', undefined],
    ['c.dbf', ['c.cpg']],
  ])
})

test('a reading that is given up rejects with the reason', async () => {
  const signal = AbortSignal.abort(new Error('given up'))
  await expect(readOwnFile({ name: 'a.csv', bytes: new Uint8Array([1]) }, ownContext, signal)).rejects.toThrow(
    'given up',
  )
})
