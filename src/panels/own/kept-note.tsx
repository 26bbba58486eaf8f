import { createSignal, Show } from 'solid-js'
import { ownDataMessage } from '../../model/messages/own-data'
import type { OwnData } from '../../model/own-data/own-data'
import { useApp, useMessages } from '../context'

/** Says that something is kept on this device, and forgets all of it by one press. */
export function KeptNote(props: { own: OwnData }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const [said, setSaid] = createSignal('')
  const forget = async () => {
    await (await app.services.ownData()).forget()
    setSaid(t('own-data.forgotten'))
  }
  return (
    <div class="own-kept">
      <Show when={props.own.layers.some(({ keep }) => keep)}>
        <button type="button" class="button" onClick={forget}>
          {t('own-data.forget')}
        </button>
      </Show>
      <span role="status">{said()}</span>
    </div>
  )
}
