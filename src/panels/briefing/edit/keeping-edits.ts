/** What the editor's buttons do to a whole briefing: begin it, keep it on the device, forget it. */
import { newHistory } from '../../../model/briefing/edit-history'
import type { EditedBriefing } from './edited-briefing'

/** Returns what is done to the edited briefing as a whole. */
export function keepingEdits(editing: EditedBriefing) {
  const { own, t, say, keeper, open, blank, now, briefing, edit, setOrigin, setHistory, removed, setRemoved } = editing
  return {
    /** Opens a briefing kept on the device. Returns whether it is there. */
    openKept: (id: string) => {
      const found = own.kept.read(id)
      if (found) open(found.own, 'device', { id, version: found.version })
      return found !== undefined
    },
    startNew: () => open(blank(), 'device'),
    keepHere: () => {
      setOrigin('device')
      keeper.keepAsNew()
      if (!keeper.trouble()) say('edit.kept')
    },
    keepBoth: () => {
      edit({ kind: 'head', change: { title: t('edit.copyTitle', { title: briefing().title }) } })
      keeper.keepAsNew()
    },
    forget: () => {
      const at = keeper.place()
      const gone = now()
      keeper.turnTo(undefined)
      if (at) keeper.forget(at.id)
      setHistory(newHistory(blank()))
      setOrigin('device')
      setRemoved(gone)
      say('edit.deleted', { title: gone.briefing.title })
    },
    /** Brings back what was forgotten last. */
    restore: () => {
      const back = removed()
      if (!back) return
      open(back, 'device')
      setRemoved(undefined)
      keeper.keepAsNew()
    },
  }
}
