import { Show } from 'solid-js'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { metres } from '../parts/numbers'

/** How well the position is known, in words. */
export function Precision(props: { feature: RecordFeature }) {
  const app = useApp()
  return (
    <section>
      <h3>{app.t('precision.name')}</h3>
      <Show when={props.feature.properties.precision} fallback={<p>{app.t('precision.none')}</p>} keyed>
        {(precision) => (
          <>
            <p>
              {app.t(`precision.${precision.method}`, { error: metres(precision.errorMeters, app.language()) })}
              <Show when={precision.schematic}> {app.t('precision.schematic')}</Show>
            </p>
            <p class="quiet" lang="zh-CN">
              {precision.source}
            </p>
          </>
        )}
      </Show>
    </section>
  )
}
