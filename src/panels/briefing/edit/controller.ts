/** What the briefing editor edits, and everything its buttons do. It outlives the editor's panel, and with it the undoing. */
import { createMemo, createSignal } from 'solid-js'
import type { PastRelease } from '../../../../data/schema'
import { ownSlug, placeOfScene, type ScenePoint } from '../../../model/briefing/briefing'
import { madeToday } from '../../../model/briefing/changes'
import type { Edit } from '../../../model/briefing/edit'
import { type EditHistory, edited, newHistory, redone, settled, undone } from '../../../model/briefing/edit-history'
import { madeOf } from '../../../model/briefing/made-values'
import type { EditorAsk, OwnBriefing, OwnBriefings, OwnOrigin } from '../../../model/briefing/own-briefings'
import { type EditMessageKey, editMessage } from '../../../model/messages/briefing-edit'
import { resolveView } from '../../../state/resolve'
import type { App } from '../../context'
import { createKeeper } from './keeping'
import { presentScene, presentView, viewBesidePanels } from './suggested'

/** Returns the controller of the editor. Its signals belong to the root it is made in. */
export function createController(app: App, own: OwnBriefings) {
  const t = (key: EditMessageKey, values?: { [name: string]: string | number }) =>
    editMessage(app.language(), key, values)
  const [history, setHistory] = createSignal<EditHistory>(newHistory(blank()))
  const [origin, setOrigin] = createSignal<OwnOrigin>('device')
  const [selected, setSelected] = createSignal<number>()
  const [said, setSaid] = createSignal('')
  const [removed, setRemoved] = createSignal<OwnBriefing>()
  // No resource: the editor would be gone while it comes.
  const [releases, setReleases] = createSignal<readonly PastRelease[]>([])
  app.services.loadPastReleases().then((found) => setReleases(found ?? []))
  const now = createMemo(() => history().now)
  const briefing = () => now().briefing
  const keeper = createKeeper(own, {
    now,
    onFollowed: (theirs) => {
      setHistory((before) => edited(before, { kind: 'replace', own: theirs }))
      say('edit.followed')
    },
  })

  function blank(): OwnBriefing {
    return {
      briefing: {
        slug: ownSlug,
        title: t('edit.untitled'),
        date: app.today,
        transition: 'cut',
        release: own.release,
        scenes: [],
      },
      made: {},
    }
  }
  /** The same sentence twice is announced twice. */
  function say(key: EditMessageKey, values?: { [name: string]: string | number }) {
    setSaid('')
    queueMicrotask(() => setSaid(t(key, values)))
  }
  const step = (next: (before: EditHistory) => EditHistory) => {
    const before = history()
    setHistory(next)
    if (history().now === before.now) return false
    setRemoved(undefined)
    if (!keeper.place() && origin() === 'device') keeper.keepAsNew()
    else keeper.changed()
    return true
  }
  const edit = (change: Edit, field?: string) => step((before) => edited(before, change, field))
  const pageOf = (no: number) => placeOfScene(briefing(), no) + 1
  const sceneOf = (no: number) => briefing().scenes.find((scene) => scene.no === no)

  const show = (no: number) => {
    const scene = sceneOf(no)
    if (!scene) return
    setSelected(no)
    const record = app.record()
    const view = record ? resolveView(scene.view, record, app.session().layers).view : scene.view
    app.actions.showView(viewBesidePanels(app, view))
  }
  const open = (next: OwnBriefing, from: OwnOrigin, at?: { id: string; version: number }) => {
    keeper.turnTo(at)
    setHistory(newHistory(next))
    setOrigin(from)
    setSelected(next.briefing.scenes[0]?.no)
  }
  const openKept = (id: string) => {
    const found = own.kept.read(id)
    if (found) open(found.own, 'device', { id, version: found.version })
    return found !== undefined
  }
  const add = (ask: Extract<EditorAsk, { kind: 'add' }>) => {
    const scene = presentScene(app, ask)
    const record = app.record()
    const made = record && Object.assign({}, ...scene.points.map((point) => valuesOf(app, point)))
    edit({ kind: 'add', scene, made, screen: { width: window.innerWidth, height: window.innerHeight } })
    const last = briefing().scenes.at(-1)
    setSelected(last?.no)
    say('edit.added', { n: briefing().scenes.length, title: scene.title })
  }

  // What was edited last on this device, before anything is asked.
  openKept(own.kept.last() ?? own.kept.list()[0]?.id ?? '')

  return {
    t,
    own,
    keeper,
    history,
    releases,
    now,
    briefing,
    origin,
    selected,
    setSelected,
    said,
    say,
    removed,
    edit,
    settle: () => setHistory(settled),
    pageOf,
    sceneOf,
    show,
    open,
    openKept,
    add,
    answer: (ask: EditorAsk) => {
      if (ask.kind === 'add') return add(ask)
      if (ask.kind === 'new') return open(blank(), 'device')
      if (ask.kind === 'kept') openKept(ask.id)
      else open(ask.own, ask.origin)
      const [first] = briefing().scenes
      if (first) show(first.no)
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
    restore: () => {
      const back = removed()
      if (!back) return
      open(back, 'device')
      setRemoved(undefined)
      keeper.keepAsNew()
    },
    undo: () => {
      if (step(undone)) say('edit.undone')
    },
    redo: () => {
      if (step(redone)) say('edit.redone')
    },
    move: (no: number, to: number) => {
      if (edit({ kind: 'move', no, to })) say('edit.moved', { n: pageOf(no) })
    },
    duplicate: (no: number) => {
      edit({ kind: 'duplicate', no })
      const copy = briefing().scenes[pageOf(no)]
      setSelected(copy?.no)
      say('edit.duplicated', { n: pageOf(no) + 1 })
    },
    remove: (no: number) => {
      const page = pageOf(no)
      edit({ kind: 'remove', no })
      const { scenes } = briefing()
      setSelected(scenes[Math.min(page - 1, scenes.length - 1)]?.no)
      say('edit.removed', { n: page })
    },
    retake: (no: number) => {
      edit({ kind: 'scene', no, change: { view: presentView(app) } })
      say('edit.retaken', { n: pageOf(no) })
    },
    cite: (no: number, point: ScenePoint) => {
      edit({ kind: 'addPoint', no, point, made: valuesOf(app, point) })
      say('edit.citedNow')
    },
    renew: () => {
      const record = app.record()
      if (record) edit({ kind: 'renew', release: own.release, made: madeToday(now(), record, app.details()) })
      say('edit.renewed')
    },
    play: (no: number | undefined) => {
      const scene = no === undefined ? briefing().scenes[0] : sceneOf(no)
      if (!scene) return
      keeper.flush()
      own.playing(now(), origin())
      app.actions.showScene(scene.view, { briefing: ownSlug, index: scene.no })
    },
    saveFile: () => {
      const { name, text } = own.fileOf(now())
      app.services.saveFile(name, text, 'application/json')
    },
  }
}

function valuesOf(app: App, point: ScenePoint) {
  const record = app.record()
  return point.kind === 'cited' && record ? madeOf(point.item, record, app.details()) : {}
}

/** The controller of the editor. */
export type Controller = ReturnType<typeof createController>
