import { For, Show } from 'solid-js'
import type { Figure, Plan } from '../../../data/schema'
import { useApp } from '../context'
import { FeatureLink } from '../feature-link'
import { amount, years } from '../numbers'
import { SourceLine } from './source-line'

/** One plan: status and year, the text, its figures apart from the prose, the other features it is about, its source. */
export function PlanItem(props: { plan: Plan; about: string }) {
  const app = useApp()
  const others = () =>
    props.plan.features
      .filter((id) => id !== props.about)
      .map((id) => app.record()?.featureById.get(id))
      .filter((feature) => feature !== undefined)
  return (
    <li class="plan">
      <p class="plan-status">
        <span class={`status status-${props.plan.status}`}>{app.t(`status.${props.plan.status}`)}</span>
        <Show when={years(props.plan)}>
          <span class="tabular"> {years(props.plan)}</span>
        </Show>
      </p>
      <p class="plan-text" lang="zh-CN">
        {props.plan.text}
      </p>
      <Show when={props.plan.figures.length > 0}>
        <ul class="figures">
          <For each={props.plan.figures}>{(figure) => <FigureItem figure={figure} />}</For>
        </ul>
      </Show>
      <Show when={props.plan.bodies.length > 0}>
        <p class="quiet">{app.t('plan.bodies', { bodies: props.plan.bodies.join('、') })}</p>
      </Show>
      <Show when={others().length > 0}>
        <p class="plan-features">
          <For each={others()}>{(feature) => <FeatureLink feature={feature} />}</For>
        </p>
      </Show>
      <SourceLine sources={props.plan.sources} stated={props.plan.stated} />
    </li>
  )
}

function FigureItem(props: { figure: Figure }) {
  const app = useApp()
  return (
    <li>
      <strong class="tabular">{amount(props.figure, app.language())}</strong>
      <span>
        {props.figure.what}
        <Show when={props.figure.year}> · {props.figure.year}</Show>
      </span>
    </li>
  )
}
