import { Show } from 'solid-js'
import { metres, number } from '../../model/numbers'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { SourceLine } from './source-line'

/** How well the position is known, and the extent where there is one, in words. */
export function Precision(props: { feature: RecordFeature }) {
  const app = useApp()
  return (
    <section>
      <h3>{app.t('precision.name')}</h3>
      <Show when={props.feature.properties.precision} fallback={<NoPosition feature={props.feature} />} keyed>
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
      <Extent feature={props.feature} />
    </section>
  )
}

/** The map shows nothing of it, unless it has an extent. */
function NoPosition(props: { feature: RecordFeature }) {
  const app = useApp()
  return (
    <Show when={!app.record()?.extentById.has(props.feature.properties.id)}>
      <p>{app.t('precision.none')}</p>
    </Show>
  )
}

/** How the extent was found, how far its border may be off, and where it is written. */
function Extent(props: { feature: RecordFeature }) {
  const app = useApp()
  const extent = () => app.record()?.extentById.get(props.feature.properties.id)?.properties
  return (
    <Show when={extent()} keyed>
      {({ method, rule, errorMeters, areaKm2, sources }) => (
        <>
          <p>
            {app.t(`extent.${method}`, {
              area: number(areaKm2, app.language(), areaKm2 < 1000 ? 2 : 0),
              error: metres(errorMeters, app.language()),
            })}
          </p>
          <p class="quiet" lang="zh-CN">
            {rule} <SourceLine sources={sources} />
          </p>
        </>
      )}
    </Show>
  )
}
