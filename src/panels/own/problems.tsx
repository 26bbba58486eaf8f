import { createMemo, createSignal, For, Show } from 'solid-js'
import { ownDataMessage } from '../../model/messages/own-data'
import { ownReadingMessage } from '../../model/messages/own-data-reading'
import type { OwnTable } from '../../model/own-data/own-table'
import { useApp, useMessages } from '../context'

const mostAtOnce = 50

/** 未读入的行: row, column, what stood there, and why it was not read. */
export function Problems(props: { table: OwnTable }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const reasons = useMessages(ownReadingMessage)
  const save = async () => (await app.services.ownData()).saveProblems(props.table)
  const [isGone, setGone] = createSignal(false)
  const saveMarked = async () => setGone(!(await (await app.services.ownData()).saveMarked(props.table)))
  const [most, setMost] = createSignal(mostAtOnce)
  const problems = () => props.table.problems
  const shown = createMemo(() => problems().slice(0, most()))
  return (
    <Show when={problems().length > 0}>
      <div class="own-problems">
        <h4>{t('own-data.problems')}</h4>
        <ul aria-label={t('own-data.problems')}>
          <For each={shown()}>
            {({ row, column, value, reason }) => (
              <li>
                <span class="tabular">
                  {column ? t('own-data.problem', { row, column }) : t('own-data.problemRow', { row })}
                </span>
                {reasons(`own-data.reason.${reason}`)}
                <Show when={value}>
                  {' '}
                  <code>{value}</code>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <button type="button" class="text-button" onClick={save}>
          {t('own-data.problems.save')}
        </button>
        <Show when={props.table.format === 'xlsx'}>
          <button type="button" class="text-button" onClick={saveMarked}>
            {t('own-data.problems.workbook')}
          </button>
        </Show>
        <Show when={isGone()}>
          <p role="status">{t('own-data.problems.gone')}</p>
        </Show>
        <Show when={problems().length > most()}>
          <button type="button" class="text-button" onClick={() => setMost(most() + 10 * mostAtOnce)}>
            {app.t('list.rest', { count: problems().length - most() })}
          </button>
        </Show>
      </div>
    </Show>
  )
}
