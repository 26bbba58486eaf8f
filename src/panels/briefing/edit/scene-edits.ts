/** What the editor's buttons do to scenes, each announced. */
import type { ScenePoint } from '../../../model/briefing/briefing'
import { madeToday } from '../../../model/briefing/changes'
import { madeOf } from '../../../model/briefing/made-values'
import type { EditorAsk } from '../../../model/briefing/own-briefings'
import { resolveView } from '../../../state/resolve'
import type { App } from '../../context'
import type { EditedBriefing } from './edited-briefing'
import { presentScene, presentView, viewBesidePanels } from './suggested'

/** Returns the edits of the scenes of a briefing. */
export function sceneEdits(app: App, editing: EditedBriefing) {
  const { own, briefing, now, edit, say, setSelected, pageOf, sceneOf } = editing
  return {
    /** Selects a scene and shows it on the map. No-op if there is none with the number. */
    show: (no: number) => {
      const scene = sceneOf(no)
      if (!scene) return
      setSelected(no)
      const record = app.record()
      const view = record ? resolveView(scene.view, record, app.session().layers).view : scene.view
      app.actions.showView(viewBesidePanels(app, view))
    },
    add: (ask: Extract<EditorAsk, { kind: 'add' }>) => {
      const scene = presentScene(app, ask)
      const record = app.record()
      const made = record && Object.assign({}, ...scene.points.map((point) => valuesOf(app, point)))
      edit({ kind: 'add', scene, made, screen: { width: window.innerWidth, height: window.innerHeight } })
      const last = briefing().scenes.at(-1)
      setSelected(last?.no)
      say('edit.added', { n: briefing().scenes.length, title: scene.title })
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
  }
}

function valuesOf(app: App, point: ScenePoint) {
  const record = app.record()
  return point.kind === 'cited' && record ? madeOf(point.item, record, app.details()) : {}
}
