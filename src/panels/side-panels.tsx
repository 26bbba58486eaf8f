import { createEffect, lazy, onCleanup, Show, Suspense } from 'solid-js'
import { opensWide } from '../model/layout'
import { useApp } from './context'

const Statistics = lazy(() => import('./statistics/statistics').then((module) => ({ default: module.Statistics })))
const Compare = lazy(() => import('./compare/compare').then((module) => ({ default: module.Compare })))

/** 统计 and 对比, each in a chunk of its own. */
export function SidePanels() {
  const app = useApp()
  createEffect(() => document.documentElement.classList.toggle('wide-open', opensWide(app.view())))
  onCleanup(() => document.documentElement.classList.remove('wide-open'))
  return (
    <Suspense>
      <Show when={opensWide(app.view())}>
        <Show when={app.view().item?.kind === 'page'} fallback={<Compare />}>
          <Statistics />
        </Show>
      </Show>
    </Suspense>
  )
}
