import { createSignal, For, Show } from 'solid-js'
import type { Plan } from '../../../data/schema'
import type { Comparison, ThemeRow } from '../../model/compare'
import { number } from '../../model/numbers'
import { useApp } from '../context'
import { ReachNumbers } from '../parts/reach-numbers'
import { CompareTable } from './compare-table'

const mostListed = 8

/** Plans by theme: number and share, and on demand the plans themselves side by side. */
export function ThemeTable(props: { comparison: Comparison }) {
  const app = useApp()
  return (
    <CompareTable caption={app.t('compare.themes')} districts={props.comparison.districts}>
      <For each={props.comparison.themes}>{(row) => <Row row={row} />}</For>
    </CompareTable>
  )
}

function Row(props: { row: ThemeRow }) {
  const app = useApp()
  const [open, setOpen] = createSignal(false)
  const name = () => (app.language() === 'en' ? props.row.theme.nameEn : props.row.theme.name)
  const most = () => Math.max(0.01, ...props.row.shares)
  return (
    <>
      <tr data-theme={props.row.theme.id}>
        <th scope="row">
          <button
            type="button"
            class="compare-theme"
            aria-expanded={open()}
            title={app.t('compare.themePlans', { theme: name() })}
            onClick={() => setOpen(!open())}
          >
            <span class="theme-mark" aria-hidden="true" />
            {name()}
          </button>
        </th>
        <For each={props.row.numbers}>
          {(numbers, at) => (
            <td>
              <ReachNumbers numbers={numbers} sharedLabel={app.t('compare.sharedPlans')} />{' '}
              <span class="quiet">
                {app.t('compare.share', { percent: number(100 * (props.row.shares[at()] ?? 0), app.language(), 0) })}
              </span>
              <span class="compare-bar" style={{ width: `${(100 * (props.row.shares[at()] ?? 0)) / most()}%` }} />
            </td>
          )}
        </For>
      </tr>
      <Show when={open()}>
        <tr class="compare-plans">
          <td />
          <For each={props.row.plans}>
            {(plans) => (
              <td>
                <PlanList plans={plans} />
              </td>
            )}
          </For>
        </tr>
      </Show>
    </>
  )
}

function PlanList(props: { plans: readonly Plan[] }) {
  const app = useApp()
  return (
    <ul lang="zh-CN">
      <For each={props.plans.slice(0, mostListed)} fallback={<li class="quiet">{app.t('compare.noPlan')}</li>}>
        {(plan) => (
          <li>
            <button
              type="button"
              class="compare-plan"
              onClick={() => app.actions.openItem({ kind: 'plan', id: plan.id })}
            >
              {plan.text}
            </button>
          </li>
        )}
      </For>
      <Show when={props.plans.length > mostListed}>
        <li class="quiet">{app.t('compare.morePlans', { count: props.plans.length - mostListed })}</li>
      </Show>
    </ul>
  )
}
