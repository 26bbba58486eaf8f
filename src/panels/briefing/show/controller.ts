import {
  type Accessor,
  batch,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  type Setter,
  untrack,
} from 'solid-js'
import { type Briefing, placeOfScene, type Scene } from '../../../model/briefing/briefing'
import { type ShowEffect, type ShowState, startShow, stepShow } from '../../../model/briefing/show'
import { cameraOnMap } from '../../../model/briefing/show-camera'
import type { ShowCommand } from '../../../model/briefing/show-keys'
import type { AskedQuestion } from '../../../model/briefing/show-memory'
import type { View } from '../../../model/view'
import { resolveView } from '../../../state/resolve'
import type { App } from '../../context'
import { mapSize } from '../map-size'
import { createFullScreen } from './full-screen'
import { rememberedShow, rememberShow } from './memory'
import type { SharedShow } from './talk'

/** What the effects of a show need from elsewhere. */
export interface ShowHost {
  onPresenter: () => void
  onNoPage: (number: string) => void
}

/** A show on this page. */
export type Show = ReturnType<typeof createShow>

/**
 * Returns the show of a briefing, at the scene the view names: it keeps the view at its scenes, and what it keeps over a
 * reload up to date. Must be called in an owner.
 */
export function createShow(app: App, briefing: Briefing, host: ShowHost) {
  const kept = rememberedShow(briefing.slug)
  const fullScreen = createFullScreen()
  const firstNo = app.store.getState().view.scene?.index
  const [state, setState] = createSignal<ShowState>(
    startShow(Math.max(0, firstNo === undefined ? 0 : placeOfScene(briefing, firstNo)), {
      notes: kept?.notes,
      timer: kept?.timer,
    }),
  )
  const [startedAt, setStartedAt] = createSignal(kept?.startedAt ?? Date.now())
  const [asked, setAsked] = createSignal<readonly AskedQuestion[]>(kept?.asked ?? [])
  const pages = () => briefing.scenes.length + (asked().length > 0 ? 1 : 0)
  const scene: Accessor<Scene | undefined> = createMemo(() => briefing.scenes[state().place])
  const question = createMemo(() => asked()[state().question ?? -1])
  const shown = followShown(app, briefing, { state, question, scene })

  keepInStep(app, briefing, { state, setState, startedAt, asked, adopt: shown.adopt })

  const effects: { [Effect in ShowEffect]: (number: string) => void } = {
    leave: () => app.actions.leaveShow(),
    'leave-full-screen': fullScreen.leave,
    'full-screen': fullScreen.enter,
    presenter: host.onPresenter,
    'no-page': host.onNoPage,
  }
  const run = (command: ShowCommand) => {
    if (command.do === 'out' && fullScreen.justEnded()) return
    const step = stepShow(state(), command, { pages: pages(), fullScreen: fullScreen.isOn(), now: Date.now() })
    setState(step.state)
    if (step.effect) effects[step.effect](step.number ?? '')
  }
  return {
    briefing,
    state,
    scene,
    question,
    pages,
    asked,
    startedAt,
    fullScreen,
    run,
    /** Shows the scene as its author made it. */
    showAsAuthored: shown.apply,
    restartTimer: () => setStartedAt(Date.now()),
    /** Shows a question as a scene of its own. */
    askQuestion: (text: string, view: View) => {
      const page = Math.min(state().place, briefing.scenes.length - 1) + 1
      const index = asked().length
      setAsked([...asked(), { text, view, page, answer: [], sources: [] }])
      setState((before) => ({ ...before, panel: undefined, blank: undefined, question: index }))
    },
    answerQuestion: (index: number, answer: readonly string[], sources: readonly string[]) =>
      setAsked(asked().map((each, at) => (at === index ? { ...each, answer, sources } : each))),
    /** What the other window of a talk shows too. */
    shared: (): SharedShow => {
      const { place, blank, question: index } = state()
      return { place, blank, question: index, startedAt: startedAt(), asked: asked() }
    },
    /** All at once: what is half followed would be told back, and take the other window to the page before. */
    follow: (show: SharedShow) =>
      batch(() => {
        setAsked(show.asked)
        setStartedAt(show.startedAt)
        setState((before) => ({ ...before, place: show.place, blank: show.blank, question: show.question }))
      }),
  }
}

/** Remembers the show for a reload, and goes where the view has gone by itself. */
function keepInStep(
  app: App,
  briefing: Briefing,
  show: {
    state: Accessor<ShowState>
    setState: Setter<ShowState>
    startedAt: Accessor<number>
    asked: Accessor<readonly AskedQuestion[]>
    adopt: (place: number) => void
  },
) {
  const { state, setState, startedAt, asked } = show
  createEffect(() => {
    const { notes, timer, place } = state()
    const no = briefing.scenes[Math.min(place, briefing.scenes.length - 1)]?.no ?? 0
    rememberShow({ slug: briefing.slug, no, startedAt: startedAt(), notes, timer, asked: asked() })
  })
  // A scene that the view has come to by itself, as by another link, is where the show goes on.
  createEffect(
    on(
      () => app.view().scene?.index,
      (no) => {
        const place = no === undefined ? -1 : placeOfScene(briefing, no)
        const here = untrack(state).place
        if (place < 0 || place === Math.min(here, briefing.scenes.length - 1)) return
        show.adopt(place)
        setState((before) => ({ ...before, place, question: undefined }))
      },
      { defer: true },
    ),
  )
}

/** Keeps the view at the scene or question that is shown. A view that a link gives stays as it is. */
function followShown(
  app: App,
  briefing: Briefing,
  show: {
    state: Accessor<ShowState>
    question: Accessor<AskedQuestion | undefined>
    scene: Accessor<Scene | undefined>
  },
) {
  let asAuthored: View | undefined = show.scene()?.view
  let applied: View | undefined
  let adopted: string | undefined
  const key = createMemo(() => `${show.state().place} ${show.state().question}`)
  const apply = () => {
    const view = show.question()?.view ?? show.scene()?.view
    // The appendix has no map of its own.
    if (!view) return
    asAuthored = view
    const { record, layers } = app.store.getState().session
    const placed = { ...view, camera: view.camera && cameraOnMap(view.camera, mapSize()) }
    const resolved = record.status === 'ready' ? resolveView(placed, record.value, layers).view : placed
    const { no } = briefing.scenes[show.state().place] ?? { no: 0 }
    app.actions.showScene(resolved, { briefing: briefing.slug, index: no })
    applied = app.store.getState().view
  }
  createEffect(on(key, (now) => (now === adopted ? undefined : apply()), { defer: true }))
  // Another size shows the same ground, unless the map has been moved since.
  const observer = new ResizeObserver(() => {
    const { camera } = app.store.getState().view
    if (asAuthored?.camera && camera === applied?.camera) {
      app.actions.lookFrom(cameraOnMap(asAuthored.camera, mapSize()))
      applied = app.store.getState().view
    }
  })
  // Forwards is where a talk goes.
  createEffect(() => {
    const { place, question } = show.state()
    const next = briefing.scenes[question === undefined ? place + 1 : place]?.view
    app.actions.setNextView(next && { ...next, camera: next.camera && cameraOnMap(next.camera, mapSize()) })
  })
  onCleanup(() => app.actions.setNextView(undefined))
  const map = document.getElementById('map')
  if (map) observer.observe(map)
  onCleanup(() => observer.disconnect())
  return {
    /** Takes the view as that of a place, which it shows already. */
    adopt: (place: number) => {
      adopted = `${place} undefined`
      asAuthored = briefing.scenes[place]?.view
      applied = undefined
    },
    apply,
  }
}
