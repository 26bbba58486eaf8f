/** The groups of the filters whose choices are few and fixed: status, document, kind, and whether a place is known. */
import { For } from 'solid-js'
import { featureKinds, statuses } from '../../../data/schema-ids'
import type { FilterCounts } from '../../model/filters/counts'
import type { Filters } from '../../model/view'
import { useApp } from '../context'
import { Chip, Group } from './chip'

/** 状态, counted in plans. */
export function Statuses(props: {
  counts: FilterCounts['statuses'] | undefined
  onToggle: (status: Filters['statuses'][number]) => void
}) {
  const app = useApp()
  return (
    <Group name={app.t('filters.status')} unit={app.t('filters.unit.plans')}>
      <For each={statuses}>
        {(status) => (
          <Chip
            pressed={app.view().filters.statuses.includes(status)}
            count={props.counts?.get(status) ?? 0}
            onPress={() => props.onToggle(status)}
          >
            {app.t(`status.${status}`)}
          </Chip>
        )}
      </For>
    </Group>
  )
}

/** The documents, counted in rows. */
export function Documents(props: { counts: FilterCounts['documents'] | undefined; onToggle: (id: string) => void }) {
  const app = useApp()
  const documents = () => app.record()?.sources.filter(({ kind }) => kind !== 'dataset') ?? []
  return (
    <Group name={app.t('filters.documents')} unit={app.t('filters.unit.rows')} column>
      <For each={documents()}>
        {(source) => (
          <Chip
            pressed={app.view().filters.documents.includes(source.id)}
            count={props.counts?.get(source.id) ?? 0}
            onPress={() => props.onToggle(source.id)}
          >
            <span lang={app.language() === 'en' ? undefined : 'zh-CN'}>
              {app.language() === 'en' ? source.titleEn : source.title} <span class="tabular">{source.date}</span>
            </span>
          </Chip>
        )}
      </For>
    </Group>
  )
}

/** The kinds of features. */
export function Kinds(props: { counts: FilterCounts['kinds'] | undefined }) {
  const app = useApp()
  return (
    <Group name={app.t('filters.kinds')} unit={app.t('filters.unit.features')}>
      <For each={featureKinds}>
        {(kind) => (
          <Chip
            pressed={app.view().filters.kinds.includes(kind)}
            count={props.counts?.get(kind) ?? 0}
            onPress={() => app.actions.toggleKind(kind)}
          >
            {app.t(`kind.${kind}`)}
          </Chip>
        )}
      </For>
    </Group>
  )
}

/** Whether it is known where a feature lies. */
export function Placed(props: { counts: FilterCounts['placed'] | undefined }) {
  const app = useApp()
  return (
    <Group name={app.t('filters.placed')} unit={app.t('filters.unit.features')}>
      <For each={[true, false]}>
        {(placed) => (
          <Chip
            pressed={app.view().filters.placed === placed}
            count={(placed ? props.counts?.yes : props.counts?.no) ?? 0}
            onPress={() =>
              app.actions.setFilters({ placed: app.view().filters.placed === placed ? undefined : placed })
            }
          >
            {app.t(placed ? 'filters.placedYes' : 'filters.placedNo')}
          </Chip>
        )}
      </For>
    </Group>
  )
}
