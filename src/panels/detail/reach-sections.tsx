import { createMemo, createSignal, Show } from 'solid-js'
import { districtPlansByFeature, type FeaturePlans } from '../../model/plans/district-plans'
import { weightiestFirst } from '../../model/plans/weight'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { InPieces } from '../lists/in-pieces'
import { LongList } from '../lists/long-list'
import { FeatureLink } from '../parts/feature-link'
import { PlanItem } from './plan-item'

/**
 * What is planned in a district without naming it, by feature: first what lies in it alone, then what it shares. The
 * second is long and opens at a press, but in a district no document speaks for.
 */
export function ReachSections(props: { feature: RecordFeature }) {
  const hasNoArticle = () => props.feature.properties.note !== undefined
  return (
    <>
      <ReachSection feature={props.feature} reach="within" startsOpen />
      <ReachSection feature={props.feature} reach="shared" startsOpen={hasNoArticle()} />
    </>
  )
}

function ReachSection(props: { feature: RecordFeature; reach: 'within' | 'shared'; startsOpen: boolean }) {
  const app = useApp()
  const [pressed, setPressed] = createSignal<boolean>()
  const isOpen = () => pressed() ?? props.startsOpen
  const id = () => props.feature.properties.id
  const groups = createMemo(() => {
    const record = app.record()
    return record ? districtPlansByFeature(record, app.filter(), id(), props.reach) : []
  })
  const total = () => groups().reduce((sum, { plans }) => sum + plans.length, 0)
  return (
    <Show when={total() > 0}>
      <section class="reach-section">
        <h3>
          <button type="button" class="reach-toggle" aria-expanded={isOpen()} onClick={() => setPressed(!isOpen())}>
            {app.t(`reach.${props.reach}`)} <span class="quiet tabular">{total()}</span>
          </button>
        </h3>
        <p class="quiet">{app.t(`reach.${props.reach}Title`)}</p>
        <Show when={isOpen()}>
          <InPieces rows={groups()} first={3}>
            {(group) => <FeatureGroup group={group} about={id()} />}
          </InPieces>
        </Show>
      </section>
    </Show>
  )
}

const mostAtFirst = { group: 3, drawn: 1 } as const

function FeatureGroup(props: { group: FeaturePlans; about: string }) {
  const app = useApp()
  const plans = createMemo(() => {
    const record = app.record()
    return record ? [...props.group.plans].sort(weightiestFirst(record)) : []
  })
  return (
    <div class="plan-group">
      <h4>
        <FeatureLink feature={props.group.feature} /> <span class="quiet tabular">{plans().length}</span>
      </h4>
      <LongList class="plans" rows={plans()} about={props.about} most={mostAtFirst.group} first={mostAtFirst.drawn}>
        {(plan) => <PlanItem plan={plan} about={props.group.feature.properties.id} />}
      </LongList>
    </div>
  )
}
