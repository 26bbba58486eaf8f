/** The tiles of 100,000 parcels in PostGIS: none is missing, and an edit stands in the next one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tileFeatures } from '../../data/steps/tile-features'
import { worldX, worldY } from '../../geo/screen/camera'
import { type PostGis, seedParcels, startPostGis } from './postgis'
import { startTileServer, type TileServer } from './tile-server'

const count = 100_000
let database: PostGis
let tiles: TileServer

beforeAll(async () => {
  database = await startPostGis()
  await seedParcels(database, count)
  tiles = await startTileServer(database)
})
afterAll(async () => {
  await tiles?.close()
  await database?.close()
})

const tileAt = async (z: number, x: number, y: number) =>
  new Uint8Array(await (await fetch(`${tiles.address}/parcels/${z}/${x}/${y}`)).arrayBuffer())

test('the tiles of one zoom hold every parcel, and an edit stands in the next tile', async () => {
  const [z, keys] = [13, new Set<unknown>()]
  const column = (longitude: number) => Math.floor(worldX(longitude) * 2 ** z)
  const row = (latitude: number) => Math.floor(worldY(latitude) * 2 ** z)
  for (let x = column(106.39); x <= column(106.54); x++)
    for (let y = row(29.59); y <= row(29.44); y++)
      for (const { properties } of tileFeatures(await tileAt(z, x, y), 'parcels')) keys.add(properties.no)
  expect(keys.size).toBe(count)
  const areaOf = async (no: string) =>
    tileFeatures(await tileAt(z, column(106.4001), row(29.4501)), 'parcels').find(
      ({ properties }) => properties.no === no,
    )?.properties.area
  expect(await areaOf('P1')).toBe(100)
  await database.ask("UPDATE parcels SET area = 4321 WHERE no = 'P1'")
  expect(await areaOf('P1')).toBe(4321)
})

test('counts by district come from the table made beforehand', async () => {
  const { counts } = (await (await fetch(`${tiles.address}/counts.json`)).json()) as { counts: object }
  expect(counts).toEqual({ 500103: 33_334, 500105: 33_333, 500112: 33_333 })
})
