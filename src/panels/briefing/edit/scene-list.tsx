import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Controller } from './controller'
import { SceneForm } from './scene-form'

/** The scenes in order: each a line to be pressed or dragged; the selected one opens under its line. */
export function SceneList(props: { editor: Controller }) {
  const { t, briefing } = props.editor
  // By number, so that a scene's fields stay when its text changes.
  const numbers = createMemo(() => briefing().scenes.map(({ no }) => no), [], {
    equals: (before, after) => before.join() === after.join(),
  })
  const [dragged, setDragged] = createSignal<{ no: number; to: number }>()
  return (
    <Show when={numbers().length > 0} fallback={<p class="quiet edit-empty">{t('edit.empty')}</p>}>
      <ol class="edit-scenes" aria-label={t('edit.scenes')}>
        <For each={numbers()}>
          {(no) => <SceneLine editor={props.editor} no={no} dragged={dragged()} onDrag={setDragged} />}
        </For>
      </ol>
    </Show>
  )
}

interface LineProps {
  editor: Controller
  no: number
  dragged: { no: number; to: number } | undefined
  onDrag: (dragged: { no: number; to: number } | undefined) => void
}

function SceneLine(props: LineProps) {
  const { t, sceneOf, pageOf, selected, show, move } = props.editor
  const page = () => pageOf(props.no)
  const title = () => sceneOf(props.no)?.title || t('edit.noTitle')
  const isOpen = () => selected() === props.no
  const isTarget = () => props.dragged !== undefined && props.dragged.to === page() - 1 && props.dragged.no !== props.no
  const placeAt = (handle: HTMLElement, y: number) => {
    const lines = [...(handle.closest('ol')?.querySelectorAll('.edit-line') ?? [])]
    const place = lines.findIndex((line) => y < line.getBoundingClientRect().bottom)
    return place < 0 ? lines.length - 1 : place
  }
  const drag = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (props.dragged?.no === props.no) props.onDrag({ no: props.no, to: placeAt(event.currentTarget, event.clientY) })
  }
  const drop = () => {
    const { dragged } = props
    props.onDrag(undefined)
    if (dragged) move(dragged.no, dragged.to)
  }
  return (
    <li>
      <div
        class="edit-line"
        classList={{ 'edit-line-target': isTarget(), 'edit-line-dragged': props.dragged?.no === props.no }}
      >
        <span
          class="edit-handle"
          aria-hidden="true"
          title={t('edit.drag', { n: page() })}
          onPointerDown={(event) => {
            event.preventDefault()
            event.currentTarget.setPointerCapture(event.pointerId)
            props.onDrag({ no: props.no, to: page() - 1 })
          }}
          onPointerMove={drag}
          onPointerUp={drop}
          onPointerCancel={() => props.onDrag(undefined)}
        >
          ⠿
        </span>
        <button
          type="button"
          class="edit-line-button"
          aria-current={isOpen() ? 'true' : undefined}
          onClick={() => show(props.no)}
        >
          <span class="edit-number tabular">{page()}</span> <span class="edit-line-title">{title()}</span>
        </button>
      </div>
      <Show when={isOpen()}>
        <SceneForm editor={props.editor} no={props.no} />
      </Show>
    </li>
  )
}
