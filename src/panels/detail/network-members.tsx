import { createMemo, For, Show } from 'solid-js'
import { allMembersOf, type Member, membersOf, networksOf } from '../../model/networks'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { FeatureLink } from '../parts/feature-link'

/** What a network is made of, each member with its direction and where it leads; and the networks a feature belongs to. */
export function NetworkMembers(props: { feature: RecordFeature }) {
  const app = useApp()
  const id = () => props.feature.properties.id
  const members = createMemo(() => {
    const record = app.record()
    return record ? membersOf(record, id()) : []
  })
  const networks = createMemo(() => {
    const record = app.record()
    return record ? networksOf(record, id()) : []
  })
  const unplaced = createMemo(() => {
    const record = app.record()
    const isUnplaced = ({ feature: { geometry, properties } }: Member) =>
      geometry === null && !properties.labelAt && !properties.members
    return record && members().length > 0 ? allMembersOf(record, id()).filter(isUnplaced).length : 0
  })
  return (
    <>
      <Show when={members().length > 0}>
        <section class="network">
          <h3>{app.t('network.members', { count: members().length })}</h3>
          <ul>
            <For each={members()}>{(member) => <MemberLine member={member} />}</For>
          </ul>
          <Show when={unplaced() > 0}>
            <p class="quiet">{app.t('network.unplaced', { count: unplaced() })}</p>
          </Show>
        </section>
      </Show>
      <Show when={networks().length > 0}>
        <p class="plan-features">
          <span class="quiet">{app.t('network.of')}</span>
          <For each={networks()}>{(network) => <FeatureLink feature={network} />}</For>
        </p>
      </Show>
    </>
  )
}

function MemberLine(props: { member: Member }) {
  const app = useApp()
  const way = () => {
    const { direction, toward } = props.member
    return [direction && app.t(`direction.${direction}`), toward].filter(Boolean).join(' → ')
  }
  const facts = () => {
    const { status, precision } = props.member.feature.properties
    return [status && app.t(`status.${status}`), precision?.schematic && app.t('network.schematic')]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <li>
      <FeatureLink feature={props.member.feature} /> <span lang="zh-CN">{way()}</span>{' '}
      <span class="quiet">{facts()}</span>
    </li>
  )
}
