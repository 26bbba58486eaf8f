import { Show } from 'solid-js'
import type { Scene } from '../../../model/briefing/briefing'
import { CitePicker } from './cite-picker'
import type { Controller } from './controller'
import { Points } from './points'
import { TextField } from './text-field'

/** One scene to be written: title, points, notes, and what can be done with it. */
export function SceneForm(props: { editor: Controller; no: number }) {
  const { sceneOf } = props.editor
  return <Show when={sceneOf(props.no)}>{(scene) => <Fields editor={props.editor} scene={scene()} />}</Show>
}

function Fields(props: { editor: Controller; scene: Scene }) {
  const { t, edit, settle } = props.editor
  const no = () => props.scene.no
  return (
    <div class="edit-scene">
      <TextField
        label={t('edit.sceneTitle')}
        value={props.scene.title}
        onChange={(title) => edit({ kind: 'scene', no: no(), change: { title } }, `title ${no()}`)}
        onLeave={settle}
      />
      <SceneButtons editor={props.editor} no={no()} />
      <Points editor={props.editor} scene={props.scene} />
      <CitePicker editor={props.editor} scene={props.scene} />
      <TextField
        label={t('edit.notes')}
        rows={2}
        value={props.scene.notes ?? ''}
        onChange={(notes) => edit({ kind: 'scene', no: no(), change: { notes: notes || undefined } }, `notes ${no()}`)}
        onLeave={settle}
      />
    </div>
  )
}

function SceneButtons(props: { editor: Controller; no: number }) {
  const { t, briefing, move, duplicate, remove, retake, play, pageOf } = props.editor
  const place = () => pageOf(props.no) - 1
  /** A page that moves in the list takes its buttons along, and with them the focus. */
  const moveTo = (event: MouseEvent & { currentTarget: HTMLButtonElement }, to: number) => {
    const button = event.currentTarget
    move(props.no, to)
    if (button.disabled) button.closest('li')?.querySelector<HTMLElement>('.edit-line-button')?.focus()
    else button.focus()
  }
  /** The page's own line has the focus after its buttons are gone. */
  const removeHere = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const region = event.currentTarget.closest('.briefing-edit')
    remove(props.no)
    queueMicrotask(() =>
      (
        region?.querySelector<HTMLElement>('.edit-line [aria-current]') ??
        region?.querySelector<HTMLElement>('h2[tabindex]')
      )?.focus(),
    )
  }
  return (
    <div class="edit-buttons">
      <button type="button" class="button" disabled={place() === 0} onClick={(event) => moveTo(event, place() - 1)}>
        {t('edit.up')}
      </button>
      <button
        type="button"
        class="button"
        disabled={place() === briefing().scenes.length - 1}
        onClick={(event) => moveTo(event, place() + 1)}
      >
        {t('edit.down')}
      </button>
      <button type="button" class="button" onClick={() => retake(props.no)}>
        {t('edit.retake')}
      </button>
      <button type="button" class="button" onClick={() => duplicate(props.no)}>
        {t('edit.duplicate')}
      </button>
      <button type="button" class="button" onClick={removeHere}>
        {t('edit.remove')}
      </button>
      <button type="button" class="button" onClick={() => play(props.no)}>
        {t('edit.playHere')}
      </button>
    </div>
  )
}
