import {
  createEffect,
  createResource,
  createRoot,
  createSignal,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
  untrack,
} from 'solid-js'
import '../../../styles/briefing-edit.css'
import { editMessage } from '../../../model/messages/briefing-edit'
import { PartError } from '../../../model/part'
import { type App, type Services, useApp, useMessages } from '../../context'
import { giveFocusBack, onEscape } from '../../sheet/focus'
import { AddButton } from '../add-button'
import { BriefingHead } from './briefing-head'
import { CheckList } from './check-list'
import { type Controller, createController } from './controller'
import { HandOn } from './hand-on'
import { SceneList } from './scene-list'
import { StateLines } from './state-lines'
import { followUndoKeys } from './undo-keys'

/** One controller for each page: what is edited outlives the panel. */
const controllers = new WeakMap<Services, Promise<Controller>>()

function controllerOf(app: App): Promise<Controller> {
  const known = controllers.get(app.services)
  if (known) return known
  const made = app.services.ownBriefings().then((own) => createRoot(() => createController(app, own)))
  controllers.set(app.services, made)
  made.catch(() => controllers.delete(app.services))
  return made
}

/** 汇报编辑: the briefing beside the map, which stays as bright and usable as before. */
export function BriefingEditor() {
  const app = useApp()
  const [editor] = createResource(() =>
    controllerOf(app).catch((error: unknown) => {
      app.actions.showEditor(undefined)
      if (!(error instanceof PartError)) throw error
      app.services.lostPart(() => app.actions.askEditor())
      return undefined
    }),
  )
  app.services.wantDetails()
  createEffect(() => {
    const ready = editor()
    const request = app.session().editor
    if (!ready || !request || !app.record()) return
    untrack(() => {
      if (!request.ask) return
      app.actions.showEditor(request.folded ? 'folded' : 'open')
      ready.answer(request.ask)
    })
  })
  return <Show when={editor()}>{(ready) => <Region editor={ready()} />}</Show>
}

function Region(props: { editor: Controller }) {
  const app = useApp()
  const t = useMessages(editMessage)
  const folded = () => app.session().editor?.folded ?? false
  let region: HTMLElement | undefined
  let title: HTMLHeadingElement | undefined
  giveFocusBack(() => title)
  onMount(() => title?.focus({ preventScroll: true }))
  onCleanup(followUndoKeys(props.editor, () => region))
  onCleanup(props.editor.keeper.flush)
  createEffect(on(folded, () => title?.focus({ preventScroll: true }), { defer: true }))
  return (
    <section
      ref={region}
      class="briefing-edit panel"
      classList={{ 'briefing-edit-folded': folded() }}
      aria-label={t('edit.name')}
      onKeyDown={(event) => onEscape(event, () => app.actions.showEditor(folded() ? undefined : 'folded'))}
    >
      <div class="panel-head">
        <h2 tabIndex={-1} ref={title}>
          {t('edit.name')}
          <Show when={folded()}>
            {' '}
            <span class="quiet tabular">
              {t('edit.option', { title: props.editor.briefing().title, count: props.editor.briefing().scenes.length })}
            </span>
          </Show>
        </h2>
        <HeadButtons folded={folded()} />
      </div>
      <p class="edit-said quiet" role="status">
        {props.editor.said()}
      </p>
      <Show when={!folded()}>
        <Body editor={props.editor} />
      </Show>
    </section>
  )
}

function HeadButtons(props: { folded: boolean }) {
  const app = useApp()
  const t = useMessages(editMessage)
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-expanded={!props.folded}
        aria-label={t(props.folded ? 'edit.unfold' : 'edit.fold')}
        title={t(props.folded ? 'edit.unfold' : 'edit.fold')}
        onClick={() => app.actions.showEditor(props.folded ? 'open' : 'folded')}
      >
        {props.folded ? '＋' : '－'}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('edit.close')}
        title={t('edit.close')}
        onClick={() => app.actions.showEditor(undefined)}
      >
        ×
      </button>
    </>
  )
}

type Page = 'scenes' | 'check' | 'hand-on'

function Body(props: { editor: Controller }) {
  const { t } = props.editor
  const [page, setPage] = createSignal<Page>('scenes')
  const Back = () => (
    <button type="button" class="text-button edit-back" onClick={() => setPage('scenes')}>
      {t('edit.back')}
    </button>
  )
  return (
    <div class="panel-body">
      <Switch>
        <Match when={page() === 'scenes'}>
          <Tools editor={props.editor} onPage={setPage} />
          <StateLines editor={props.editor} />
          <BriefingHead editor={props.editor} />
          <SceneList editor={props.editor} />
        </Match>
        <Match when={page() === 'check'}>
          <Back />
          <h3>{t('edit.check')}</h3>
          <CheckList editor={props.editor} />
        </Match>
        <Match when={page() === 'hand-on'}>
          <Back />
          <h3>{t('edit.handOn')}</h3>
          <HandOn editor={props.editor} />
        </Match>
      </Switch>
    </div>
  )
}

function Tools(props: { editor: Controller; onPage: (page: Page) => void }) {
  const { t, history, undo, redo, play, briefing } = props.editor
  return (
    <div class="edit-buttons edit-tools">
      <AddButton primary />
      <button type="button" class="button" disabled={history().past.length === 0} onClick={undo}>
        {t('edit.undo')}
      </button>
      <button type="button" class="button" disabled={history().future.length === 0} onClick={redo}>
        {t('edit.redo')}
      </button>
      <button type="button" class="button" disabled={briefing().scenes.length === 0} onClick={() => play(undefined)}>
        {t('edit.play')}
      </button>
      <button type="button" class="button" onClick={() => props.onPage('check')}>
        {t('edit.check')}
      </button>
      <button type="button" class="button" onClick={() => props.onPage('hand-on')}>
        {t('edit.handOn')}
      </button>
    </div>
  )
}
