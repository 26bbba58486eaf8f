import { afterEach, expect, test, vi } from 'vitest'
import { inParts } from '../../../data/file-parts'
import { loadCore, loadDetails } from '../../../src/io/load'

const { assets } = vi.hoisted(() => {
  const named: { [name: string]: string } = { 'features.geojson': 'f', 'core.json': 'c', 'details.json': 'd' }
  return { assets: named }
})
vi.mock('virtual:yulan-assets', () => ({ release: '2026-01-01', assets }))

const answers = (files: { [address: string]: Response | Error }) =>
  vi.stubGlobal('fetch', async (address: string) => {
    const answer = files[address]
    if (answer instanceof Error || !answer) throw answer ?? new Error(`unexpected request to ${address}`)
    return answer
  })
afterEach(() => {
  vi.unstubAllGlobals()
  for (const part of [2, 3]) delete assets[`core.${part}.json`]
})

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

test('a file in parts is whole again, and a part that does not come is named', async () => {
  const plans = Array.from({ length: 90 }, (_, no) => ({ id: `p${no}`, text: '字'.repeat(1e5) }))
  const parts = inParts('core.json', 'plans', JSON.stringify({ ...core, plans }))
  expect(parts.map(({ name }) => name)).toEqual(['core.json', 'core.2.json', 'core.3.json'])
  for (const { name } of parts.slice(1)) assets[name] = name
  const come = Object.fromEntries(parts.map(({ name, content }) => [assets[name], new Response(content)]))
  answers({ f: Response.json(features), ...come })
  const loaded = await loadCore()
  expect(loaded.ok && loaded.value).toEqual({ ...core, ...features, plans, release: '2026-01-01' })
  answers({ f: Response.json(features), c: Response.json(core), 'core.2.json': new Response('no', { status: 404 }) })
  expect(await loadCore()).toEqual({ ok: false, file: 'core.2.json' })
})

test('a short file is one part, as it is', () => {
  expect(inParts('core.json', 'plans', '{"plans":[]}')).toEqual([{ name: 'core.json', content: '{"plans":[]}' }])
})
