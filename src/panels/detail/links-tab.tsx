import { createMemo, For, Show } from 'solid-js'
import { byKind, corridorsOf, featuresWithin, neighboursOf, relationsOf } from '../../model/detail'
import { kilometres } from '../../model/numbers'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { FeatureLink } from '../parts/feature-link'
import { RelationItem } from './relation-item'

/** 邻接与通道: neighbours with their borders, corridors through it, and what documents say links it with others. */
export function LinksTab(props: { feature: RecordFeature }) {
  const app = useApp()
  const id = () => props.feature.properties.id
  const isDistrict = () => props.feature.properties.kind === 'district'
  const neighbours = createMemo(() => (isDistrict() ? neighboursOf(recordOf(app), id()) : []))
  const corridors = createMemo(() => (isDistrict() ? corridorsOf(recordOf(app), id()) : []))
  const relations = createMemo(() => {
    const details = app.details()
    return details ? relationsOf(details, id()) : []
  })
  return (
    <>
      <Show when={neighbours().length > 0}>
        <section>
          <h3>
            {app.t('neighbours.name')} <span class="quiet tabular">{neighbours().length}</span>
          </h3>
          <Neighbours neighbours={neighbours()} />
        </section>
      </Show>
      <Show when={corridors().length > 0}>
        <section>
          <h3>
            {app.t('corridors.name')} <span class="quiet tabular">{corridors().length}</span>
          </h3>
          <FeatureList features={corridors()} />
        </section>
      </Show>
      <section>
        <h3>
          {app.t('relations.name')} <span class="quiet tabular">{relations().length}</span>
        </h3>
        <ul class="plans">
          <For each={relations()} fallback={<li class="quiet">{app.t('links.none')}</li>}>
            {(relation) => <RelationItem relation={relation} about={id()} />}
          </For>
        </ul>
      </section>
    </>
  )
}

function Neighbours(props: { neighbours: ReturnType<typeof neighboursOf> }) {
  const app = useApp()
  return (
    <ul class="neighbours">
      <For each={props.neighbours}>
        {(neighbour) => (
          <li>
            <FeatureLink feature={neighbour.feature} />
            <span class="quiet tabular">
              {kilometres(neighbour.sharedKm, app.language())}
              <Show when={neighbour.alongRiver}> · {app.t('neighbours.river', { river: neighbour.river ?? '' })}</Show>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}

/** 要素: what lies inside a district or zone, by kind. */
export function FeaturesTab(props: { feature: RecordFeature }) {
  const app = useApp()
  const within = createMemo(() => featuresWithin(recordOf(app), props.feature.properties.id))
  const groups = createMemo(() => byKind(within()))
  const unplaced = () => within().filter(({ geometry }) => geometry === null).length
  return (
    <>
      <Show when={unplaced() > 0}>
        <p class="quiet">{app.t('inside.placed', { placed: within().length - unplaced(), unplaced: unplaced() })}</p>
      </Show>
      <For each={groups()} fallback={<p class="quiet">{app.t('inside.none')}</p>}>
        {(group) => (
          <section>
            <h3>
              {app.t(`kind.${group.kind}`)} <span class="quiet tabular">{group.features.length}</span>
            </h3>
            <FeatureList features={group.features} />
          </section>
        )}
      </For>
    </>
  )
}

/** Links to features, with a mark on those that have no position. */
export function FeatureList(props: { features: readonly RecordFeature[] }) {
  const app = useApp()
  return (
    <ul class="inside">
      <For each={props.features}>
        {(feature) => (
          <li>
            <FeatureLink feature={feature} />
            <Show when={!feature.geometry}>
              <span class="tag">{app.t('feature.unplaced')}</span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}

function recordOf(app: ReturnType<typeof useApp>) {
  const record = app.record()
  if (!record) throw new Error('a tab was drawn before the record')
  return record
}
