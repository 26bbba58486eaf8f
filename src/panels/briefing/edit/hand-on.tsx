import { createMemo, createSignal, Show } from 'solid-js'
import { linkLengthCap } from '../../../state/link'
import { useApp } from '../../context'
import { ExportBriefingButton } from '../../export/export-buttons'
import type { Controller } from './controller'

/** The briefing for others: as a link where it fits into one, as a file in any case. */
export function HandOn(props: { editor: Controller }) {
  const app = useApp()
  const { t, briefing, own, saveFile } = props.editor
  const [said, setSaid] = createSignal('')
  const link = createMemo(() => {
    const view = own.viewOf(briefing())
    return view && app.services.addressOf(view)
  })
  const length = () => new URL(link() ?? '', location.href).search.length - '?m='.length
  const fits = () => link() !== undefined && length() <= linkLengthCap
  const copy = async () => {
    setSaid('')
    setSaid(t((await app.services.copyText(link() ?? '')) ? 'edit.linkCopied' : 'edit.copyFailed'))
  }
  return (
    <>
      <p class="quiet">{t('edit.markNote')}</p>
      <section>
        <h3>{t('edit.link')}</h3>
        <Show when={link()} fallback={<p class="quiet">{t('edit.linkEmpty')}</p>}>
          {(address) => (
            <Show when={fits()} fallback={<p class="quiet">{t('edit.linkTooLong', { count: length() })}</p>}>
              <p class="quiet tabular">{t('edit.linkFits', { count: length() })}</p>
              <input
                class="edit-field"
                readonly
                aria-label={t('edit.link')}
                value={address()}
                onFocus={(event) => event.currentTarget.select()}
              />
              <p class="quiet">{t('edit.notesOut')}</p>
              <button type="button" class="button button-primary" onClick={copy}>
                {t('edit.linkCopy')}
              </button>
              <p class="edit-said" role="status">
                {said()}
              </p>
            </Show>
          )}
        </Show>
      </section>
      <section>
        <h3>{t('edit.saveFile')}</h3>
        <p class="quiet">{t('edit.notesIn')}</p>
        <button type="button" class="button" classList={{ 'button-primary': !fits() }} onClick={saveFile}>
          {t('edit.saveFile')}
        </button>{' '}
        <ExportBriefingButton briefing={briefing()} />
      </section>
    </>
  )
}
