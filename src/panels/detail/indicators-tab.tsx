import { createMemo, For, Show } from 'solid-js'
import { indicatorsOf } from '../../model/detail'
import { indicatorIsVisible } from '../../model/filters/visible'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { HiddenRows } from './hidden-rows'
import { IndicatorItem } from './indicator-item'

/** The tab 指标: the indicators of the one district that has them. */
export function IndicatorsTab(props: { feature: RecordFeature }) {
  const app = useApp()
  const all = createMemo(() => {
    const [record, details] = [app.record(), app.details()]
    return record && details ? indicatorsOf(record, details, props.feature.properties.id) : []
  })
  const shown = createMemo(() => {
    const [record, tasks] = [app.record(), app.details()?.tasks ?? []]
    return record ? all().filter((indicator) => indicatorIsVisible(indicator, app.filter(), tasks, record)) : []
  })
  return (
    <>
      <Show when={props.feature.properties.id !== app.region.projects?.district}>
        <p class="quiet">{app.t('indicators.none', { count: app.details()?.indicators.length ?? 0 })}</p>
      </Show>
      <HiddenRows all={all().length} shown={shown().length} />
      <ul class="plans">
        <For each={shown()}>{(indicator) => <IndicatorItem indicator={indicator} />}</For>
      </ul>
    </>
  )
}
