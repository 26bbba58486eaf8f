import { For, Show } from 'solid-js'
import type { SharedRow } from '../../model/compare'
import { kilometres } from '../../model/numbers'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { FeatureLink } from '../parts/feature-link'
import { CompareTable } from './compare-table'

/** Features that some of the districts have and others do not; what differs first. */
export function SharedTable(props: {
  caption: string
  districts: readonly RecordFeature[]
  rows: readonly SharedRow[]
  onlyDifferent: boolean
}) {
  const app = useApp()
  const rows = () => props.rows.filter(({ has }) => !props.onlyDifferent || has.some((each) => each === false))
  return (
    <Show when={rows().length > 0}>
      <CompareTable caption={props.caption} districts={props.districts}>
        <For each={rows()}>
          {({ feature, has }) => (
            <tr>
              <th scope="row">
                <FeatureLink feature={feature} />
              </th>
              <For each={has}>
                {(each) => (
                  <td>
                    <Show
                      when={each !== false}
                      fallback={
                        <span class="quiet">
                          <span aria-hidden="true">—</span>
                          <span class="visually-hidden">{app.t('compare.no')}</span>
                        </span>
                      }
                    >
                      {typeof each === 'number' ? kilometres(each, app.language()) : app.t('compare.yes')}
                    </Show>
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </CompareTable>
    </Show>
  )
}
