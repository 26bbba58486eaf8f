import { createEffect, on, onCleanup, Show, Suspense } from 'solid-js'
import { opensAnalysis } from '../../model/layout'
import { useApp } from '../context'
import { lazyPart, placeInView } from '../lazy-part'

const AnalysisPanel = lazyPart(() => import('./analysis-panel').then((module) => module.AnalysisPanel))

/** The analysis panel while something is asked, in a chunk of its own. On a phone it lies before the details until something is selected. */
export function AnalysisMount() {
  const app = useApp()
  const root = document.documentElement.classList
  const picking = () => app.session().pick !== undefined
  const open = () => picking() || opensAnalysis(app.view())
  createEffect(on([() => app.view().analysis, picking, open], ([, , isOpen]) => root.toggle('analysis-front', isOpen)))
  createEffect(
    on(
      [() => app.view().feature, () => app.view().districts.join(), () => app.view().item],
      ([, , item]) => {
        if (item?.kind !== 'page') root.remove('analysis-front')
      },
      { defer: true },
    ),
  )
  onCleanup(() => root.remove('analysis-front'))
  const inView = placeInView(open, { analysis: undefined, item: undefined })
  const place = {
    ...inView,
    onLost: () => {
      app.actions.pickEnd(undefined)
      inView.onLost()
    },
  }
  return (
    <Suspense>
      <Show when={open()}>
        <AnalysisPanel place={place} />
      </Show>
    </Suspense>
  )
}
