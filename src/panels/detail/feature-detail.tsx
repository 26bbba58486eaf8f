import { createMemo, For, Show } from 'solid-js'
import { byKind, featuresWithin, neighboursOf, plansByTheme } from '../../model/detail'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { FeatureLink } from '../feature-link'
import { kilometres } from '../numbers'
import { PlanItem } from './plan-item'
import { Precision } from './precision'
import { SourceLine } from './source-line'

/** One feature of any kind: positioning, plans by theme, what lies inside, neighbours, precision, sources. */
export function FeatureDetail(props: { feature: RecordFeature }) {
  const app = useApp()
  const properties = () => props.feature.properties
  return (
    <>
      <p class="kicker">
        {app.t(`kind.${properties().kind}`)}
        <span class="tabular"> · {properties().id}</span>
      </p>
      <Show when={properties().positioning.length === 0 && properties().summary}>
        <p class="lead">{properties().summary}</p>
      </Show>
      <Positioning feature={props.feature} />
      <Show when={properties().note}>
        <p class="note">{properties().note}</p>
      </Show>
      <Plans feature={props.feature} />
      <Neighbours feature={props.feature} />
      <Inside feature={props.feature} />
      <Precision feature={props.feature} />
      <section>
        <h3 id="sources">{app.t('sources.name')}</h3>
        <ul class="sources" aria-label={app.t('sources.name')}>
          <For each={properties().sources}>
            {(source) => (
              <li>
                <SourceLine sources={[source]} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </>
  )
}

function Positioning(props: { feature: RecordFeature }) {
  const app = useApp()
  return (
    <Show when={props.feature.properties.positioning.length > 0}>
      <section>
        <h3>{app.t('positioning.name')}</h3>
        <ul class="positioning">
          <For each={props.feature.properties.positioning}>
            {(phrase) => (
              <li>
                {phrase.text} <SourceLine sources={phrase.sources} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function Plans(props: { feature: RecordFeature }) {
  const app = useApp()
  const plans = createMemo(() => {
    const record = app.record()
    return record ? plansByTheme(record, props.feature.properties.id, app.view()) : { groups: [], hidden: 0 }
  })
  return (
    <section>
      <h3>{app.t('plans.name')}</h3>
      <For each={plans().groups} fallback={<p class="quiet">{app.t('plans.none')}</p>}>
        {(group) => (
          <div class="plan-group" data-theme={group.theme.id}>
            <h4>
              <span class="theme-mark" aria-hidden="true" />
              {app.language() === 'en' ? group.theme.nameEn : group.theme.name}
              <span class="quiet tabular"> {group.plans.length}</span>
            </h4>
            <ul class="plans">
              <For each={group.plans}>{(plan) => <PlanItem plan={plan} about={props.feature.properties.id} />}</For>
            </ul>
          </div>
        )}
      </For>
      <Show when={plans().hidden > 0}>
        <p class="quiet">
          {app.t('plans.hidden', { count: plans().hidden })}{' '}
          <button type="button" class="text-button" onClick={app.actions.clearFilters}>
            {app.t('filters.clear')}
          </button>
        </p>
      </Show>
    </section>
  )
}

function Neighbours(props: { feature: RecordFeature }) {
  const app = useApp()
  const neighbours = createMemo(() => {
    const record = app.record()
    return record && props.feature.properties.kind === 'district'
      ? neighboursOf(record, props.feature.properties.id)
      : []
  })
  return (
    <Show when={neighbours().length > 0}>
      <section>
        <h3>
          {app.t('neighbours.name')} <span class="quiet tabular">{neighbours().length}</span>
        </h3>
        <ul class="neighbours">
          <For each={neighbours()}>
            {(neighbour) => (
              <li>
                <FeatureLink feature={neighbour.feature} />
                <span class="quiet tabular">
                  {kilometres(neighbour.sharedKm, app.language())}
                  <Show when={neighbour.alongRiver}>
                    {' '}
                    · {app.t('neighbours.river', { river: neighbour.river ?? '' })}
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function Inside(props: { feature: RecordFeature }) {
  const app = useApp()
  const groups = createMemo(() => {
    const record = app.record()
    const { kind, id } = props.feature.properties
    return record && (kind === 'district' || kind === 'zone') ? byKind(featuresWithin(record, id)) : []
  })
  return (
    <Show when={groups().length > 0}>
      <section>
        <h3>{app.t('inside.name')}</h3>
        <For each={groups()}>
          {(group) => (
            <>
              <h4>
                {app.t(`kind.${group.kind}`)} <span class="quiet tabular">{group.features.length}</span>
              </h4>
              <ul class="inside">
                <For each={group.features}>
                  {(feature) => (
                    <li>
                      <FeatureLink feature={feature} />
                    </li>
                  )}
                </For>
              </ul>
            </>
          )}
        </For>
      </section>
    </Show>
  )
}
