import { createMemo, For, Show } from 'solid-js'
import { opacityOf } from '../../model/layers'
import { barHeight, barSegments, sharedOpacity } from '../../model/plans/bar-segments'
import { barLength, type DistrictBar, districtBars, mostDistrictPlans } from '../../model/plans/district-bars'
import type { PlanRecord } from '../../model/record'
import { useApp } from '../context'
import '../../styles/district-counts.css'

/** 按区统计: the bars of the overview as a list, with their numbers in words; a strip where the map has room for no bar. */
export function DistrictCounts(props: { record: PlanRecord }) {
  const app = useApp()
  const bars = createMemo(() => districtBars(props.record, app.filter()))
  const small = Math.min(window.innerWidth, window.innerHeight) < 600
  return (
    <Show when={opacityOf(app.view().layers, 'counts', app.session().layers) > 0}>
      <details class="district-counts" open={small}>
        <summary>{app.t('layers.group.counts')}</summary>
        <ul aria-label={app.t('layers.group.counts')}>
          <For each={bars()}>{(bar) => <District bar={bar} record={props.record} />}</For>
        </ul>
      </details>
    </Show>
  )
}

/** One district: a press opens it, a press on a theme opens it under that theme. */
function District(props: { bar: DistrictBar; record: PlanRecord }) {
  const app = useApp()
  const name = () => {
    const feature = props.record.featureById.get(props.bar.district)
    return feature ? app.nameOf(feature) : props.bar.district
  }
  const themeName = (id: DistrictBar['parts'][number]['theme']) => {
    const theme = props.record.themeById.get(id)
    return (app.language() === 'en' ? theme?.nameEn : theme?.name) ?? ''
  }
  const words = () => ({ district: name(), solid: props.bar.solid, shared: props.bar.shared })
  return (
    <li>
      <button type="button" class="district-counts-name" onClick={() => app.actions.select(props.bar.district)}>
        <span class="visually-hidden">{app.t('counts.district', words())}</span>
        <span aria-hidden="true">{name()}</span>
        <Bar bar={props.bar} most={mostDistrictPlans(props.record)} />
        <span class="tabular" aria-hidden="true">
          {props.bar.solid}
          <span class="quiet">{props.bar.shared > 0 ? app.t('counts.shared', { count: props.bar.shared }) : ''}</span>
        </span>
      </button>
      <ul class="district-counts-themes">
        <For each={props.bar.parts}>
          {(part) => (
            <li>
              <button
                type="button"
                data-theme={part.theme}
                aria-label={app.t('counts.theme', {
                  ...{ district: name(), theme: themeName(part.theme) },
                  ...{ solid: part.solid, shared: part.shared },
                })}
                onClick={() => app.actions.selectUnderTheme(props.bar.district, part.theme)}
              >
                <span class="theme-mark" aria-hidden="true" />
                {themeName(part.theme)} <span class="quiet tabular">{part.solid + part.shared}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </li>
  )
}

function Bar(props: { bar: DistrictBar; most: number }) {
  const segments = () => barSegments(props.bar, barLength(props.bar, props.most))
  return (
    <svg viewBox={`0 0 92 ${barHeight}`} width="92" height={barHeight} aria-hidden="true">
      <For each={segments()}>
        {({ theme, sort, x, width }) => (
          <rect
            data-theme={theme}
            x={x}
            width={width}
            height={barHeight}
            opacity={sort === 'solid' ? 1 : sharedOpacity}
          />
        )}
      </For>
    </svg>
  )
}
