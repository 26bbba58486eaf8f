import { For, Show } from 'solid-js'
import { transitions } from '../../../../data/schema-ids'
import { useApp } from '../../context'
import type { Controller } from './controller'
import { TextField } from './text-field'

/** The briefing as a whole: which one, its title, date, transition, and the files it comes from and goes to. */
export function BriefingHead(props: { editor: Controller }) {
  const { t, briefing, edit, settle } = props.editor
  return (
    <>
      <Chooser editor={props.editor} />
      <TextField
        label={t('edit.title')}
        value={briefing().title}
        onChange={(title) => edit({ kind: 'head', change: { title } }, 'title')}
        onLeave={settle}
      />
      <details class="edit-more">
        <summary>{t('edit.more')}</summary>
        <More editor={props.editor} />
      </details>
    </>
  )
}

/** The briefings on the device; only where there is a choice. */
function Chooser(props: { editor: Controller }) {
  const { t, keeper, openKept, show, briefing } = props.editor
  const choose = (id: string) => {
    if (openKept(id) && briefing().scenes[0]) show(briefing().scenes[0]?.no ?? 0)
  }
  return (
    <Show when={keeper.lines().length > 1 || (keeper.lines().length > 0 && !keeper.place())}>
      <label class="edit-labelled">
        <span class="edit-label">{t('edit.mine')}</span>
        <select class="edit-field" onChange={(event) => choose(event.currentTarget.value)}>
          <Show when={!keeper.place()}>
            <option value="" selected>
              {briefing().title}
            </option>
          </Show>
          <For each={keeper.lines()}>
            {(line) => (
              <option value={line.id} selected={line.id === keeper.place()?.id}>
                {t('edit.option', { title: line.title || t('edit.untitled'), count: line.scenes })}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  )
}

function More(props: { editor: Controller }) {
  const app = useApp()
  const { t, briefing, edit, settle, startNew, saveFile, forget } = props.editor
  let input: HTMLInputElement | undefined
  const openFile = async () => {
    const file = input?.files?.[0]
    if (file) await app.services.openFiles([file])
    if (input) input.value = ''
  }
  return (
    <div class="edit-scene">
      <TextField
        label={t('edit.subtitle')}
        value={briefing().subtitle ?? ''}
        onChange={(subtitle) => edit({ kind: 'head', change: { subtitle: subtitle || undefined } }, 'subtitle')}
        onLeave={settle}
      />
      <label class="edit-labelled">
        <span class="edit-label">{t('edit.date')}</span>
        <input
          type="date"
          class="edit-field"
          value={briefing().date}
          onChange={(event) =>
            event.currentTarget.value && edit({ kind: 'head', change: { date: event.currentTarget.value } })
          }
        />
      </label>
      <TransitionChoice editor={props.editor} />
      <div class="edit-buttons">
        <button type="button" class="button" onClick={startNew}>
          {t('edit.new')}
        </button>
        <button type="button" class="button" onClick={() => input?.click()}>
          {t('edit.openFile')}
        </button>
        <input ref={input} type="file" accept=".json,application/json" hidden onChange={openFile} />
        <button type="button" class="button" onClick={saveFile}>
          {t('edit.saveFile')}
        </button>
        <button type="button" class="button" onClick={forget}>
          {t('edit.delete')}
        </button>
      </div>
    </div>
  )
}

function TransitionChoice(props: { editor: Controller }) {
  const { t, briefing, edit } = props.editor
  return (
    <label class="edit-labelled">
      <span class="edit-label">{t('edit.transition')}</span>
      <select
        class="edit-field"
        onChange={(event) => {
          const transition = transitions.find((each) => each === event.currentTarget.value)
          if (transition) edit({ kind: 'head', change: { transition } })
        }}
      >
        <For each={transitions}>
          {(each) => (
            <option value={each} selected={briefing().transition === each}>
              {t(`edit.transition.${each}`)}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
