/** Rows of own data under the pointer, once there are any: what knows them comes with the first. */
import type { EngineMap } from './engine'

/** A row of own data at a place of the screen. */
export interface OwnRowHere {
  /** A point or a line, which lies above what the record has there; an area lies below it. */
  above: boolean
  /** What the row is called, and that it is own data. */
  words: readonly string[]
  press: () => void
}

type PickOwnRow = (point: { x: number; y: number }) => OwnRowHere | undefined

const pickers = new WeakMap<EngineMap, PickOwnRow>()

/** Lets a map be asked for rows; undefined ends it. */
export function setOwnPicker(map: EngineMap, pick: PickOwnRow | undefined): void {
  if (pick) pickers.set(map, pick)
  else pickers.delete(map)
}

/** Returns the row of own data at a place of the screen, CSS pixels. */
export const ownRowAt: (map: EngineMap, point: { x: number; y: number }) => OwnRowHere | undefined = (map, point) =>
  pickers.get(map)?.(point)
