import { Show, Suspense } from 'solid-js'
import { useApp } from '../context'
import { lazyPart } from '../lazy-part'

const BriefingShow = lazyPart(() => import('./show/show').then((module) => module.BriefingShow))

/** The place of the show, which comes when the view is of a scene. */
export function ShowMount() {
  const app = useApp()
  const { actions, store } = app
  const isOn = () => app.view().scene !== undefined || app.view().ownBriefing !== undefined
  let lost = app.view()
  const onLost = () => {
    lost = store.getState().view
    actions.leaveShow()
  }
  return (
    <Suspense>
      <Show when={isOn()}>
        <BriefingShow place={{ onLost, again: () => actions.showAgain(lost) }} />
      </Show>
    </Suspense>
  )
}
