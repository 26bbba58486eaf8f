import { afterEach, expect, test, vi } from 'vitest'
import { loadCore, loadDetails } from '../../../src/io/load'

vi.mock('virtual:yulan-assets', () => ({
  release: '2026-01-01',
  assets: { 'features.geojson': 'f', 'core.json': 'c', 'details.json': 'd' },
}))

const answers = (files: { [address: string]: Response | Error }) =>
  vi.stubGlobal('fetch', async (address: string) => {
    const answer = files[address]
    if (answer instanceof Error || !answer) throw answer ?? new Error(`unexpected request to ${address}`)
    return answer
  })
afterEach(() => vi.unstubAllGlobals())

const features = { features: [] }
const core = { plans: [], themes: [] }

test('both files of the first view make one answer', async () => {
  answers({ f: Response.json(features), c: Response.json(core) })
  expect(await loadCore()).toEqual({ ok: true, value: { ...core, ...features, release: '2026-01-01' } })
})

test.each([
  ['the network fails', new TypeError('offline')],
  ['the server does not have it', new Response('no', { status: 404 })],
  ['a page comes instead of the data', new Response('<!doctype html>')],
])('the file is named when %s', async (_, answer) => {
  answers({ f: Response.json(features), c: answer })
  expect(await loadCore()).toEqual({ ok: false, file: 'core.json' })
  answers({ d: answer })
  expect(await loadDetails()).toEqual({ ok: false, file: 'details.json' })
})
