import { Show } from 'solid-js'
import { opensAnalysis, opensDetail, opensWide } from '../../model/layout'
import { type App, useApp } from '../context'

/** Where 加入汇报 stands: in one place at a time, the one that is seen. */
export type AddPlace = 'editor' | 'detail' | 'analysis' | 'foot'

function addPlace(app: App): AddPlace {
  const { editor } = app.session()
  if (editor && !editor.folded) return 'editor'
  const view = app.view()
  if (opensDetail(view) && !opensWide(view)) return 'detail'
  return opensAnalysis(view) ? 'analysis' : 'foot'
}

/** Adds the view as it is to the briefing; the editor comes with the first use. */
export function AddButton(props: { title?: string; primary?: boolean }) {
  const app = useApp()
  return (
    <button
      type="button"
      class="button"
      classList={{ 'button-primary': props.primary }}
      aria-label={props.title && `${app.t('briefing.add')} ${props.title}`}
      onClick={() => app.actions.askEditor({ kind: 'add', title: props.title })}
    >
      {app.t('briefing.add')}
    </button>
  )
}

/** The button at one of its places; nothing while it stands at another. */
export function AddHere(props: { place: AddPlace }) {
  const app = useApp()
  return (
    <Show when={addPlace(app) === props.place}>
      <AddButton />
    </Show>
  )
}
