import { gzipSync } from 'node:zlib'
import { PMTiles, Protocol } from 'pmtiles'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { partFiles } from '../../../data/steps/map-assets'
import { type Tile, writeArchive } from '../../../data/steps/pmtiles-writer'
import { partsOf } from '../../../src/map/archive-parts'
import { openArchive, PartsSource } from '../../../src/map/archives'

const tile = (z: number, x: number): Tile => ({ z, x, y: 0, data: new Uint8Array([z, x, 7, 7]) })
const description = { bounds: [105, 28, 108, 31], minZoom: 1, maxZoom: 3, metadata: {} } as const
const files = partFiles('land', writeArchive([[tile(2, 1)], [tile(1, 0)], [tile(3, 5), tile(3, 6)]], description))
const addresses = Object.fromEntries(files.map(({ name }) => [name, `https://host/${name}`]))

/** Answers with the parts, but for what `broken` says of an address. Returns what was asked for. */
function host(broken: { [address: string]: () => Response } = {}): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    const file = files.find(({ name }) => address.endsWith(`/${name}`))
    return broken[address]?.() ?? new Response(file?.content as Uint8Array<ArrayBuffer>)
  })
  return asked
}
afterEach(() => vi.unstubAllGlobals())

const bytes = async (archive: PMTiles, z: number, x: number) => {
  const read = await archive.getZxy(z, x, 0)
  return read && [...new Uint8Array(read.data)]
}

describe('an embedded archive', () => {
  it('fetches a part with its first tile, and once', async () => {
    const asked = host()
    const archive = new PMTiles(new PartsSource(partsOf(addresses, 'land')))
    expect(await bytes(archive, 2, 1)).toEqual([2, 1, 7, 7])
    expect(asked).toEqual(files.slice(0, 2).map(({ name }) => addresses[name]))
    expect(await bytes(archive, 3, 5)).toEqual([3, 5, 7, 7])
    expect(await bytes(archive, 3, 6)).toEqual([3, 6, 7, 7])
    expect(await bytes(archive, 3, 7)).toBeUndefined()
    expect(asked).toEqual([0, 1, 3].map((part) => addresses[files[part]?.name ?? '']))
  })

  it('fetches what is left when told to', async () => {
    const asked = host()
    const source = new PartsSource(partsOf(addresses, 'land'))
    await source.fetchRest()
    await source.fetchRest()
    expect(asked).toEqual(files.map(({ name }) => addresses[name]))
  })

  it('asks again for a part that did not come', async () => {
    const last = addresses[files[3]?.name ?? ''] ?? ''
    const broken: { [address: string]: () => Response } = { [last]: () => new Response('', { status: 503 }) }
    host(broken)
    const archive = new PMTiles(new PartsSource(partsOf(addresses, 'land')))
    await expect(bytes(archive, 3, 5)).rejects.toMatchObject({ fault: 'missing', address: last })
    delete broken[last]
    expect(await bytes(archive, 3, 5)).toEqual([3, 5, 7, 7])
  })

  it.each([
    ['a page', () => new Response('<!doctype html>')],
    ['another compressed file', () => new Response(gzipSync('<!doctype html>'))],
  ])('refuses %s in the place of its beginning', async (_, answer) => {
    host({ [addresses['land.pmtiles'] ?? '']: answer })
    const archive = new PMTiles(new PartsSource(partsOf(addresses, 'land')))
    await expect(bytes(archive, 2, 1)).rejects.toMatchObject({ fault: 'notAnArchive' })
  })

  it('is known to the protocol by the address of its first part', () => {
    host()
    const protocol = new Protocol()
    const url = openArchive(protocol, new PartsSource(partsOf(addresses, 'land')))
    expect(url).toBe('pmtiles://https://host/land.pmtiles')
    expect(protocol.get('https://host/land.pmtiles')).toBeDefined()
  })
})

it('a page without the archive says so', () => {
  expect(() => partsOf(addresses, 'sea')).toThrow('sea')
})
