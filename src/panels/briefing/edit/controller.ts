/** What the briefing editor edits, and everything its buttons do. It outlives the editor's panel, and with it the undoing. */
import { createSignal } from 'solid-js'
import type { PastRelease } from '../../../../data/schema'
import { ownSlug } from '../../../model/briefing/briefing'
import { redone, undone } from '../../../model/briefing/edit-history'
import type { EditorAsk, OwnBriefings } from '../../../model/briefing/own-briefings'
import type { App } from '../../context'
import { createEditedBriefing } from './edited-briefing'
import { keepingEdits } from './keeping-edits'
import { sceneEdits } from './scene-edits'

/** Returns the controller of the editor. Its signals belong to the root it is made in. */
export function createController(app: App, own: OwnBriefings) {
  const editing = createEditedBriefing(app, own)
  const { briefing, now, origin, keeper, open, blank, say, step, sceneOf } = editing
  const scenes = sceneEdits(app, editing)
  const keeping = keepingEdits(editing)
  // No resource: the editor would be gone while it comes.
  const [releases, setReleases] = createSignal<readonly PastRelease[]>([])
  app.services.loadPastReleases().then((found) => setReleases(found ?? []))

  // What was edited last on this device, before anything is asked.
  keeping.openKept(own.kept.last() ?? own.kept.list()[0]?.id ?? '')

  return {
    ...editing,
    ...scenes,
    ...keeping,
    releases,
    answer: (ask: EditorAsk) => {
      if (ask.kind === 'add') return scenes.add(ask)
      if (ask.kind === 'new') return open(blank(), 'device')
      if (ask.kind === 'kept') keeping.openKept(ask.id)
      else open(ask.own, ask.origin)
      const [first] = briefing().scenes
      if (first) scenes.show(first.no)
    },
    undo: () => {
      if (step(undone)) say('edit.undone')
    },
    redo: () => {
      if (step(redone)) say('edit.redone')
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

/** The controller of the editor. */
export type Controller = ReturnType<typeof createController>
