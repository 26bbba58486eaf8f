import { For, Show } from 'solid-js'
import type { Comparison } from '../../model/compare'
import { amount } from '../../model/numbers'
import { useApp } from '../context'
import { unitName } from '../detail/figures'
import { CompareTable } from './compare-table'

/** Figures that documents state for more than one of the districts under the same name and unit. */
export function FigureTable(props: { comparison: Comparison }) {
  const app = useApp()
  return (
    <Show
      when={props.comparison.figures.length > 0}
      fallback={
        <section>
          <h3>{app.t('compare.figures')}</h3>
          <p class="quiet">{app.t('compare.figuresNone')}</p>
        </section>
      }
    >
      <CompareTable caption={app.t('compare.figures')} districts={props.comparison.districts}>
        <For each={props.comparison.figures}>
          {(row) => (
            <tr>
              <th scope="row" lang="zh-CN">
                {row.what}
              </th>
              <For each={row.figures}>
                {(figures) => (
                  <td>
                    <For each={figures} fallback="—">
                      {(figure) => (
                        <div>
                          {amount(figure, app.language(), unitName(app, figure.unit))}
                          <Show when={figure.year}>
                            <span class="quiet"> · {figure.year}</span>
                          </Show>
                        </div>
                      )}
                    </For>
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
