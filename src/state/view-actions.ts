/** The actions on the camera, and on views that come whole: from a link, a file, a scene. */
import { type Camera, sameCamera } from '../../geo/screen/camera'
import { shownOwnLayers } from '../model/own-data/own-data'
import type { View } from '../model/view'
import type { Session } from './store'
import { withKnownParts } from './view-change'
import type { Writers } from './writers'

/** Returns the actions on whole views. */
export function createViewActions({ store, setView, setSession }: Writers) {
  let restored: View | undefined

  /** Outside a show a view has the own data that is here, whatever a link tells. */
  const withOwnData = (view: View): View => {
    if (view.scene) return view
    const { ownFiles, ...rest } = view
    const shown = shownOwnLayers(store.getState().session.own)
    return shown > 0 ? { ...rest, ownFiles: shown } : rest
  }

  return {
    /** Notes where the map has come to rest. Only a movement by the user makes the camera part of the view. */
    cameraRested: (camera: Camera, byUser: boolean) => {
      const { session } = store.getState()
      if (!session.liveCamera || !sameCamera(session.liveCamera, camera)) setSession({ liveCamera: camera })
      if (byUser) setView({ camera })
    },
    /** Moves the camera; it is part of the view at once. */
    lookFrom: (camera: Camera | undefined) => setView({ camera }),
    /** Sets a view from the address bar, which the history already holds. */
    restore: (view: View) => {
      restored = withKnownParts(store.getState().view, withOwnData(view))
      store.setState({ view: restored })
    },
    isRestored: (view: View) => view === restored,
    /** Shows a view from a file or an embedding page, as a new step of the history. */
    showView: (view: View) => store.setState({ view: withKnownParts(store.getState().view, withOwnData(view)) }),
    /** Shows a scene of a briefing; the view it is left with is that of the last scene. */
    showScene: (view: View, scene: View['scene']) => {
      const { embed, ownBriefing } = store.getState().view
      const shown = { ...view, embed, ownBriefing, scene }
      store.setState({ view: withKnownParts(store.getState().view, shown) })
    },
    /** Leaves the show on the map as it stands. */
    leaveShow: () => setView(withOwnData({ ...store.getState().view, scene: undefined, ownBriefing: undefined })),
    setNextView: (nextView: View | undefined) => setSession({ nextView }),
    setTransition: (transition: Session['transition']) => setSession({ transition }),
  }
}
