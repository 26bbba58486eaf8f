/** The actions on which panels and dialogs are open. */
import type { EditorAsk } from '../model/briefing/own-briefings'
import type { OwnData } from '../model/own-data/own-data'
import type { Exported, Session } from './store'
import type { Writers } from './writers'

/** Returns the actions on the panels. */
export function createPanelActions({ store, setSession }: Writers) {
  return {
    /** Opens or closes 我的数据. No-op while there are none. */
    showOwnData: (open: boolean) => {
      const { own } = store.getState().session
      if (own) setSession({ own: { ...own, open } })
    },
    /** Shows a row of own data. No-op while there are none. */
    showOwnRow: (row: OwnData['row']) => {
      const { own } = store.getState().session
      if (own) setSession({ own: { ...own, row, open: true } })
    },
    showCatalogue: (catalogueOpen: boolean) => setSession({ catalogueOpen }),
    /** Opens a dialog about links; undefined closes the one that is open, down to the one beneath it. */
    showLinkDialog: (linkDialog: Session['linkDialog']) =>
      setSession({ linkDialog: linkDialog ?? store.getState().session.exported?.from, exported: undefined }),
    /** Opens 导出. */
    exportThis: (exported: Exported) => setSession({ linkDialog: 'export', exported }),
    /** Opens the briefing editor and asks it for something; one that is folded stays so. */
    askEditor: (ask?: EditorAsk) =>
      setSession({ editor: { folded: store.getState().session.editor?.folded ?? false, ask } }),
    /** Opens or folds the editor; undefined closes it. */
    showEditor: (editor: 'open' | 'folded' | undefined) =>
      setSession({ editor: editor && { folded: editor === 'folded' } }),
    /** Compares a workbook of the record with it, in the place of 我的数据; undefined closes it. */
    openRecordWorkbook: (recordWorkbook: File | undefined) => {
      const { own } = store.getState().session
      setSession({ recordWorkbook, ...(own && recordWorkbook ? { own: { ...own, open: false } } : {}) })
    },
    setScrubbing: (scrubbing: boolean) => setSession({ scrubbing }),
  }
}
