import { createEffect, createMemo, createResource, For, Show } from 'solid-js'
import { type ChangedItem, changedItems, changeSentences, releaseOn } from '../../model/release-changes'
import { type App, useApp } from '../context'
import { LongList } from '../lists/long-list'
import { LinkDialog } from './link-dialog'

/** What has changed since the link in use was made, what the selection is about first. */
export function ChangesDialog() {
  const app = useApp()
  createEffect(() => app.services.wantDetails())
  const [releases] = createResource(() => app.services.loadPastReleases())
  const day = () => app.session().linkRelease ?? ''
  const items = createMemo(() => {
    const record = app.record()
    const { districts, feature } = app.view()
    const release = releaseOn(releases.latest ?? [], day())
    return record && release
      ? changedItems(release.changes, record, app.details(), feature ? [feature] : districts)
      : []
  })
  return (
    <LinkDialog title={app.t('changes.title', { date: day() })}>
      <p class="quiet">{app.t('link.older', { date: day(), count: items().length })}</p>
      <LongList class="changes" rows={items()} most={60} first={20}>
        {(item) => <ChangeLine item={item} />}
      </LongList>
    </LinkDialog>
  )
}

function ChangeLine(props: { item: ChangedItem }) {
  const app = useApp()
  const tags = () =>
    props.item.parts?.map((part) => app.t(`changes.part.${part}`)) ?? [app.t(`changes.${props.item.change}`)]
  const sentences = () => {
    const record = app.record()
    return record ? changeSentences(props.item, record, app.language()) : []
  }
  return (
    <li>
      <For each={tags()}>{(tag) => <span class="tag">{tag}</span>}</For>{' '}
      <span class="quiet">{app.t(`changes.${props.item.kind}`)}</span>{' '}
      <Show when={props.item.target} fallback={<span lang="zh-CN">{props.item.text}</span>}>
        <button type="button" class="text-button" lang="zh-CN" onClick={() => show(app, props.item)}>
          {props.item.text}
        </button>
      </Show>
      <For each={sentences()}>{(sentence) => <p class="quiet tabular">{sentence}</p>}</For>
    </li>
  )
}

function show(app: App, { target }: ChangedItem) {
  app.actions.showLinkDialog(undefined)
  if (target?.feature && target.item) app.actions.selectWithItem(target.feature, target.item)
  else if (target?.feature) app.actions.select(target.feature)
  else if (target) app.actions.openItem(target.item)
}
