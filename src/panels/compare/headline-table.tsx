import { For, Show } from 'solid-js'
import { type Comparison, difference, type HeadlineRow } from '../../model/compare'
import { money } from '../../model/money'
import { number } from '../../model/numbers'
import { useApp } from '../context'
import { CompareTable } from './compare-table'

/** How much there is of what, with a bar for each value within its row. */
export function HeadlineTable(props: { comparison: Comparison; onlyDifferent: boolean }) {
  const app = useApp()
  const rows = () => props.comparison.headlines.filter(({ values }) => !props.onlyDifferent || difference(values) > 0)
  const shown = ({ key }: HeadlineRow, value: number | undefined) => {
    if (value === undefined) return '…'
    // No project list of a district is not the same as no project.
    if (value === 0 && (key === 'projects' || key === 'investment')) return '—'
    return key === 'investment' ? money(value, app.language()) : number(value, app.language(), 0)
  }
  const most = ({ values }: HeadlineRow) => Math.max(1, ...values.map((value) => value ?? 0))
  return (
    <>
      <CompareTable caption={app.t('compare.headlines')} districts={props.comparison.districts}>
        <For each={rows()}>
          {(row) => (
            <tr>
              <th scope="row">
                {app.t(`compare.${row.key}`)}
                <Show when={difference(row.values) === 0}>
                  <span class="tag">{app.t('compare.same')}</span>
                </Show>
              </th>
              <For each={row.values}>
                {(value) => (
                  <td>
                    {shown(row, value)}
                    <span class="compare-bar" style={{ width: `${(100 * (value ?? 0)) / most(row)}%` }} />
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </CompareTable>
      <p class="quiet">{app.t('compare.projectsNote')}</p>
    </>
  )
}
