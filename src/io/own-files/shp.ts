/** Reads the shapes of a `.shp`. Pure. */
import type { Position } from 'geojson'
import { assertRows, positionCounter, RefusedFile } from './limits'
import { polygonsOf } from './rings'

const headerBytes = 100
const fileCode = 9994

/** Returns a geometry a record, null for a null shape, and for one that cannot be read what is no geometry. */
export function readShapes(bytes: Uint8Array): unknown[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < headerBytes || view.getInt32(0) !== fileCode) throw new RefusedFile('damaged')
  const shapes: unknown[] = []
  const count = positionCounter()
  for (let at = headerBytes; at + 8 <= bytes.length; ) {
    if (!isRecord(view, at)) {
      at = nextRecord(view, at, shapes.length + 1)
      if (at < 0) break
    }
    const length = view.getInt32(at + 4) * 2
    const end = Math.min(at + 8 + length, bytes.length)
    shapes.push(shapeOf(new DataView(bytes.buffer, bytes.byteOffset + at + 8, end - at - 8), count))
    assertRows(shapes.length)
    at += 8 + length
  }
  return shapes
}

const kinds: readonly number[] = [0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28, 31]

const isRecord = (view: DataView, at: number) =>
  at + 12 <= view.byteLength && view.getInt32(at + 4) >= 2 && kinds.includes(view.getInt32(at + 8, true))

/** Some writers leave gaps between records: the next is found by its number. -1 if there is none. */
function nextRecord(view: DataView, from: number, number: number): number {
  for (let at = from + 2; at + 12 <= view.byteLength; at += 2)
    if (view.getInt32(at) === number && isRecord(view, at) && view.getInt32(at + 4) * 2 <= view.byteLength - at)
      return at
  return -1
}

/** Kinds with heights or measures are those without plus ten or twenty; only x and y are read. */
function shapeOf(view: DataView, count: (positions: number) => void): unknown {
  try {
    const kind = view.getInt32(0, true)
    switch (kind % 10) {
      case 0:
        return null
      case 1:
        return { type: 'Point', coordinates: positionAt(view, 4) }
      case 8:
        return { type: 'MultiPoint', coordinates: positionsAt(view, 40, view.getInt32(36, true), count) }
      case 3: {
        const lines = partsOf(view, count)
        return lines.length === 1
          ? { type: 'LineString', coordinates: lines[0] }
          : { type: 'MultiLineString', coordinates: lines }
      }
      case 5:
        return polygonsOf(partsOf(view, count))
      default:
        return `shape ${kind}`
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    return 'shape'
  }
}

function partsOf(view: DataView, count: (positions: number) => void): Position[][] {
  const [parts, points] = [view.getInt32(36, true), view.getInt32(40, true)]
  if (parts < 1 || points < 1 || 44 + parts * 4 + points * 16 > view.byteLength) throw new RangeError('parts')
  const starts = Array.from({ length: parts }, (_, at) => view.getInt32(44 + at * 4, true))
  const first = 44 + parts * 4
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? points
    if (start < 0 || end > points || start >= end) throw new RangeError('part')
    return positionsAt(view, first + start * 16, end - start, count)
  })
}

function positionsAt(view: DataView, at: number, length: number, count: (positions: number) => void): Position[] {
  if (length < 1 || at + length * 16 > view.byteLength) throw new RangeError('positions')
  count(length)
  return Array.from({ length }, (_, index) => positionAt(view, at + index * 16))
}

const positionAt = (view: DataView, at: number): Position => [view.getFloat64(at, true), view.getFloat64(at + 8, true)]
