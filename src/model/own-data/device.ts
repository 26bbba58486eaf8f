/** What 我的数据 asks of the device; given by the composition root. */
import type { OwnLayer } from './own-layer'
import type { OwnTable } from './own-table'

/** What the rows of a layer are saved as; each has a message `own-data.save.…`. */
export const ownRowsFormats = ['csv', 'geojson', 'xlsx'] as const
/** One of `ownRowsFormats`. */
export type OwnRowsFormat = (typeof ownRowsFormats)[number]

/** Reading, keeping and saving of own data. */
export interface OwnDataDevice {
  /** Gives up reading files. */
  cancel: () => void
  /** Keeps a layer on this device, or no longer. Returns whether it could. */
  keep: (layer: OwnLayer, keep: boolean) => Promise<boolean>
  /** Removes all that is kept on this device. */
  forget: () => Promise<void>
  /** Puts what is kept on the map. */
  showKept: () => Promise<void>
  /** Saves what was not read of a table as a list, for the reader to mend. */
  saveProblems: (table: OwnTable) => void
  /** Saves the workbook of a table with its unread cells marked. Returns whether the workbook is still at hand. */
  saveMarked: (table: OwnTable) => Promise<boolean>
  /** Saves the rows a layer shows, marked as own data. */
  saveRows: (layer: OwnLayer, format: OwnRowsFormat) => Promise<void>
}
