import { createMemo, For, Show } from 'solid-js'
import { placesOf } from '../../model/detail'
import { number } from '../../model/numbers'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { createLater } from '../lists/in-pieces'
import { FeatureLink } from '../parts/feature-link'
import { NetworkMembers } from './network-members'
import { SourceLine } from './source-line'

/** Positioning or summary, where it lies, what else it is called, and why little is known of it. */
export function Introduction(props: { feature: RecordFeature }) {
  const app = useApp()
  const properties = () => props.feature.properties
  const places = createMemo(() => {
    const record = app.record()
    return record ? placesOf(record, props.feature) : []
  })
  const facts = () =>
    [
      properties().areaKm2 && app.t('facts.area', { area: number(properties().areaKm2 ?? 0, app.language(), 1) }),
      properties().lengthKm && app.t('facts.length', { length: number(properties().lengthKm ?? 0, app.language(), 1) }),
      properties().aliases.length > 0 && app.t('facts.aliases', { names: properties().aliases.join('、') }),
      app.language() === 'en' && properties().nameEnGuess && app.t('facts.nameEnGuess'),
    ].filter(Boolean)
  return (
    <div class="introduction">
      <Positioning phrases={properties().positioning} />
      <Show when={properties().positioning.length === 0 && properties().summary}>
        <p class="lead" lang="zh-CN">
          {properties().summary}
        </p>
      </Show>
      <Show when={facts().length > 0}>
        <p class="quiet">{facts().join(' · ')}</p>
      </Show>
      <Show when={places().length > 0}>
        <p class="plan-features">
          <span class="quiet">{app.t('places.name')}</span>
          <For each={places()}>{(place) => <FeatureLink feature={place} />}</For>
        </p>
      </Show>
      <NetworkMembers feature={props.feature} />
      <Show when={properties().note}>
        <p class="note" lang="zh-CN">
          {properties().note}
        </p>
      </Show>
    </div>
  )
}

/** 定位: the phrases as one run of text; opened, each with its document. */
function Positioning(props: { phrases: RecordFeature['properties']['positioning'] }) {
  const app = useApp()
  const later = createLater()
  return (
    <Show when={props.phrases.length > 0}>
      <details class="positioning">
        <summary lang="zh-CN">
          <span class="positioning-run">{props.phrases.map(({ text }) => text).join(' · ')}</span>
          <span class="positioning-more quiet">{app.t('positioning.more', { count: props.phrases.length })}</span>
        </summary>
        <ul aria-label={app.t('positioning.name')} lang="zh-CN">
          <For each={later() ? props.phrases : []}>
            {(phrase) => (
              <li>
                <span>{phrase.text}</span> <SourceLine sources={phrase.sources} />
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}
