import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { citedText, type Scene } from '../../../model/briefing/briefing'
import { useApp } from '../../context'
import { citableItems } from './citable'
import type { Controller } from './controller'

const shown = 12

/** The rows of the open panel, each to be cited by one press. */
export function CitePicker(props: { editor: Controller; scene: Scene }) {
  const app = useApp()
  const { t } = props.editor
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  const [wanted, setWanted] = createSignal('')
  const all = createMemo(() =>
    open() ? citableItems(app, app.view(), (title) => t('edit.citeAnswer', { title })) : [],
  )
  const found = createMemo(() => all().filter(({ text }) => text.includes(wanted().trim())))
  return (
    <section class="edit-cite">
      <button type="button" class="button" aria-expanded={open()} aria-controls={id} onClick={() => setOpen(!open())}>
        {t('edit.cite')}
      </button>
      <div id={id} hidden={!open()}>
        <Show when={all().length > 0} fallback={<p class="quiet">{t('edit.citeNone')}</p>}>
          <Show when={all().length > shown}>
            <input
              type="search"
              class="edit-field"
              aria-label={t('edit.citeFind')}
              placeholder={t('edit.citeFind')}
              value={wanted()}
              onInput={(event) => setWanted(event.currentTarget.value)}
            />
          </Show>
          <Citables editor={props.editor} scene={props.scene} items={found().slice(0, shown)} />
          <Show when={found().length > shown}>
            <p class="quiet tabular">{t('edit.citeMore', { count: found().length - shown })}</p>
          </Show>
        </Show>
      </div>
    </section>
  )
}

function Citables(props: { editor: Controller; scene: Scene; items: ReturnType<typeof citableItems> }) {
  const { t, cite } = props.editor
  const cited = createMemo(
    () => new Set(props.scene.points.map((point) => (point.kind === 'cited' ? citedText(point.item) : ''))),
  )
  return (
    <ul aria-label={t('edit.cite')}>
      <For each={props.items}>
        {({ item, text }) => (
          <li>
            <button
              type="button"
              class="edit-citable"
              lang="zh-CN"
              disabled={cited().has(citedText(item))}
              onClick={() => cite(props.scene.no, { kind: 'cited', item })}
            >
              {text}
              <Show when={cited().has(citedText(item))}>
                {' '}
                <span class="tag">{t('edit.cited')}</span>
              </Show>
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}
