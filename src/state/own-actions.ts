/**
 * The actions on the reader's own data, which come with the first of it. Each keeps the number of layers that the view
 * tells of in step with those on the map.
 */
import {
  type MovedRow,
  nextOwnId,
  noOwnData,
  type OwnData,
  type OwnRefusal,
  recordDatum,
  shownOwnLayers,
} from '../model/own-data/own-data'
import type { KnownDatum, OwnLayer } from '../model/own-data/own-layer'
import type { OwnTable } from '../model/own-data/own-table'
import type { Store } from './store'

/** Returns the actions on own data of a store. */
export function createOwnActions(store: Store) {
  const own = () => store.getState().session.own ?? noOwnData
  const set = (change: Partial<OwnData>) => {
    const next: OwnData = { ...own(), ...change }
    store.setState(({ view, session }) => {
      const shown = shownOwnLayers(next)
      const same = (view.ownFiles ?? 0) === shown || view.scene !== undefined
      return {
        session: { ...session, own: next },
        view: same ? view : { ...view, ownFiles: shown > 0 ? shown : undefined },
      }
    })
  }
  const changeLayer = (id: string, change: Partial<OwnLayer>) =>
    set({ layers: own().layers.map((layer) => (layer.id === id ? { ...layer, ...change } : layer)) })
  const layerOf = (id: string, table: OwnTable, datum: KnownDatum): OwnLayer => ({
    ...{ id, table, datum },
    visible: true,
    keep: false,
  })
  return {
    /** Tells which files are being read; undefined when they are. */
    reading: (reading: OwnData['reading']) => set({ reading }),
    /** Tells of a file that was not read. One of a kind that nobody knows is told elsewhere. */
    refuse: (refusal: OwnRefusal) => {
      if (refusal.reason === 'unknown-format') return
      set({ refused: [...own().refused, refusal], open: true })
    },
    dismissRefusals: () => set({ refused: [] }),
    /** Takes in a table whose datum the reader has still to decide on. */
    askDatum: (table: OwnTable) => {
      const { undecided } = own()
      set({ undecided: [...undecided, { id: nextOwnId(own()), table }], open: true })
    },
    /** Puts a table on the map whose places are the record's own, or that has none. */
    addPlaced: (table: OwnTable) => {
      const id = nextOwnId(own())
      set({ layers: [layerOf(id, table, recordDatum), ...own().layers], open: true })
    },
    /** Puts back a layer that was kept on this device or in a file, under an id of today. */
    addKept: (layer: Omit<OwnLayer, 'id'>) => set({ layers: [...own().layers, { ...layer, id: nextOwnId(own()) }] }),
    /** Puts an undecided table on the map; `table` has its places in WGS 84. */
    decideDatum: (id: string, table: OwnTable, datum: KnownDatum) => {
      const { undecided, layers } = own()
      const left = undecided.filter((each) => each.id !== id)
      set({ undecided: left, layers: [layerOf(id, table, datum), ...layers], arrows: undefined })
    },
    /** Gives up an undecided table. */
    dropUndecided: (id: string) => {
      set({ undecided: own().undecided.filter((each) => each.id !== id), arrows: undefined })
    },
    /** Shows on the map what a datum would move; undefined shows nothing. */
    showArrows: (arrows: readonly MovedRow[] | undefined) => set({ arrows }),
    /** Shows what lies around the row that was pressed; undefined shows nothing. */
    showNear: (near: OwnData['near']) => set({ near }),
    removeLayer: (id: string) => {
      const { layers, row } = own()
      set({ layers: layers.filter((layer) => layer.id !== id), row: row?.layer === id ? undefined : row })
    },
    /** Moves a layer up, towards the top of the map, or down. No-op at the end. */
    moveLayer: (id: string, step: -1 | 1) => {
      const layers = [...own().layers]
      const at = layers.findIndex((layer) => layer.id === id)
      const [layer] = layers.splice(at, 1)
      if (!layer || at + step < 0) return
      layers.splice(at + step, 0, layer)
      set({ layers })
    },
    setVisible: (id: string, visible: boolean) => changeLayer(id, { visible }),
    /** Notes under which key a layer is kept on this device; undefined where it is not. */
    setKeep: (id: string, keptAs: string | undefined) => changeLayer(id, { keep: keptAs !== undefined, keptAs }),
    /** Colours a layer by a column, by its number from 0; undefined gives it one colour. */
    colourBy: (id: string, colourBy: number | undefined) => changeLayer(id, { colourBy }),
    setFilter: (id: string, filter: OwnLayer['filter']) => changeLayer(id, { filter }),
    /** Shows a row; undefined closes it. */
    showRow: (row: OwnData['row']) => set({ row, ...(row ? { open: true } : {}) }),
  }
}

/** The actions on own data of a store. */
export type OwnActions = ReturnType<typeof createOwnActions>
