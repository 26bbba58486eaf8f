import { createSignal, For, Show } from 'solid-js'
import type { Language } from '../../model/messages/text'
import { workbookMessage } from '../../model/messages/workbook'
import { cellName } from '../../model/workbook/cell-names'
import type { CellProblem } from '../../model/workbook/comparison'
import { useApp, useMessages } from '../context'

const mostShown = 100

/** The wrong cells of a workbook, each by its name in the sheet, and the workbook with all of them marked. */
export function Problems(props: { file: File; problems: readonly CellProblem[]; language: Language }) {
  const app = useApp()
  const t = useMessages(workbookMessage)
  const [said, setSaid] = createSignal('')
  const mark = async () => {
    const workbooks = await app.services.recordWorkbooks()
    const file = await workbooks.mark(props.file, props.problems, props.language)
    app.services.saveFile(file.name, file.blob, file.blob.type)
    setSaid(t('panel.markedSaved', { name: file.name }))
  }
  return (
    <section>
      <h3>
        {t('panel.problems')} <span class="quiet tabular">{props.problems.length}</span>
      </h3>
      <p>{t('panel.problemsText', { count: props.problems.length })}</p>
      <div class="workbook-actions">
        <button type="button" class="button" onClick={mark}>
          {t('panel.mark')}
        </button>
      </div>
      <p class="quiet workbook-said" role="status">
        {said()}
      </p>
      <ul class="workbook-list" aria-label={t('panel.problems')}>
        <For each={props.problems.slice(0, mostShown)}>
          {({ sheet, row, column, id, trouble }) => (
            <li>
              <strong class="tabular">{t('panel.cell', { sheet, cell: cellName(row, column) })}</strong>{' '}
              <span class="quiet">{id}</span>
              <p>{t(trouble.message, trouble.values)}</p>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.problems.length > mostShown}>
        <p class="quiet">{t('panel.more', { count: props.problems.length - mostShown })}</p>
      </Show>
    </section>
  )
}
