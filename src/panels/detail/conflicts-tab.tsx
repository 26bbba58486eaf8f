import { createMemo, For, Show } from 'solid-js'
import { conflictsOf, isAboutNames } from '../../model/detail'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { ConflictBox } from './conflict-box'
import { DetailsState } from './details-state'
import { Precision } from './precision'

/** The tab 矛盾与说明: what the documents disagree about, and how well the position of a feature is known. */
export function ConflictsTab(props: { feature: RecordFeature }) {
  const app = useApp()
  const conflicts = createMemo(() => {
    const details = app.details()
    return details ? conflictsOf(details, { feature: props.feature.properties.id }) : []
  })
  const names = () => conflicts().filter(isAboutNames)
  const others = () => conflicts().filter((conflict) => !isAboutNames(conflict))
  return (
    <>
      <Precision feature={props.feature} />
      <section>
        <h3>
          {app.t('conflicts.name')} <span class="quiet tabular">{app.details() && others().length}</span>
        </h3>
        <DetailsState>
          <For each={others()} fallback={<p class="quiet">{app.t('conflicts.none')}</p>}>
            {(conflict) => <ConflictBox conflict={conflict} />}
          </For>
        </DetailsState>
      </section>
      <Show when={names().length > 0}>
        <section>
          <h3>
            {app.t('conflicts.names')} <span class="quiet tabular">{names().length}</span>
          </h3>
          <For each={names()}>{(conflict) => <ConflictBox conflict={conflict} />}</For>
        </section>
      </Show>
    </>
  )
}
