import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { layerBounds, packLayer } from '../../../data/steps/layer-archive'
import { archivedTiles, layerKeys, missingKeys, servedTiles } from '../../../data/steps/layer-check'
import { cutTiles } from '../../../data/steps/tiles'
import { parcels } from '../../fixtures/parcels'

const recipe = { layer: 'parcels', key: 'no', minZoom: 11, maxZoom: 14 }
const all = parcels(2000)
const keys = layerKeys(all, 'no')
const without = (no: string) => ({ ...all, features: all.features.filter(({ properties }) => properties.no !== no) })

describe('an archive of an owner’s layer', () => {
  test('holds every feature, and one that was left out is named', async () => {
    const whole = packLayer(all, recipe)
    expect(await missingKeys(await archivedTiles(Buffer.from(whole)), keys, recipe)).toEqual([])
    const fewer = await archivedTiles(packLayer(without('P777'), recipe))
    expect(await missingKeys(fewer, keys, recipe)).toEqual(['P777'])
    expect(await missingKeys(await archivedTiles(whole), keys, { ...recipe, layer: 'other' })).toHaveLength(2000)
  })

  test('has its tiles compressed', () => {
    const tiles = cutTiles([{ name: 'parcels', features: all.features as never, minZoom: 11 }], {
      ...recipe,
      bounds: layerBounds(all),
    })
    const plain = tiles.reduce((sum, { data }) => sum + data.length, 0)
    expect(packLayer(all, recipe).length).toBeLessThan(plain / 3)
  })

  test('is not made where a key is missing or stands twice', () => {
    const few = parcels(3)
    const [first] = few.features
    if (!first) throw new Error('there are three')
    expect(() => layerKeys({ ...few, features: [...few.features, first] }, 'no')).toThrow(/第 4 个要素的 no 与前面重复/)
    expect(() => layerKeys(few, 'number')).toThrow(/第 1 个要素没有 number/)
    expect(() => layerBounds({ type: 'FeatureCollection', features: [] })).toThrow(/没有一个要素有位置/)
  })
})

describe('a server of tiles', () => {
  let close = () => {}
  afterEach(() => close())

  /** Serves the last zoom of a layer as Martin would, at the address of its TileJSON. */
  async function serve(collection: typeof all): Promise<string> {
    const range = { bounds: layerBounds(collection), minZoom: 14, maxZoom: 14 }
    const tiles = cutTiles([{ name: 'parcels', features: collection.features as never, minZoom: 14 }], range)
    const server = createServer(({ url, headers }, response) => {
      if (url === '/parcels')
        return response.end(JSON.stringify({ tiles: [`http://${headers.host}/parcels/{z}/{x}/{y}`], ...range }))
      if (url?.startsWith('/broken')) return response.writeHead(500).end()
      const tile = tiles.find(({ z, x, y }) => url === `/parcels/${z}/${x}/${y}`)
      if (!tile) return response.writeHead(204).end()
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(tile.data))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    close = () => server.close()
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/parcels`
  }

  test('has every feature, and one that it drops is named', async () => {
    const address = await serve(all)
    expect(await missingKeys(await servedTiles(address, 14), keys, recipe)).toEqual([])
    const template = await servedTiles(`${address}/{z}/{x}/{y}`, 14, layerBounds(all))
    expect(await missingKeys(template, keys, recipe)).toEqual([])
    close()
    const lossy = await servedTiles(await serve(without('P777')), 14)
    expect(await missingKeys(lossy, keys, recipe)).toEqual(['P777'])
  })

  test('that fails, or does not say where it has tiles, is not taken for an empty one', async () => {
    const address = await serve(all)
    await expect(servedTiles(`${address}/{z}/{x}/{y}`, 14)).rejects.toThrow(/bounds/)
    const broken = await servedTiles(address.replace('parcels', 'broken/{z}/{x}/{y}'), 14, layerBounds(all))
    await expect(missingKeys(broken, keys, recipe)).rejects.toThrow(/回答是 500/)
  })

  test('fails the command where a feature is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yulan-layer-'))
    const list = join(folder, 'keys.txt')
    writeFileSync(list, `${[...keys, 'P0'].join('\n')}\n`)
    const program = ['--import', 'tsx', 'data/layer-archive.ts', list, await serve(all)]
    const options = ['--layer', 'parcels', '--key', 'no', '--zooms', '11-14', '--check']
    const ended = await new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = execFile(process.execPath, [...program, ...options], (_, _out, said) =>
        resolve({ code: child.exitCode, said }),
      )
    })
    rmSync(folder, { recursive: true })
    expect(ended.said).toContain('最后一级瓦片里缺 1 个要素（共 2001 个），如 P0')
    expect(ended.code).toBe(1)
  })
})
