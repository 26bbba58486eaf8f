import { createEffect, For, Show } from 'solid-js'
import type { SearchEntry } from '../../model/search/index-record'
import { useApp } from '../context'
import { forgetChoices } from './recent'
import type { OptionGroup, Search } from './search-model'

/** Returns the element id of an option, for `aria-activedescendant`. */
export const optionId = (position: number) => `search-option-${position}`

/** What the search offers, by kind. The pointer never takes the focus out of the field. */
export function SearchList(props: { search: Search; active: number; onTake: (entry: SearchEntry) => void }) {
  const app = useApp()
  const failed = () => app.session().details.status === 'failed'
  createEffect(() => document.getElementById(optionId(props.active))?.scrollIntoView({ block: 'nearest' }))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus in the field
    <div class="search-popup" onMouseDown={(event) => event.preventDefault()}>
      <Show when={!props.search.ready()}>
        <p class="quiet search-note">{app.t('search.loading')}</p>
      </Show>
      <Show when={props.search.nothingFound()}>
        <p class="search-note">{app.t('search.none', { query: props.search.soughtFor() })}</p>
      </Show>
      <Show when={props.search.isCut()}>
        <p class="quiet search-note">{app.t('search.cut', { count: props.search.soughtFor().length })}</p>
      </Show>
      <Show when={failed()}>
        <p class="quiet search-note">{app.t('search.partial')}</p>
      </Show>
      <div id="search-list" role="listbox" aria-label={app.t('search.results')}>
        <For each={props.search.groups()}>
          {(group) => <Options {...props} group={group} onForget={props.search.choicesChanged} />}
        </For>
      </div>
      <Show when={props.search.groups().some(({ key }) => key === 'recent')}>
        <button
          type="button"
          class="text-button search-forget"
          onClick={() => {
            forgetChoices()
            props.search.choicesChanged()
          }}
        >
          {app.t('search.forgetRecent')}
        </button>
      </Show>
    </div>
  )
}

function Options(props: {
  search: Search
  group: OptionGroup
  active: number
  onTake: (entry: SearchEntry) => void
  onForget: () => void
}) {
  const app = useApp()
  const position = (entry: SearchEntry) => props.search.options().indexOf(entry)
  const title = (entry: SearchEntry) => (app.language() === 'en' ? entry.titleEn : entry.title)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a listbox may hold groups, not fieldsets
    <div role="group" class="search-group" aria-label={props.group.label}>
      <p class="search-kind" aria-hidden="true">
        {props.group.label}
        <Show when={props.group.more > 0}>
          <span class="tabular"> · {app.t('search.more', { count: props.group.more })}</span>
        </Show>
      </p>
      <For each={props.group.entries}>
        {(entry) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
          <div
            role="option"
            id={optionId(position(entry))}
            class="search-option"
            classList={{ 'search-option-plan': entry.kind === 'plan' }}
            aria-selected={props.active === position(entry)}
            lang={title(entry) === entry.title ? 'zh-CN' : undefined}
            onClick={() => props.onTake(entry)}
            onPointerEnter={() => entry.kind === 'feature' && app.actions.hover(entry.id)}
            onPointerLeave={() => app.actions.hover(undefined)}
          >
            <span class="search-title">{title(entry)}</span>
            <Show when={entry.hint !== ''}>
              <span class="search-hint" lang="zh-CN">
                {entry.hint}
              </span>
            </Show>
          </div>
        )}
      </For>
    </div>
  )
}
