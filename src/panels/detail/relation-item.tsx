import { For, Show } from 'solid-js'
import type { Relation } from '../../../data/schema'
import { useApp } from '../context'
import { FeatureLink } from '../parts/feature-link'
import { Figures } from './figures'
import { SourceLine } from './source-line'

/** One stated link between features: kind and direction, the text, fields and figures, who is at the other end. */
export function RelationItem(props: { relation: Relation; about?: string }) {
  const app = useApp()
  const others = () =>
    [props.relation.from, ...props.relation.to]
      .filter((id) => id !== props.about)
      .flatMap((id) => app.record()?.featureById.get(id) ?? [])
  const direction = () => {
    const { direction: toward } = props.relation
    return toward && app.t('relation.toward', { direction: app.t(`direction.${toward}`) })
  }
  return (
    <li class="plan">
      <p class="plan-status">
        <span class="status">{app.t(`relation.${props.relation.kind}`)}</span>
        <Show when={direction() || props.relation.date}>
          <span class="plan-years tabular">{[direction(), props.relation.date].filter(Boolean).join(' · ')}</span>
        </Show>
      </p>
      <p class="plan-text" lang="zh-CN">
        {props.relation.text}
      </p>
      <Figures figures={props.relation.figures} />
      <Show when={props.relation.fields.length > 0}>
        <p class="quiet" lang="zh-CN">
          {app.t('relation.fields', { fields: props.relation.fields.join('、') })}
        </p>
      </Show>
      <p class="plan-features">
        <For each={others()}>{(feature) => <FeatureLink feature={feature} />}</For>
      </p>
      <SourceLine sources={props.relation.sources} />
    </li>
  )
}
