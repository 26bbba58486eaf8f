import { createMemo, Show } from 'solid-js'
import type { Plan, Theme } from '../../../data/schema'
import { plansByTheme } from '../../model/detail'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { createLater, InPieces } from '../lists/in-pieces'
import { LongList } from '../lists/long-list'
import { HiddenRows } from './hidden-rows'
import { Highlights } from './highlights'
import { PlanItem } from './plan-item'
import { ReachSections } from './reach-sections'

/** 规划 by theme, of each the first: a district may have hundreds. What no window shows at first comes when there is time. */
export function PlansTab(props: { feature: RecordFeature }) {
  const app = useApp()
  const id = () => props.feature.properties.id
  const found = createMemo(() => {
    const record = app.record()
    return record ? plansByTheme(record, id(), app.filter()) : { groups: [], hidden: 0 }
  })
  const total = () => found().groups.reduce((sum, { plans }) => sum + plans.length, 0)
  const themes = createMemo(() => found().groups.map(({ theme }) => theme))
  const later = createLater()
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
      <InPieces rows={themes()} first={1}>
        {(theme, index) => (
          <ThemeGroup
            theme={theme}
            plans={found().groups.find((group) => group.theme === theme)?.plans ?? []}
            about={id()}
            isFirst={index() === 0}
          />
        )}
      </InPieces>
      <Show when={props.feature.properties.kind === 'district' && (themes().length === 0 || later())}>
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
        first={props.isFirst ? 5 : 1}
      >
        {(plan) => <PlanItem plan={plan} about={props.about} />}
      </LongList>
    </div>
  )
}
