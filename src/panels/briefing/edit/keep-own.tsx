import { createSignal, Show } from 'solid-js'
import type { OpenedBriefing, OwnBriefings } from '../../../model/briefing/own-briefings'
import { editMessage } from '../../../model/messages/briefing-edit'
import { useApp, useMessages } from '../../context'
import { newBriefingId } from './new-id'

/** Keeps a briefing that came by a link or a file on this device; nothing for one that is there already. */
export function KeepOwn() {
  const app = useApp()
  const t = useMessages(editMessage)
  const [found, setFound] = createSignal<{ own: OwnBriefings; opened: OpenedBriefing }>()
  const [said, setSaid] = createSignal('')
  const view = app.view()
  app.services.ownBriefings().then(
    (own) => setFound({ own, opened: own.ofView(view) }),
    () => undefined,
  )
  const foreign = () => {
    const now = found()
    return now?.opened.ok && now.opened.origin !== 'device' ? { kept: now.own.kept, own: now.opened.own } : undefined
  }
  return (
    <Show when={foreign()}>
      {(now) => (
        <>
          <Show when={said() !== t('edit.kept')}>
            <button
              type="button"
              class="text-button"
              onClick={() => {
                const written = now().kept.write(newBriefingId(), now().own, 0)
                setSaid(t(written.ok ? 'edit.kept' : written.reason === 'full' ? 'edit.notKeptFull' : 'edit.notKept'))
              }}
            >
              {t('edit.keep')}
            </button>
          </Show>
          <span role="status">{said()}</span>
        </>
      )}
    </Show>
  )
}
