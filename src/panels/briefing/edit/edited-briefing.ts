/** The briefing that is edited: its history, which scene is selected, and where it is kept. */
import { createMemo, createSignal } from 'solid-js'
import { ownSlug, placeOfScene } from '../../../model/briefing/briefing'
import type { Edit } from '../../../model/briefing/edit'
import { type EditHistory, edited, newHistory, settled } from '../../../model/briefing/edit-history'
import type { OwnBriefing, OwnBriefings, OwnOrigin } from '../../../model/briefing/own-briefings'
import { type EditMessageKey, editMessage } from '../../../model/messages/briefing-edit'
import type { App } from '../../context'
import { createKeeper } from './keeping'

/** Returns the edited briefing, at first an empty one. Its signals belong to the root it is made in. */
export function createEditedBriefing(app: App, own: OwnBriefings) {
  const { t, said, say } = createVoice(app)
  const blank = (): OwnBriefing => blankBriefing(t('edit.untitled'), app.today, own.release)
  const [history, setHistory] = createSignal<EditHistory>(newHistory(blank()))
  const [origin, setOrigin] = createSignal<OwnOrigin>('device')
  const [selected, setSelected] = createSignal<number>()
  const [removed, setRemoved] = createSignal<OwnBriefing>()
  const now = createMemo(() => history().now)
  const briefing = () => now().briefing
  const keeper = createKeeper(own, {
    now,
    onFollowed: (theirs) => {
      setHistory((before) => edited(before, { kind: 'replace', own: theirs }))
      say('edit.followed')
    },
  })
  /** Takes a step in the history, and keeps what comes of it. Returns whether anything did. */
  const step = (next: (before: EditHistory) => EditHistory) => {
    const before = history()
    setHistory(next)
    if (history().now === before.now) return false
    setRemoved(undefined)
    if (!keeper.place() && origin() === 'device') keeper.keepAsNew()
    else keeper.changed()
    return true
  }
  return {
    ...{ own, t, said, say, blank, history, setHistory, origin, setOrigin },
    ...{ selected, setSelected, removed, setRemoved, now, briefing, keeper, step },
    edit: (change: Edit, field?: string) => step((before) => edited(before, change, field)),
    settle: () => setHistory(settled),
    pageOf: (no: number) => placeOfScene(briefing(), no) + 1,
    sceneOf: (no: number) => briefing().scenes.find((scene) => scene.no === no),
    /** Edits another briefing from now on; `at` is where it is kept on the device. */
    open: (next: OwnBriefing, from: OwnOrigin, at?: { id: string; version: number }) => {
      keeper.turnTo(at)
      setHistory(newHistory(next))
      setOrigin(from)
      setSelected(next.briefing.scenes[0]?.no)
    },
  }
}

/** The edited briefing. */
export type EditedBriefing = ReturnType<typeof createEditedBriefing>

/** Returns the editor's messages, and what it announces: the same sentence twice is announced twice. */
function createVoice(app: App) {
  const t = (key: EditMessageKey, values?: { [name: string]: string | number }) =>
    editMessage(app.language(), key, values)
  const [said, setSaid] = createSignal('')
  const say = (key: EditMessageKey, values?: { [name: string]: string | number }) => {
    setSaid('')
    queueMicrotask(() => setSaid(t(key, values)))
  }
  return { t, said, say }
}

const blankBriefing = (title: string, date: string, release: string): OwnBriefing => ({
  briefing: { slug: ownSlug, title, date, transition: 'cut', release, scenes: [] },
  made: {},
})
