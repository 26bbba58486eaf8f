import { For, Show } from 'solid-js'
import { statuses } from '../../../../data/schema-ids'
import type { ChangedCitation } from '../../../model/briefing/changes'
import { figuresInText } from '../../../model/briefing/show-figures'
import type { ToldPoint } from '../../../model/briefing/told'
import { showMessage } from '../../../model/messages/briefing-show'
import { type App, useApp, useMessages } from '../../context'
import { useChange } from './changed'

/**
 * One point of a scene: the author's words, or a cited item with its figures, its standing and the numbers of its notes
 * at the foot, where it is written.
 */
export function Point(props: { point: ToldPoint; notes: readonly number[] }) {
  const app = useApp()
  const t = useMessages(showMessage)
  const said = () => figuresInText(titleOf(props.point), props.point.figures)
  const change = useChange(() => props.point.item)
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
        {/* Joined to what they belong to: no line begins with one. */}
        <For each={props.notes}>{(note) => <sup class="tabular">{`\u2060[${note}]`}</sup>}</For>
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
      <Show when={change()}>{(each) => <p class="show-was">{t('show.was', { was: whatWas(app, each()) })}</p>}</Show>
    </li>
  )
}

/** A project is named; what it consists of is for its page. A plan is a sentence, and ends as one. */
function titleOf({ kind, text }: ToldPoint): string {
  if (kind === 'project') return text.split('：')[0] ?? text
  return kind === 'plan' && !/[。！？…]$/.test(text) ? `${text}。` : text
}

/** What of a cited item has changed, as it was; `…` where the briefing does not carry it. */
function whatWas(app: App, { parts, was }: ChangedCitation): string {
  if (!was) return '…'
  const said = parts.map((part): string => {
    if (part === 'figures') return was.figures.join('；')
    // A file says what it likes.
    const status = statuses.find((each) => each === was.status)
    if (part === 'status') return status ? app.t(`status.${status}`) : ''
    if (part === 'years') return [was.from, was.to].filter((year) => year !== undefined).join('–')
    return was.text
  })
  return said.filter(Boolean).join('；') || '…'
}
