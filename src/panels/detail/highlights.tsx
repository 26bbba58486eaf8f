import { createMemo, For, Show } from 'solid-js'
import { highlightsOf } from '../../model/detail'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { ItemButton } from '../parts/item-button'
import { PlanYears } from '../parts/plan-years'
import { Figures } from './figures'
import { SourceLine } from './source-line'

/** 要点: up to five plans picked out for a place, each with figures, years and source; its text opens the whole of it. */
export function Highlights(props: { feature: RecordFeature }) {
  const app = useApp()
  const plans = createMemo(() => {
    const record = app.record()
    return record ? highlightsOf(record, props.feature, app.filter()) : []
  })
  return (
    <Show when={plans().length > 0}>
      <section class="highlights">
        <h3>{app.t('highlights.name')}</h3>
        <ol>
          <For each={plans()}>
            {(plan) => (
              <li>
                <ItemButton item={{ kind: 'plan', id: plan.id }} class="item-title">
                  {plan.text}
                </ItemButton>
                <p class="plan-status">
                  <span class={`status status-${plan.status}`}>{app.t(`status.${plan.status}`)}</span>
                  <PlanYears plan={plan} />
                </p>
                <Figures figures={plan.figures} />
                <SourceLine sources={plan.sources} />
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}
