import { For, Show } from 'solid-js'
import { ownDataMessage } from '../../model/messages/own-data'
import { ownReadingMessage } from '../../model/messages/own-data-reading'
import type { OwnData } from '../../model/own-data/own-data'
import type { OwnActions } from '../../state/own-actions'
import { useApp, useMessages } from '../context'
import { DatumChoice } from './datum-choice'

/** What has just come: files being read, files refused, tables whose datum is to be decided on. */
export function Arrivals(props: { own: OwnData; actions: OwnActions }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const reasons = useMessages(ownReadingMessage)
  const cancel = async () => (await app.services.ownData()).cancel()
  return (
    <>
      <div role="status">
        <Show when={props.own.reading}>
          {(reading) => (
            <p class="own-reading">
              <progress max="1" value={reading().done} aria-label={t('own-data.reading', { names: '' })} />
              <span>{t('own-data.reading', { names: reading().names.join('、') })}</span>
              <button type="button" class="text-button" onClick={cancel}>
                {t('own-data.cancel')}
              </button>
            </p>
          )}
        </Show>
      </div>
      <Show when={props.own.refused.length > 0}>
        <section aria-label={t('own-data.refused')}>
          <h3>{t('own-data.refused')}</h3>
          <ul class="own-refused">
            <For each={props.own.refused}>
              {({ name, reason, values }) => (
                <li>
                  <strong>{name}</strong> {reasons(`own-data.refused.${reason}`, values)}
                </li>
              )}
            </For>
          </ul>
          <button type="button" class="text-button" onClick={() => props.actions.dismissRefusals()}>
            {t('own-data.refused.close')}
          </button>
        </section>
      </Show>
      <For each={props.own.undecided}>
        {(undecided) => <DatumChoice undecided={undecided} actions={props.actions} />}
      </For>
    </>
  )
}
