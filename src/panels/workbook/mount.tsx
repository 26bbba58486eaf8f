import { createEffect, onCleanup, Show, Suspense } from 'solid-js'
import { useApp } from '../context'
import { lazyPart } from '../lazy-part'

const WorkbookPanel = lazyPart(() => import('./workbook-panel').then((module) => module.WorkbookPanel))

/** The place of a workbook of the record that was opened. */
export function WorkbookMount() {
  const app = useApp()
  const file = () => (app.view().scene ? undefined : app.session().recordWorkbook)
  const root = document.documentElement.classList
  createEffect(() => root.toggle('workbook-open', file() !== undefined))
  onCleanup(() => root.remove('workbook-open'))
  let lost: File | undefined
  const onLost = () => {
    lost = app.session().recordWorkbook
    app.actions.openRecordWorkbook(undefined)
  }
  return (
    <Suspense>
      <Show when={file()}>
        {(opened) => (
          <WorkbookPanel file={opened()} place={{ onLost, again: () => app.actions.openRecordWorkbook(lost) }} />
        )}
      </Show>
    </Suspense>
  )
}
