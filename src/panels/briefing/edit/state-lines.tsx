import { createMemo, Match, Show, Switch } from 'solid-js'
import { changedCitations } from '../../../model/briefing/changes'
import { useApp } from '../../context'
import type { Controller } from './controller'

/** What stands above the briefing: where it came from, what is not kept, what has changed since it was made. */
export function StateLines(props: { editor: Controller }) {
  const { t, origin, keepHere, keeper, removed, restore } = props.editor
  return (
    <>
      <Show when={origin() !== 'device'}>
        <div class="note edit-note">
          <p>
            <strong>{t('edit.mark')}</strong> {t(origin() === 'link' ? 'edit.fromLink' : 'edit.fromFile')}
          </p>
          <button type="button" class="button" onClick={keepHere}>
            {t('edit.keep')}
          </button>
        </div>
      </Show>
      <Show when={keeper.trouble()}>
        <Trouble editor={props.editor} />
      </Show>
      <Show when={removed()}>
        {(gone) => (
          <div class="note edit-note">
            <p>{t('edit.deleted', { title: gone().briefing.title })}</p>
            <button type="button" class="button" onClick={restore}>
              {t('edit.restore')}
            </button>
          </div>
        )}
      </Show>
      <Older editor={props.editor} />
    </>
  )
}

function Trouble(props: { editor: Controller }) {
  const { t, keeper, keepBoth, saveFile } = props.editor
  return (
    <div class="note edit-note" role="alert">
      <Switch>
        <Match when={keeper.trouble() === 'other'}>
          <p>{t('edit.other')}</p>
          <button type="button" class="button" onClick={keeper.takeOther}>
            {t('edit.takeOther')}
          </button>
          <button type="button" class="button" onClick={keepBoth}>
            {t('edit.keepBoth')}
          </button>
        </Match>
        <Match when={keeper.trouble()}>
          {(reason) => (
            <>
              <p>{t(reason() === 'full' ? 'edit.full' : 'edit.refused')}</p>
              <button type="button" class="button" onClick={saveFile}>
                {t('edit.saveFile')}
              </button>
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

/** A briefing made with an older release says which scenes differ from it. */
function Older(props: { editor: Controller }) {
  const app = useApp()
  const { t, now, releases, pageOf, renew } = props.editor
  const pages = createMemo(() => {
    const record = app.record()
    if (!record) return []
    const changed = changedCitations(now(), record, app.details(), releases())
    return [...new Set(changed.map(({ no }) => pageOf(no)))].sort((a, b) => a - b)
  })
  return (
    <Show when={pages().length > 0}>
      <div class="note edit-note">
        <p>{t('edit.older', { date: now().briefing.release, pages: pages().join('、') })}</p>
        <button type="button" class="button" onClick={renew}>
          {t('edit.renew')}
        </button>
      </div>
    </Show>
  )
}
