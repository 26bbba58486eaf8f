import { createMemo, For, Show } from 'solid-js'
import type { Theme } from '../../../data/schema'
import { plansByTheme } from '../../model/detail'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { createGrowing } from './growing'
import { PlanItem } from './plan-item'

/** 规划 by theme. A district may have hundreds: the first are drawn with the click, the rest when there is time. */
export function PlansTab(props: { feature: RecordFeature }) {
  const app = useApp()
  const id = () => props.feature.properties.id
  const found = createMemo(() => {
    const record = app.record()
    return record ? plansByTheme(record, id(), app.question()) : { groups: [], hidden: 0 }
  })
  const total = () => found().groups.reduce((sum, { plans }) => sum + plans.length, 0)
  const limit = createGrowing(total, id)
  const themes = createMemo(() => found().groups.map(({ theme }) => theme))
  return (
    <>
      <Hidden hidden={found().hidden} shown={total()} />
      <Show when={total() + found().hidden === 0}>
        <p class="quiet">{app.t('plans.none')}</p>
      </Show>
      <For each={themes()}>
        {(theme) => {
          const group = createMemo(() => found().groups.find((each) => each.theme === theme))
          const before = createMemo(() => plansBefore(found().groups, theme))
          const drawn = createMemo(() => group()?.plans.slice(0, Math.max(0, limit() - before())) ?? [])
          return (
            <div class="plan-group" data-theme={theme.id}>
              <h3>
                <span class="theme-mark" aria-hidden="true" />
                {app.language() === 'en' ? theme.nameEn : theme.name}
                <span class="quiet tabular"> {group()?.plans.length}</span>
              </h3>
              <ul class="plans">
                <For each={drawn()}>{(plan) => <PlanItem plan={plan} about={id()} />}</For>
              </ul>
            </div>
          )
        }}
      </For>
    </>
  )
}

function plansBefore(groups: readonly { theme: Theme; plans: readonly unknown[] }[], theme: Theme): number {
  const at = groups.findIndex((group) => group.theme === theme)
  return groups.slice(0, Math.max(0, at)).reduce((sum, { plans }) => sum + plans.length, 0)
}

function Hidden(props: { hidden: number; shown: number }) {
  const app = useApp()
  return (
    <Show when={props.hidden > 0}>
      <p class="hidden-note quiet">
        {app.t('plans.shown', { shown: props.shown, all: props.shown + props.hidden })}{' '}
        <button type="button" class="text-button" onClick={app.actions.clearFilters}>
          {app.t('filters.clear')}
        </button>
      </p>
    </Show>
  )
}
