/** The points that tiles can be asked for, by the name that stands in their address. */
import type { OwnLayer } from '../../model/own-data/own-layer'
import { pointSet } from '../../model/own-data/point-set'
import { serveTiles } from '../engine'
import { pointTile } from './point-tile'

const protocol = 'own-data'
/** A picture may still ask for what the page's map no longer shows. */
const mostServed = 40

type Served = Pick<OwnLayer, 'table' | 'filter' | 'colourBy'>
const served = new Map<string, { layer: Served; points: ReturnType<typeof pointSet> }>()
let last = 0

/** Returns name and address of the tiles of a layer as it is filtered and coloured now; the same for the same. */
export function pointTiles(layer: Served): { name: string; address: string } {
  for (const [name, known] of served) if (sameRows(known.layer, layer)) return addressed(name)
  if (last === 0)
    serveTiles(protocol, (name, zoom, column, line) => {
      const found = served.get(name)
      return found ? pointTile(found.points, zoom, column, line) : new Uint8Array()
    })
  const name = String(++last)
  served.set(name, { layer, points: pointSet(layer) })
  for (const old of [...served.keys()].slice(0, -mostServed)) served.delete(old)
  return addressed(name)
}

const addressed = (name: string) => ({ name, address: `${protocol}://${name}/{z}/{x}/{y}` })

const sameRows = (one: Served, other: Served) =>
  one.table === other.table && one.filter === other.filter && one.colourBy === other.colourBy
