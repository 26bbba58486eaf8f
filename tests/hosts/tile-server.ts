/**
 * Tiles of a PostGIS table behind addresses as Martin gives them: `/parcels` is a TileJSON, `/parcels/{z}/{x}/{y}` a tile by
 * `ST_AsMVT`, an empty one is answered with 204. Besides, `/counts.json` is the table made beforehand.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { PostGis } from './postgis'

/** A server that runs until it is closed, on a port of its own or the one it had. */
export interface TileServer {
  address: string
  port: number
  close: () => Promise<void>
}

/** Serves the table `parcels`; port 0 is any free one. */
export async function startTileServer(database: PostGis, port = 0): Promise<TileServer> {
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    answer(database, request, response).catch((error: unknown) => send(response, 500, 'text/plain', String(error)))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const at = server.address()
  if (!at || typeof at === 'string') throw new Error('the server has no port')
  return {
    address: `http://127.0.0.1:${at.port}`,
    port: at.port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function answer(database: PostGis, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host')
  const [, z, x, y] = /^\/parcels\/(\d+)\/(\d+)\/(\d+)$/.exec(pathname) ?? []
  if (z && x && y) {
    const tile = Buffer.from(await database.ask(tileStatement(Number(z), Number(x), Number(y))), 'hex')
    if (tile.length === 0) return send(response, 204, 'text/plain', '')
    response.setHeader('Content-Encoding', 'gzip')
    return send(response, 200, 'application/x-protobuf', await promisify(gzip)(tile, { level: 1 }))
  }
  if (pathname === '/parcels')
    return send(
      response,
      200,
      'application/json',
      JSON.stringify(tileJson(`http://${request.headers.host}`, await database.ask(boundsStatement))),
    )
  if (pathname === '/counts.json')
    return send(
      response,
      200,
      'application/json',
      await database.ask(
        "SELECT json_build_object('counts', json_object_agg(district, count ORDER BY district)) FROM parcel_counts",
      ),
    )
  send(response, 404, 'text/plain', 'not found')
}

const tileStatement = (
  z: number,
  x: number,
  y: number,
) => `SELECT encode(ST_AsMVT(tile, 'parcels', 4096, 'geom'), 'hex') FROM (
    SELECT no, use, area, district, ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope(${z}, ${x}, ${y}), 4096, 64, true) AS geom
    FROM parcels WHERE geom && ST_Transform(ST_TileEnvelope(${z}, ${x}, ${y}, margin => 64.0 / 4096), 4326)) AS tile`

/** From what the index knows: to look at every row would take seconds. */
const boundsStatement = `SELECT json_build_array(ST_XMin(extent), ST_YMin(extent), ST_XMax(extent), ST_YMax(extent))
  FROM (SELECT ST_EstimatedExtent('parcels', 'geom') AS extent) AS whole`

const tileJson = (address: string, bounds: string) => ({
  tilejson: '3.0.0',
  tiles: [`${address}/parcels/{z}/{x}/{y}`],
  bounds: JSON.parse(bounds) as unknown,
  vector_layers: [{ id: 'parcels', fields: { no: 'text', use: 'text', area: 'int4', district: 'text' } }],
  name: 'parcels',
  description: 'public.parcels.geom',
})

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'Content-Type': type })
  response.end(body)
}
