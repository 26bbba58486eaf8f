import { For, type JSX, Show } from 'solid-js'
import type { Source, SourceReference } from '../../../data/schema'
import type { CitedKind } from '../../model/briefing/briefing'
import { itemOf } from '../../model/citation'
import type { PanelItem } from '../../model/view'
import { type App, useApp } from '../context'
import { openSource } from './open'

/** Where it is written: document, date of statement and section; each citation opens its document. */
export function SourceLine(props: { sources: readonly SourceReference[] }) {
  const app = useApp()
  return (
    <span class="source">
      <For each={props.sources}>
        {(reference, index) => (
          <button type="button" class="source-button" onClick={() => openSource(app, reference)}>
            <Show when={index() === 0}>
              <span class="source-word">{app.t('source.prefix')} </span>
            </Show>
            {citation(app, reference)}
            {/* Inside, so that it never begins a line of its own. */}
            <Show when={index() < props.sources.length - 1}>
              <span aria-hidden="true">；</span>
            </Show>
          </button>
        )}
      </For>
    </span>
  )
}

/** `重庆日报 2020-05 · 渝北·开篇` */
function citation(app: App, reference: SourceReference): JSX.Element {
  const source = app.record()?.sourceById.get(reference.id)
  const section = [reference.section, itemOf(reference.item, app.language())].filter(Boolean).join(' ')
  if (!source) return section
  const title = shortTitle(app, source)
  if (source.kind === 'dataset') return title
  return (
    <>
      {title} <span class="tabular">{source.date}</span> · <span lang="zh-CN">{section}</span>
    </>
  )
}

/** `重庆日报`, `渝北区方案`: enough to tell the documents apart in a line; the document's own page has all of it. */
export function shortTitle(app: App, source: Source): string {
  if (app.language() === 'en') return source.titleEn.split(',')[0] ?? source.titleEn
  if (source.kind === 'plan') return app.t('source.plan', { publisher: source.publisher })
  return source.title.split('：')[0] ?? source.title
}

/** What can be done with one item beside it: added to the briefing, its link copied. */
export function ItemTools(props: { item: PanelItem & { kind: CitedKind } }) {
  return (
    <>
      <AddItem item={props.item} />
      <CopyItem item={props.item} />
    </>
  )
}

/** Adds the present view to the briefing with one item cited. */
function AddItem(props: { item: PanelItem & { kind: CitedKind } }) {
  const app = useApp()
  return (
    <button
      type="button"
      class="item-button"
      title={app.t('briefing.add')}
      aria-label={`${app.t('briefing.add')} ${props.item.id}`}
      onClick={() => app.actions.askEditor({ kind: 'add', item: props.item })}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M2 3h12v7.5H2zM8 10.5V13M5 13.5h6M8 5v3.5M6.25 6.75h3.5" />
      </svg>
    </button>
  )
}

/** Copies the link of one item, as it stands beside the present selection. */
function CopyItem(props: { item: PanelItem }) {
  const app = useApp()
  const copy = async () => {
    const link = app.services.addressOf({ ...app.view(), item: props.item, embed: [] })
    const done = await app.services.copyText(link)
    app.actions.notify(done ? 'link.copied' : 'link.copyFailed', { link }, done ? 'done' : 'warning')
  }
  return (
    <button
      type="button"
      class="item-button"
      title={app.t('item.copy')}
      aria-label={`${app.t('item.copy')} ${props.item.id}`}
      onClick={copy}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M6.5 9.5l3-3M7 4.5l1.2-1.2a3 3 0 0 1 4.3 4.3L11 9M9 11.5l-1.2 1.2a3 3 0 0 1-4.3-4.3L5 7" />
      </svg>
    </button>
  )
}
