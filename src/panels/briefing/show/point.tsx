import { For, Show } from 'solid-js'
import type { ToldPoint, ToldSource } from '../../../model/briefing/told'
import { showMessage } from '../../../model/messages/briefing-show'
import { useApp, useMessages } from '../../context'

/** One point of a scene: the author's words, or a cited item with its figures, its standing and where it is written. */
export function Point(props: { point: ToldPoint }) {
  const app = useApp()
  const t = useMessages(showMessage)
  const stands = () =>
    [props.point.label, props.point.years, props.point.offices].filter((part) => part !== undefined).join(' · ')
  return (
    <li class={`show-point show-point-${props.point.kind}`}>
      <p>{props.point.text}</p>
      <Show when={props.point.figures.length > 0}>
        <ul class="show-figures">
          <For each={props.point.figures}>
            {(figure) => (
              <li>
                <strong class="tabular">{figure.value}</strong>
                <span>
                  {figure.what}
                  <Show when={figure.year}>{(year) => ` · ${year()}`}</Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.point.status ?? (stands() || props.point.sources.length > 0)}>
        <p class="show-standing">
          <Show when={props.point.status}>
            {(status) => <span class={`status status-${status()}`}>{app.t(`status.${status()}`)}</span>}
          </Show>
          <Show when={stands()}>
            <span class="tabular">{stands()}</span>
          </Show>
          <Show when={props.point.contradicted}>
            <span class="show-contradicted">{t('show.contradicted')}</span>
          </Show>
          <Sources sources={props.point.sources} />
        </p>
      </Show>
    </li>
  )
}

/** Where it is written: small, and legible from the last row. */
function Sources(props: { sources: readonly ToldSource[] }) {
  const t = useMessages(showMessage)
  const text = () => [...new Set(props.sources.map(({ short }) => short))].join('；')
  return (
    <Show when={props.sources.length > 0}>
      <span class="show-source">{t('show.sources', { sources: text() })}</span>
    </Show>
  )
}
