import { expect, test, vi } from 'vitest'
import { readOwnFiles } from '../../../../src/io/own-files'
import { createCollector, type OwnFileReply, pieces } from '../../../../src/io/own-files/messages'
import { readOwnFile } from '../../../../src/io/own-files/read-file'
import { grouped } from '../../../../src/io/own-files/shapefile-parts'
import { ownContext } from '../../../fixtures/own-context'

const reading = (name: string, text: string) => readOwnFile({ name, bytes: new TextEncoder().encode(text) }, ownContext)

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
  const rowsOf = (message: OwnFileReply) => (message.kind === 'rows' ? message.rows.length : 0)
  let most = 0
  for (const read of readings) {
    const collector = createCollector()
    // Copied as posting copies them.
    for (const message of structuredClone([...pieces(read)])) {
      most = Math.max(most, rowsOf(message))
      if (message.kind === 'reading' || message.kind === 'rows') collector.take(message)
    }
    expect(collector.reading()).toEqual(read)
  }
  expect(most).toBe(2000)
})

test('a reader that never answers is given up in words, and the next file is read', async () => {
  vi.useFakeTimers()
  const ended = vi.fn()
  class SilentWorker {
    private hear = (_: { data: OwnFileReply }) => {}
    addEventListener(type: string, listener: (event: { data: OwnFileReply }) => void) {
      if (type === 'message') this.hear = listener
    }
    postMessage({ file }: { file: { name: string } }) {
      if (file.name === 'stuck.parquet') return
      for (const data of [...pieces({ ok: true, name: file.name, tables: [] }), { kind: 'end' } as const])
        this.hear({ data })
    }
    terminate = ended
  }
  vi.stubGlobal('Worker', SilentWorker)
  try {
    const files = ['stuck.parquet', 'b.csv'].map((name) => new File(['x'], name))
    const read = readOwnFiles(files, { context: ownContext })
    await vi.advanceTimersByTimeAsync(31_000)
    expect(await read).toEqual([
      { ok: false, name: 'stuck.parquet', reason: 'no-progress', values: { seconds: 30 } },
      { ok: true, name: 'b.csv', tables: [] },
    ])
    expect(ended).toHaveBeenCalledTimes(2)
  } finally {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  }
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
