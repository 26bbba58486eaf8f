import { For, Show } from 'solid-js'
import type { Plan } from '../../../data/schema'
import { useApp } from '../context'
import { FeatureLink } from '../parts/feature-link'
import { PlanYears } from '../parts/plan-years'
import { ConflictsAbout } from './conflict-box'
import { Figures } from './figures'
import { ItemTools, SourceLine } from './source-line'

/** One plan: status and year, the text, its figures apart from the prose, the other features it is about, its source. */
export function PlanItem(props: { plan: Plan; about?: string }) {
  return (
    <li class="plan" data-item={props.plan.id}>
      <PlanStatus plan={props.plan} />
      <p class="plan-text" lang="zh-CN">
        {props.plan.text}
      </p>
      <PlanRest plan={props.plan} about={props.about} />
    </li>
  )
}

/** The status and years of a plan, why it is vague, and the button that copies its link. */
export function PlanStatus(props: { plan: Plan }) {
  const app = useApp()
  return (
    <p class="plan-status">
      <span class={`status status-${props.plan.status}`}>{app.t(`status.${props.plan.status}`)}</span>
      <PlanYears plan={props.plan} />
      <Show when={props.plan.unspecific}>{(reason) => <span class="tag">{app.t(`unspecific.${reason()}`)}</span>}</Show>
      <span class="plan-tools">
        <ItemTools item={{ kind: 'plan', id: props.plan.id }} />
      </span>
    </p>
  )
}

/** Figures, offices, the other features it is about, contradictions and sources. */
export function PlanRest(props: { plan: Plan; about?: string; uncited?: boolean }) {
  const app = useApp()
  const others = () =>
    props.plan.features.filter((id) => id !== props.about).flatMap((id) => app.record()?.featureById.get(id) ?? [])
  return (
    <>
      <Figures figures={props.plan.figures} />
      <Show when={props.plan.bodies.length > 0}>
        <p class="quiet" lang="zh-CN">
          {app.t('plan.bodies', { bodies: props.plan.bodies.join('、') })}
        </p>
      </Show>
      <Show when={others().length > 0}>
        <p class="plan-features">
          <For each={others()}>{(feature) => <FeatureLink feature={feature} />}</For>
        </p>
      </Show>
      <ConflictsAbout subject={{ plan: props.plan.id }} hint={props.plan.conflict} />
      <Show when={!props.uncited}>
        <SourceLine sources={props.plan.sources} />
      </Show>
    </>
  )
}
