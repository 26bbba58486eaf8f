import { For, Show } from 'solid-js'
import type { ExportOptions } from '../../model/handout/exporter'
import { type FormatId, showsOwnLayers } from '../../model/handout/formats'
import type { HandoutSubject } from '../../model/handout/handout-of'
import { exportMessage } from '../../model/messages/export'
import { number } from '../../model/numbers'
import { countOfCarried } from '../../model/own-data/carried'
import { useApp, useMessages } from '../context'

type OwnRows = ExportOptions['ownRows']

/** What a file shows it also holds, as with the record's own layers; a briefing is passed on more freely. */
export const firstOwnRows: OwnRows = { others: true, yulan: false }

/** Whether the rows of the reader's own layers go into files: who gets a file sees them, and this says so. */
export function OwnRowsOptions(props: {
  subject: HandoutSubject
  formats: readonly FormatId[]
  options: OwnRows
  onChange: (options: OwnRows) => void
}) {
  const app = useApp()
  const t = useMessages(exportMessage)
  const count = () => countOfCarried(app.session().own?.layers ?? [])
  const values = () => ({ layers: count().layers, rows: number(count().rows, app.language()) })
  const kinds = () => (['others', 'yulan'] as const).filter((kind) => kind === 'others' || props.formats.includes(kind))
  return (
    <Show when={count().rows > 0 && showsOwnLayers(props.subject)}>
      <fieldset class="export-options export-own">
        <legend>{t('export.ownRows')}</legend>
        <For each={kinds()}>
          {(kind) => (
            <label>
              <input
                type="checkbox"
                checked={props.options[kind]}
                onChange={(event) => props.onChange({ ...props.options, [kind]: event.currentTarget.checked })}
              />{' '}
              {t(`export.ownRows.${kind}`, values())}
            </label>
          )}
        </For>
      </fieldset>
    </Show>
  )
}
