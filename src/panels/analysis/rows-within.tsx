import { Show } from 'solid-js'
import type { RowsWithin } from '../../model/analysis/rows'
import { money } from '../../model/money'
import { useApp } from '../context'
import { ItemButton } from '../parts/item-button'
import { AnswerList } from './found-list'

/** The plans and projects about what an answer holds, each a press away. */
export function RowsWithinView(props: { rows: RowsWithin }) {
  const app = useApp()
  return (
    <>
      <Show when={props.rows.projects?.length}>
        <section>
          <h3>
            {app.t('analysis.projects')} <span class="quiet tabular">{props.rows.projects?.length}</span>
          </h3>
          <AnswerList rows={props.rows.projects ?? []}>
            {(project) => (
              <li>
                <ItemButton item={{ kind: 'project', id: project.id }} class="row-button">
                  {project.name}
                </ItemButton>
                <span class="quiet tabular">
                  {project.investmentWan === undefined ? '' : money(project.investmentWan, app.language())}
                </span>
              </li>
            )}
          </AnswerList>
        </section>
      </Show>
      <Show when={props.rows.plans.length}>
        <section>
          <h3>
            {app.t('analysis.plans')} <span class="quiet tabular">{props.rows.plans.length}</span>
          </h3>
          <AnswerList rows={props.rows.plans}>
            {(plan) => (
              <li>
                <ItemButton item={{ kind: 'plan', id: plan.id }} class="row-button">
                  {plan.text}
                </ItemButton>
              </li>
            )}
          </AnswerList>
        </section>
      </Show>
    </>
  )
}
