import { createMemo, For, Show } from 'solid-js'
import type { Plan, Theme } from '../../../data/schema'
import { plansByTheme } from '../../model/detail'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { LongList } from '../lists/long-list'
import { HiddenRows } from './hidden-rows'
import { Highlights } from './highlights'
import { PlanItem } from './plan-item'
import { ReachSections } from './reach-sections'

/** 规划 by theme, of each the first: a district may have hundreds. */
export function PlansTab(props: { feature: RecordFeature }) {
  const app = useApp()
  const id = () => props.feature.properties.id
  const found = createMemo(() => {
    const record = app.record()
    return record ? plansByTheme(record, id(), app.filter()) : { groups: [], hidden: 0 }
  })
  const total = () => found().groups.reduce((sum, { plans }) => sum + plans.length, 0)
  const themes = createMemo(() => found().groups.map(({ theme }) => theme))
  return (
    <>
      <HiddenRows all={found().hidden + total()} shown={total()} />
      <Highlights feature={props.feature} />
      <Show when={props.feature.properties.kind === 'district' && props.feature.properties.note}>
        <p class="quiet">{app.t('reach.noArticle', { name: app.nameOf(props.feature) })}</p>
      </Show>
      <Show when={total() + found().hidden === 0}>
        <p class="quiet">{app.t('plans.none')}</p>
      </Show>
      <For each={themes()}>
        {(theme, index) => (
          <ThemeGroup
            theme={theme}
            plans={found().groups.find((group) => group.theme === theme)?.plans ?? []}
            about={id()}
            isFirst={index() === 0}
          />
        )}
      </For>
      <Show when={props.feature.properties.kind === 'district'}>
        <ReachSections feature={props.feature} />
      </Show>
    </>
  )
}

/** Each group is a list by itself, so that no theme stands out of reach below another. */
function ThemeGroup(props: { theme: Theme; plans: readonly Plan[]; about: string; isFirst: boolean }) {
  const app = useApp()
  return (
    <div class="plan-group" data-theme={props.theme.id}>
      <h3>
        <span class="theme-mark" aria-hidden="true" />
        {app.language() === 'en' ? props.theme.nameEn : props.theme.name}
        <span class="quiet tabular"> {props.plans.length}</span>
      </h3>
      <LongList
        class="plans"
        rows={props.plans}
        about={props.about}
        most={props.isFirst ? 20 : 8}
        first={props.isFirst ? 12 : 1}
      >
        {(plan) => <PlanItem plan={plan} about={props.about} />}
      </LongList>
    </div>
  )
}
