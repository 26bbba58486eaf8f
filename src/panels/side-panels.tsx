import { createEffect, onCleanup, Show, Suspense } from 'solid-js'
import { opensWide } from '../model/layout'
import { useApp } from './context'
import { lazyPart, placeInView } from './lazy-part'

const Statistics = lazyPart(() => import('./statistics/statistics').then((module) => module.Statistics))
const Compare = lazyPart(() => import('./compare/compare').then((module) => module.Compare))

/** 统计 and 对比, each in a chunk of its own. */
export function SidePanels() {
  const app = useApp()
  createEffect(() => document.documentElement.classList.toggle('wide-open', opensWide(app.view())))
  onCleanup(() => document.documentElement.classList.remove('wide-open'))
  const page = () => app.view().item?.kind === 'page'
  const statistics = placeInView(() => opensWide(app.view()) && page(), { item: undefined })
  const compare = placeInView(() => opensWide(app.view()) && !page(), { compare: false })
  return (
    <Suspense>
      <Show when={opensWide(app.view())}>
        <Show when={page()} fallback={<Compare place={compare} />}>
          <Statistics place={statistics} />
        </Show>
      </Show>
    </Suspense>
  )
}
