import { createMemo, createSignal, For, Show } from 'solid-js'
import { workbookMessage } from '../../model/messages/workbook'
import { columnMessage } from '../../model/messages/workbook-columns'
import type { FieldDifference, RowDifference } from '../../model/workbook/comparison'
import { useApp, useMessages } from '../context'
import type { Review } from './create-review'

const rowsAtOnce = 50

/** Every row that was changed in the workbook, and the file of what is taken of it. */
export function Differences(props: { review: Review }) {
  const app = useApp()
  const t = useMessages(workbookMessage)
  const [shown, setShown] = createSignal(rowsAtOnce)
  const [said, setSaid] = createSignal('')
  const rows = () => props.review.rows
  const changed = () => rows().filter(({ isNew }) => !isNew)
  const file = createMemo(() => props.review.changes())
  const save = () => {
    const name = `yulan-changes-${file().release}.json`
    app.services.saveFile(name, `${JSON.stringify(file(), undefined, 1)}\n`, 'application/json')
    setSaid(t('panel.saved', { name }))
  }
  return (
    <section>
      <h3>
        {t('panel.differences')} <span class="quiet tabular">{rows().length}</span>
      </h3>
      <p>
        {t('panel.differencesText', {
          rows: changed().length,
          fields: changed().reduce((sum, { fields }) => sum + fields.length, 0),
          added: rows().length - changed().length,
        })}{' '}
        <Show when={props.review.conflicts > 0}>{t('panel.conflicts', { count: props.review.conflicts })}</Show>
      </p>
      <div class="workbook-actions">
        <button
          type="button"
          class="button button-primary"
          aria-disabled={file().changes.length === 0}
          onClick={() => file().changes.length > 0 && save()}
        >
          {t('panel.save', { count: file().changes.length })}
        </button>
      </div>
      <p class="quiet workbook-said" role="status">
        {said()}
      </p>
      <ul class="workbook-list" aria-label={t('panel.differences')}>
        <For each={rows().slice(0, shown())}>{(row) => <Row row={row} review={props.review} />}</For>
      </ul>
      <Show when={rows().length > shown()}>
        <button type="button" class="text-button" onClick={() => setShown(shown() + rowsAtOnce)}>
          {t('panel.moreRows', { count: Math.min(rowsAtOnce, rows().length - shown()) })}
        </button>
      </Show>
    </section>
  )
}

function Row(props: { row: RowDifference; review: Review }) {
  const app = useApp()
  const t = useMessages(workbookMessage)
  const onMap = () => props.row.features.find((id) => app.record()?.featureById.has(id))
  return (
    <li>
      <div class="workbook-row">
        <label class="workbook-take">
          <input
            type="checkbox"
            checked={props.review.isTaken(props.row)}
            aria-label={t('panel.takeNamed', { title: props.row.title })}
            onChange={(event) => props.review.take(props.row, event.currentTarget.checked)}
          />
          <span class="quiet">
            {t(`sheet.${props.row.kind}`)} {props.row.isNew ? t('panel.isNew') : props.row.id}
          </span>
        </label>
        <Show when={onMap()} fallback={<strong lang="zh-CN">{props.row.title}</strong>}>
          {(id) => (
            <button
              type="button"
              class="item-line"
              lang="zh-CN"
              title={t('panel.show', { title: props.row.title })}
              onClick={() => app.actions.select(id())}
            >
              {props.row.title}
            </button>
          )}
        </Show>
      </div>
      <dl>
        <For each={props.row.fields}>{(field) => <Field row={props.row} field={field} review={props.review} />}</For>
      </dl>
    </li>
  )
}

function Field(props: { row: RowDifference; field: FieldDifference; review: Review }) {
  const t = useMessages(workbookMessage)
  const c = useMessages(columnMessage)
  const title = () =>
    c(
      `column.${props.field.column.title}`,
      props.field.column.year === undefined ? {} : { year: props.field.column.year },
    )
  const text = (content: FieldDifference['before']) => (content === undefined ? t('panel.empty') : String(content))
  return (
    <div>
      <dt>{title()}</dt>
      <Show
        when={props.field.conflict}
        fallback={
          <>
            <Show when={!props.row.isNew}>
              <dd>
                <span class="quiet">{t('panel.before')}</span> <del>{text(props.field.before)}</del>
              </dd>
            </Show>
            <dd>
              <span class="quiet">{t('panel.after')}</span> <ins>{text(props.field.after)}</ins>
            </dd>
          </>
        }
      >
        <dd>
          <span class="quiet">{t('panel.before')}</span> {text(props.field.before)}
        </dd>
        <dd>
          <fieldset class="workbook-choice">
            <legend>{t('panel.choice', { title: title() })}</legend>
            <Side {...props} mine={false} label={t('panel.now')} text={text(props.field.now)} />
            <Side {...props} mine={true} label={t('panel.mine')} text={text(props.field.after)} />
          </fieldset>
        </dd>
      </Show>
    </div>
  )
}

/** One of the two values of a cell that both sides have changed. */
function Side(props: {
  row: RowDifference
  field: FieldDifference
  review: Review
  mine: boolean
  label: string
  text: string
}) {
  const name = () => `${props.row.kind} ${props.row.id} ${props.field.column.title}${props.field.column.year ?? ''}`
  return (
    <label>
      <input
        type="radio"
        name={name()}
        checked={props.review.isChosen(props.field) === props.mine}
        onChange={() => props.review.choose(props.field, props.mine)}
      />{' '}
      <span class="quiet">{props.label}</span> {props.text}
    </label>
  )
}
