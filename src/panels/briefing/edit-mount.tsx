import { createEffect, onCleanup, Show, Suspense } from 'solid-js'
import type { EditorAsk } from '../../model/briefing/own-briefings'
import { useApp } from '../context'
import { lazyPart } from '../lazy-part'

const BriefingEditor = lazyPart(() => import('./edit/briefing-editor').then((module) => module.BriefingEditor))

/** The place of the briefing editor, which comes when it is asked for and makes way for a show. */
export function EditMount() {
  const app = useApp()
  const root = document.documentElement.classList
  const isOpen = () => app.session().editor !== undefined && !app.view().scene
  createEffect(() => root.toggle('editing', isOpen() && !app.session().editor?.folded))
  onCleanup(() => root.remove('editing'))
  let lost: EditorAsk | undefined
  const onLost = () => {
    lost = app.session().editor?.ask
    app.actions.showEditor(undefined)
  }
  return (
    <Suspense>
      <Show when={isOpen()}>
        <BriefingEditor place={{ onLost, again: () => app.actions.askEditor(lost) }} />
      </Show>
    </Suspense>
  )
}
