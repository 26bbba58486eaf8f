import { Show, Suspense } from 'solid-js'
import { useApp } from '../context'
import { lazyPart } from '../lazy-part'

const FeaturePanel = lazyPart(() => import('./feature-panel').then((module) => module.FeaturePanel))

/** The panel of a pressed feature of an added layer, in a chunk of its own. */
export function AddedMount() {
  const app = useApp()
  return (
    <Suspense>
      <Show when={app.session().identified}>
        {(feature) => (
          <FeaturePanel
            feature={feature()}
            place={{ onLost: () => app.actions.identify(undefined), again: () => app.actions.identify(feature()) }}
          />
        )}
      </Show>
    </Suspense>
  )
}
