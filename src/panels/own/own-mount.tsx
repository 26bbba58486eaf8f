import { Show, Suspense } from 'solid-js'
import { useApp } from '../context'
import { lazyPart } from '../lazy-part'

const OwnPanel = lazyPart(() => import('./own-panel').then((module) => module.OwnPanel))

/** The place of 我的数据, which comes with the first file. */
export function OwnMount() {
  const app = useApp()
  const close = () => app.actions.showOwnData(false)
  return (
    <Suspense>
      <Show when={app.session().own?.open && !app.view().scene}>
        <OwnPanel place={{ onLost: close, again: () => app.actions.showOwnData(true) }} />
      </Show>
    </Suspense>
  )
}
