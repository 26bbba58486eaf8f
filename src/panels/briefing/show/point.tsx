import { For, Show } from 'solid-js'
import { figuresInText } from '../../../model/briefing/show-figures'
import type { ToldPoint } from '../../../model/briefing/told'
import { showMessage } from '../../../model/messages/briefing-show'
import { useApp, useMessages } from '../../context'

/**
 * One point of a scene: the author's words, or a cited item with its figures, its standing and the numbers of its notes
 * at the foot, where it is written.
 */
export function Point(props: { point: ToldPoint; notes: readonly number[] }) {
  const app = useApp()
  const t = useMessages(showMessage)
  const said = () => figuresInText(titleOf(props.point), props.point.figures)
  const stands = () => {
    const { kind, label, years, offices } = props.point
    // Who leads a project is said of it; a plan's offices are many, and stand on its page.
    const parts = kind === 'answer' ? [] : [label, years, kind === 'project' ? offices : undefined]
    return parts.filter((part) => part !== undefined).join(' · ')
  }
  return (
    <li class={`show-point show-point-${props.point.kind}`}>
      <p>
        <For each={said().pieces}>
          {({ text, figure }) => (figure ? <strong class="show-figure">{text}</strong> : text)}
        </For>
        <For each={props.notes}>{(note) => <sup class="tabular">[{note}]</sup>}</For>
      </p>
      <Show when={said().missing.length > 0 || props.point.status || stands()}>
        <p class="show-standing">
          <For each={said().missing}>
            {(figure) => (
              <span>
                <span class="show-what">
                  {figure.what}
                  <Show when={figure.year}>{(year) => ` ${year()}`}</Show>
                </span>{' '}
                <strong class="show-figure tabular">{figure.value}</strong>
              </span>
            )}
          </For>
          <Show when={props.point.status}>
            {(status) => <span class={`status status-${status()}`}>{app.t(`status.${status()}`)}</span>}
          </Show>
          <Show when={stands()}>
            <span class="tabular">{stands()}</span>
          </Show>
          <Show when={props.point.contradicted}>
            <span class="show-contradicted">{t('show.contradicted')}</span>
          </Show>
        </p>
      </Show>
    </li>
  )
}

/** A project is named; what it consists of is for its page. */
const titleOf = ({ kind, text }: ToldPoint) => (kind === 'project' ? (text.split('：')[0] ?? text) : text)
